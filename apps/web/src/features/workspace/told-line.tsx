import {
  IconAlarm,
  IconAlertTriangle,
  IconAt,
  IconCalendarDue,
  IconEye,
  IconFileOff,
  IconMailExclamation,
  IconMessage,
  IconMessageReply,
  IconPhoneOutgoing,
  IconShoppingBag,
  IconStack2,
  IconThumbDown,
  IconThumbUp,
  IconUserCheck,
} from '@tabler/icons-react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Messages } from '../../i18n/ru.ts';
import { spanWords } from '../../ui/countdown.ts';
import classes from './bell-layer.module.css';
import type { ToldLine } from './group-notifications.ts';
import type { Notification } from './use-notifications.ts';

const shapes = {
  'clock-breach': IconAlertTriangle,
  'clock-warning': IconAlarm,
  'letter-quarantined': IconMailExclamation,
  'deadline-moved': IconCalendarDue,
  'edition-kept': IconFileOff,
  'number-to-tell': IconPhoneOutgoing,
  'proposal-accepted': IconThumbUp,
  'proposal-declined': IconThumbDown,
  'inquiry-came': IconShoppingBag,
  'inquiry-wrote': IconShoppingBag,
  'inquiry-handed-over': IconShoppingBag,
  mentioned: IconAt,
  assigned: IconUserCheck,
  replied: IconMessageReply,
  'followed-wrote': IconMessage,
  'followed-changed': IconEye,
  'certificate-over': IconStack2,
} as const;

/** Whether its moment is no deadline: when a letter came, when a priority was answered, a date that was not wanted. */
const isMoment = ({ kind, clock }: Notification): boolean => clock === '' || kind === 'proposal-declined';

const titleOf = ({ kind, clock }: Notification, m: Messages): string =>
  ({
    'clock-breach': m.bell.breach,
    'clock-warning': m.bell.warning,
    'letter-quarantined': m.bell.unreadable,
    'deadline-moved': m.bell.moved,
    'edition-kept': m.bell.editionKept,
    'number-to-tell': m.bell.numberToTell,
    'proposal-accepted': clock === '' ? m.bell.priorityAccepted : m.bell.dateAccepted,
    'proposal-declined': clock === '' ? m.bell.priorityDeclined : m.bell.dateDeclined,
    'inquiry-came': m.bell.inquiryCame,
    'inquiry-wrote': m.bell.inquiryWrote,
    'inquiry-handed-over': m.bell.inquiryHandedOver,
    mentioned: m.bell.mentioned,
    assigned: m.bell.assigned,
    replied: m.bell.replied,
    'followed-wrote': m.bell.followedWrote,
    'followed-changed': m.bell.followedChanged,
    'certificate-over': m.bell.certificateOver,
  })[kind];

/** One word about it: what happened, how often, and when. */
export function ToldLineItem({ line: { latest, times, isRead } }: { readonly line: ToldLine }) {
  const { m, say } = useI18n();
  const { dates, regulation } = useDesk();
  const clock = regulation?.clocks.find((one) => one.id === latest.clock);
  const Shape = shapes[latest.kind];
  return (
    <span className={classes.line} data-kind={latest.kind} data-read={isRead}>
      <Shape size={16} stroke={1.8} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title}>
          {titleOf(latest, m)}
          {clock !== undefined && `: ${say(clock.name).toLowerCase()}`}
        </span>
        {times > 1 && <span className={classes.times}> {m.bell.times(times)}</span>}
        {latest.lateMs !== null && (
          <span className={classes.late}>{m.bell.late(spanWords(latest.lateMs, m.time, false))}</span>
        )}
      </span>
      <span className={classes.when}>
        {isMoment(latest) ? dates.short(latest.dueAt) : m.time.due(dates.short(latest.dueAt))}
      </span>
    </span>
  );
}
