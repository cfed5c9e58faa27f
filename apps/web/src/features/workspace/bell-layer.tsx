import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { IconCheck, IconSettings, IconTool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { cloneElement, type ReactElement, type Ref } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { inquiryMark } from '../../ui/inquiry-mark.ts';
import { useTakeOver } from '../../ui/use-on-demand.ts';
import classes from './bell-layer.module.css';
import { groupNotifications, type ToldGroup } from './group-notifications.ts';
import { ToldLineItem } from './told-line.tsx';
import { type Concern, type Notification, useNotifications } from './use-notifications.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly button: ReactElement<{ readonly ref?: Ref<HTMLButtonElement> }>;
}

/** What the bell opens: what was told, by what it is about; opens as it comes. */
export function BellLayer({ isOpen, onChange, button }: Props) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { notifications, concerns, unread, markRead } = useNotifications();
  const target = useTakeOver(() => onChange(true));
  const handleLeave = () => onChange(false);
  return (
    <Popover
      opened={isOpen}
      onChange={onChange}
      position="bottom-start"
      width={380}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>{cloneElement(button, { ref: target })}</Popover.Target>
      <Popover.Dropdown p={0} maw="calc(100vw - 16px)" aria-label={m.bell.title}>
        <div className={classes.head}>
          <h2>{m.bell.title}</h2>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => markRead(null)}>
              {m.bell.markRead}
            </Button>
          )}
          <Tooltip label={m.bell.settings}>
            <ActionIcon
              renderRoot={(props) => <Link to="/d/$desk/notifications" params={{ desk: slug }} {...props} />}
              aria-label={m.bell.settings}
              onClick={handleLeave}
            >
              <IconSettings size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
        {concerns.length > 0 && <Concerns concerns={concerns} />}
        {notifications.length === 0 ? (
          <div className={classes.empty}>
            <p>{m.bell.empty}</p>
            <p className={classes.hint}>{m.bell.emptyHint}</p>
          </div>
        ) : (
          <ul className={classes.list}>
            {groupNotifications(notifications).map((group) => (
              <Group key={group.key} group={group} onOpen={handleLeave} onRead={markRead} />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

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

function Group({
  group: { latest, lines, isRead },
  onOpen,
  onRead,
}: {
  readonly group: ToldGroup;
  readonly onOpen: () => void;
  readonly onRead: (ticketNumber: number) => void;
}) {
  const { m } = useI18n();
  const { slug } = useDesk();
  const { ticketNumber, inquiryNumber, certificate, subject } = latest;
  const mark =
    certificate?.number ??
    (inquiryNumber === null ? m.common.number(ticketNumber ?? 0) : inquiryMark(inquiryNumber));
  return (
    <li className={classes.group} data-read={isRead}>
      <Link {...placeOf(latest, slug)} className={classes.item} onClick={onOpen}>
        <span className={classes.about}>
          <span className={classes.mark}>{mark}</span> {subject}
        </span>
        {lines.map((line) => (
          <ToldLineItem key={line.latest.notificationId} line={line} />
        ))}
      </Link>
      {!isRead && ticketNumber !== null && (
        <Tooltip label={m.bell.markOneRead(mark)}>
          <ActionIcon
            size="md"
            className={classes.check ?? ''}
            aria-label={m.bell.markOneRead(mark)}
            onClick={() => onRead(ticketNumber)}
          >
            <IconCheck size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
