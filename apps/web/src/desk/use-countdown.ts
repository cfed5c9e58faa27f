import type { Calendar } from '@reglament/working-time';
import { serverNow } from '../api/server-clock.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { remaining, spanWords, type Remaining } from '../ui/countdown.ts';
import { useTicking } from '../ui/use-ticking.ts';
import { useDesk } from './desk-context.tsx';

export interface CountdownText {
  /** осталось 5 ч 30 мин; просрочено на 2 ч */
  readonly words: string;
  readonly urgency: Remaining['urgency'];
  readonly standing: boolean;
}

/** The live words of a deadline, counted in the clock's own schedule. */
export const useCountdown = (
  dueAt: string,
  schedule: string | null,
  calendar?: Calendar | null,
): CountdownText => {
  const { m } = useI18n();
  const { calendarOf } = useDesk();
  const due = Date.parse(dueAt);
  const text = useTicking(() => {
    const left = remaining(serverNow(), due, calendar === undefined ? calendarOf(schedule) : calendar);
    const span = spanWords(left.ms, m.time, !left.isPlain);
    const late = left.ms < 60_000 ? m.time.overdueJust : m.time.overdue(span);
    return [left.overdue ? late : m.time.left(span), left.urgency, left.standing ? 'standing' : ''].join(
      '\n',
    );
  });
  const [words = '', urgency = 'calm', standing] = text.split('\n');
  return { words, urgency: urgency as Remaining['urgency'], standing: standing === 'standing' };
};
