import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export type NotificationKind =
  | 'clock-warning'
  | 'clock-breach'
  | 'letter-quarantined'
  | 'deadline-moved'
  | 'proposal-accepted'
  | 'proposal-declined';

export interface NotificationRow {
  readonly notificationId: string;
  readonly at: Instant;
  readonly kind: NotificationKind;
  readonly clock: string;
  readonly ticketNumber: number;
  readonly subject: string;
  readonly dueAt: Instant;
  /** How long after its instant the person was told; null: in time. */
  readonly lateMs: number | null;
  readonly read: boolean;
}

/** The last 50 warnings and alarms told to a person, newest first. */
export const notificationsOf = (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
): Promise<readonly NotificationRow[]> =>
  q.query<NotificationRow & Record<string, unknown>>(
    'notification-list',
    `select n.notification_id as "notificationId", n.at, n.kind, n.clock, t.number as "ticketNumber", t.subject, n.due_at as "dueAt", n.late_ms as "lateMs", n.read_at is not null as read
     from notification n join ticket t on t.desk_id = n.desk_id and t.ticket_id = n.ticket_id
     where n.desk_id = $1 and n.person_id = $2 order by n.at desc, n.notification_id desc limit 50`,
    [deskId, personId],
  );
