import type { Alarm, DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface DueAlarm {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly alarm: Alarm;
}

/** Alarms that are due, earliest first. Nothing is claimed: the ticket's lock decides who rings. */
export const dueAlarms = async (q: Queries, now: Instant, limit: number): Promise<readonly DueAlarm[]> => {
  const rows = await q.query<{ desk_id: DeskId; ticket_id: TicketId; body: Alarm }>(
    'alarm-due',
    'select desk_id, ticket_id, body from alarm where at <= $1 order by at limit $2',
    [toTimestamp(now), limit],
  );
  return rows.map((r) => ({ deskId: r.desk_id, ticketId: r.ticket_id, alarm: r.body }));
};

/** When the next alarm of any desk rings; null when none is set. */
export const nextAlarmAt = async (q: Queries): Promise<Instant | null> => {
  const [row] = await q.query<{ at: Instant | null }>('alarm-next', 'select min(at) as at from alarm');
  return row?.at ?? null;
};

/** Takes a due alarm away under the ticket's lock; false when it was rung or moved meanwhile. */
export const takeAlarm = async (q: Queries, due: DueAlarm, now: Instant): Promise<boolean> => {
  const rows = await q.query(
    'alarm-take',
    'delete from alarm where desk_id = $1 and ticket_id = $2 and key = $3 and at <= $4 returning key',
    [due.deskId, due.ticketId, due.alarm.key, toTimestamp(now)],
  );
  return rows.length > 0;
};

/** One that could not be rung comes again later and does not stand before the others meanwhile. */
export const postponeAlarm = async (q: Queries, due: DueAlarm, until: Instant): Promise<void> => {
  await q.query(
    'alarm-postpone',
    'update alarm set at = $4 where desk_id = $1 and ticket_id = $2 and key = $3 and at < $4',
    [due.deskId, due.ticketId, due.alarm.key, toTimestamp(until)],
  );
};

/** Who is told of a deadline: the assignee; while nobody has it, dispatchers and leads, or all staff of a desk without those. */
export const alarmRecipients = async (
  q: Queries,
  deskId: DeskId,
  assigneeId: PersonId | null,
): Promise<readonly PersonId[]> => {
  const rows = await q.query<{ person_id: PersonId }>(
    'alarm-recipients',
    `with everybody as (
       select s.person_id, s.role from staff s join person p on p.id = s.person_id where s.desk_id = $1 and p.disabled_at is null
     )
     select person_id from everybody where person_id = $2
     union
     select person_id from everybody where role in ('dispatcher', 'lead') and not exists (select from everybody where person_id = $2)
     union
     select person_id from everybody where not exists (select from everybody where person_id = $2 or role in ('dispatcher', 'lead'))`,
    [deskId, assigneeId],
  );
  return rows.map((r) => r.person_id);
};

/** Who is told of what only an administrator can mend. */
export const administratorsOf = async (q: Queries, deskId: DeskId): Promise<readonly PersonId[]> => {
  const rows = await q.query<{ person_id: PersonId }>(
    'alarm-administrators',
    `select s.person_id from staff s join person p on p.id = s.person_id where s.desk_id = $1 and s.role = 'administrator' and p.disabled_at is null`,
    [deskId],
  );
  return rows.map((r) => r.person_id);
};

export interface NewNotification {
  readonly notificationId: string;
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly ticketId: TicketId;
  readonly kind: 'clock-warning' | 'clock-breach' | 'letter-quarantined';
  readonly clock: string;
  readonly threshold: string;
  readonly dueAt: Instant;
  readonly at: Instant;
}

export const insertNotification = async (q: Queries, n: NewNotification): Promise<void> => {
  await q.query(
    'notification-insert',
    `insert into notification (desk_id, notification_id, person_id, ticket_id, kind, clock, threshold, due_at, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (desk_id, ticket_id, clock, threshold, due_at, person_id) do nothing`,
    [
      n.deskId,
      n.notificationId,
      n.personId,
      n.ticketId,
      n.kind,
      n.clock,
      n.threshold,
      toTimestamp(n.dueAt),
      toTimestamp(n.at),
    ],
  );
};

export const readAllNotifications = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  at: Instant,
): Promise<void> => {
  await q.query(
    'notification-read',
    'update notification set read_at = $3 where desk_id = $1 and person_id = $2 and read_at is null',
    [deskId, personId, toTimestamp(at)],
  );
};
