import { ActionIcon, Button, Popover } from '@mantine/core';
import {
  IconAlarm,
  IconAlertTriangle,
  IconAt,
  IconBell,
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
  IconTool,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Messages } from '../../i18n/ru.ts';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { spanWords } from '../../ui/countdown.ts';
import classes from './bell.module.css';
import { type Concern, useNotifications, type Notification } from './use-notifications.ts';

/** Warnings and alarms of deadlines told to this person. */
export function Bell() {
  const { m } = useI18n();
  const { notifications, concerns, unread, markRead } = useNotifications();
  const [isOpen, setIsOpen] = useState(false);
  const news = unread + concerns.length;
  const name = news > 0 ? `${m.bell.title}: ${m.bell.unread(news)}` : m.bell.title;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon size="lg" className={classes.bell} aria-label={name} onClick={() => setIsOpen(!isOpen)}>
          <IconBell size={18} stroke={1.7} />
          {news > 0 && <span className={classes.dot}>{news > 9 ? '9+' : news}</span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={m.bell.title}>
        <div className={classes.head}>
          <h2>{m.bell.title}</h2>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => markRead()}>
              {m.bell.markRead}
            </Button>
          )}
        </div>
        {concerns.length > 0 && <Concerns concerns={concerns} />}
        {notifications.length === 0 ? (
          <p className={classes.empty}>{m.bell.empty}</p>
        ) : (
          <ul className={classes.list}>
            {notifications.map((one) => (
              <Item key={one.notificationId} notification={one} onOpen={() => setIsOpen(false)} />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

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

/** What only an administrator can mend: it stays here until it is. */
function Concerns({ concerns }: { readonly concerns: readonly Concern[] }) {
  const { m, say } = useI18n();
  return (
    <section className={classes.concerns} aria-label={m.bell.concerns}>
      <h3>{m.bell.concerns}</h3>
      <ul>
        {concerns.map(({ key, says }) => (
          <li key={key}>
            <IconTool size={16} stroke={1.8} aria-hidden />
            <span>{say(says)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where what it tells of is: a ticket, a purchase inquiry or a certificate. */
const placeOf = ({ ticketNumber, inquiryNumber, certificate }: Notification, desk: string) =>
  certificate !== null
    ? ({
        to: '/d/$desk/certificates/$certificateId',
        params: { desk, certificateId: certificate.certificateId },
      } as const)
    : inquiryNumber === null
      ? ({ to: '/d/$desk/t/$number', params: { desk, number: String(ticketNumber) } } as const)
      : ({ to: '/d/$desk/inquiries/$number', params: { desk, number: String(inquiryNumber) } } as const);

const markOf = ({ ticketNumber, inquiryNumber, certificate }: Notification, m: Messages): string =>
  certificate?.number ??
  (inquiryNumber === null ? m.common.number(ticketNumber ?? 0) : inquiryMark(inquiryNumber));

function Item({
  notification,
  onOpen,
}: {
  readonly notification: Notification;
  readonly onOpen: () => void;
}) {
  const { m, say } = useI18n();
  const { slug, dates, regulation } = useDesk();
  const clock = regulation?.clocks.find((one) => one.id === notification.clock);
  const Shape = shapes[notification.kind];
  const title = {
    'clock-breach': m.bell.breach,
    'clock-warning': m.bell.warning,
    'letter-quarantined': m.bell.unreadable,
    'deadline-moved': m.bell.moved,
    'edition-kept': m.bell.editionKept,
    'number-to-tell': m.bell.numberToTell,
    'proposal-accepted': notification.clock === '' ? m.bell.priorityAccepted : m.bell.dateAccepted,
    'proposal-declined': notification.clock === '' ? m.bell.priorityDeclined : m.bell.dateDeclined,
    'inquiry-came': m.bell.inquiryCame,
    'inquiry-wrote': m.bell.inquiryWrote,
    'inquiry-handed-over': m.bell.inquiryHandedOver,
    mentioned: m.bell.mentioned,
    assigned: m.bell.assigned,
    replied: m.bell.replied,
    'followed-wrote': m.bell.followedWrote,
    'followed-changed': m.bell.followedChanged,
    'certificate-over': m.bell.certificateOver,
  }[notification.kind];
  return (
    <li>
      <Link
        {...placeOf(notification, slug)}
        className={classes.item}
        data-kind={notification.kind}
        data-read={notification.read}
        onClick={onOpen}
      >
        <Shape size={16} stroke={1.8} aria-hidden />
        <span>
          <span className={classes.title}>
            {title}
            {clock !== undefined && `: ${say(clock.name).toLowerCase()}`}
          </span>
          <span className={classes.subject}>
            {markOf(notification, m)} · {notification.subject}
          </span>
          <span className={classes.meta}>
            {isMoment(notification)
              ? dates.short(notification.dueAt)
              : m.time.due(dates.short(notification.dueAt))}
          </span>
          {notification.lateMs !== null && (
            <span className={classes.late}>{m.bell.late(spanWords(notification.lateMs, m.time, false))}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
