import type { Calendar } from '@reglament/working-time';
import { IconMoon } from '@tabler/icons-react';
import { Hint } from '../ui/hint.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import classes from './countdown.module.css';
import { useDesk } from './desk-context.tsx';
import { useCountdown } from './use-countdown.ts';

interface Props {
  readonly dueAt: string;
  readonly schedule: string | null;
  /** The hours it is counted in; left out: today's hours of the schedule. null: plain time. */
  readonly calendar?: Calendar | null;
}

/** Time left in words; the exact date and the schedule it is counted in on hover. */
export function Countdown({ dueAt, schedule, calendar }: Props) {
  const { m } = useI18n();
  const { dates, scheduleName } = useDesk();
  const { words, urgency, standing } = useCountdown(dueAt, schedule, calendar);
  const name = scheduleName(schedule);
  const hint = [
    m.time.due(dates.full(dueAt)),
    name === null ? m.time.plainHours : m.time.inWorkingTime(name),
    ...(standing ? [m.time.closedNow] : []),
  ].join(' · ');
  return (
    <Hint label={hint}>
      <span className={classes.countdown} data-urgency={urgency}>
        {words}
        {standing && <IconMoon size={13} stroke={1.8} className={classes.standing} aria-hidden />}
      </span>
    </Hint>
  );
}
