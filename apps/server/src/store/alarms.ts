import {
  type Alarm,
  type DeskId,
  type PersonId,
  type Ticket,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { lettersOf, owesLetters } from './owed-letters.ts';
import type { NotificationKind } from './queries/notifications.ts';

/** A ticket that has alarms. */
export interface AlarmedTicket {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
}

/** A ticket locked for its due alarms, which are taken away in the same transaction. */
export interface ClaimedTicket extends AlarmedTicket {
  readonly ticket: Ticket;
  readonly number: number;
  readonly version: number;
  /** All that are due of this ticket, earliest first. */
  readonly alarms: readonly Alarm[];
}

/** Due alarms that one question finds; a constant of the statement, so that its plan never guesses. */
export const FIND_LIMIT = 500;

/**
 * Tickets of the earliest due alarms, earliest first, each once. Nothing is claimed: others find the same. Ends the caller's
 * transaction, so that it costs one round trip.
 */
export const findDueAlarms = async (
  q: Queries,
  now: Instant,
): Promise<{ readonly alarms: number; readonly tickets: readonly AlarmedTicket[] }> => {
  const rows = await q.query<{ desk_id: DeskId; ticket_id: TicketId }>(
    'alarm-due',
    `select desk_id, ticket_id from alarm where at <= $1 order by at limit ${FIND_LIMIT}`,
    [toTimestamp(now)],
    'last',
  );
  const tickets = new Map(rows.map((r) => [r.ticket_id, { deskId: r.desk_id, ticketId: r.ticket_id }]));
  return { alarms: rows.length, tickets: [...tickets.values()] };
};

interface ClaimRow {
  readonly desk_id: DeskId;
  readonly ticket_id: TicketId;
  readonly ticket: Ticket;
  readonly number: number;
  readonly version: number;
  readonly alarm: Alarm;
}

const byTicket = (rows: readonly ClaimRow[]): readonly ClaimedTicket[] => {
  const tickets = new Map<TicketId, ClaimRow[]>();
  for (const row of rows) {
    const same = tickets.get(row.ticket_id);
    if (same === undefined) tickets.set(row.ticket_id, [row]);
    else same.push(row);
  }
  return [...tickets.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const alarms = same.map((row) => row.alarm).toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
      const { desk_id: deskId, ticket_id: ticketId, number, version } = first;
      return [{ deskId, ticketId, ticket: upcastTicket(first.ticket), number, version, alarms }];
    })
    .toSorted((a, b) => firstAt(a) - firstAt(b) || (a.ticketId < b.ticketId ? -1 : 1));
};

const firstAt = (claimed: ClaimedTicket): number => claimed.alarms[0]?.at ?? 0;

/**
 * Claims the due alarms of those tickets that nobody is at: the ticket's row lock is the claim, the alarm's row goes with the
 * same transaction. A node that dies takes its claims with it, a rolled back transaction leaves all as it was. All alarms of
 * a ticket that are due come together, so that they ring in order. Tickets come by their first alarm.
 */
export const claimDueAlarms = async (
  q: Queries,
  tickets: readonly AlarmedTicket[],
  now: Instant,
): Promise<readonly ClaimedTicket[]> =>
  byTicket(
    await q.query<ClaimRow & Record<string, unknown>>(
      'alarm-claim',
      `with claimed as materialized (
  select t.desk_id, t.ticket_id, t.body, t.number, t.version
  from unnest($2::uuid[], $3::uuid[]) as k(desk_id, ticket_id) join ticket t on t.desk_id = k.desk_id and t.ticket_id = k.ticket_id
  where exists (select from alarm a where a.desk_id = k.desk_id and a.ticket_id = k.ticket_id and a.at <= $1)
  for no key update of t skip locked
), taken as (
  delete from alarm a using claimed c
  where a.desk_id = c.desk_id and a.ticket_id = c.ticket_id and a.at <= $1
  returning a.desk_id, a.ticket_id, a.body as alarm, c.body as ticket, c.number, c.version
) select desk_id, ticket_id, ticket, number, version, alarm from taken`,
      [toTimestamp(now), tickets.map((t) => t.deskId), tickets.map((t) => t.ticketId)],
    ),
  );

/** When the next alarm of any desk rings, one that somebody is at included; null when none is set. Ends the caller's transaction. */
export const nextAlarmAt = async (q: Queries): Promise<Instant | null> => {
  const [row] = await q.query<{ at: Instant | null }>(
    'alarm-next',
    'select min(at) as at from alarm',
    [],
    'last',
  );
  return row?.at ?? null;
};

/** Those of a ticket that could not be rung come again later, together, and do not stand before the others meanwhile. */
export const postponeAlarms = async (
  q: Queries,
  { deskId, ticketId }: AlarmedTicket,
  now: Instant,
  until: Instant,
): Promise<void> => {
  await q.query(
    'alarm-postpone',
    'update alarm set at = $4 where desk_id = $1 and ticket_id = $2 and at <= $3',
    [deskId, ticketId, toTimestamp(now), toTimestamp(until)],
  );
};

export interface StaffMember {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly role: string;
}

/** Everybody who works in these desks now. */
export const staffOf = async (q: Queries, deskIds: readonly DeskId[]): Promise<readonly StaffMember[]> =>
  q.query<StaffMember & Record<string, unknown>>(
    'alarm-staff',
    `select s.desk_id as "deskId", s.person_id as "personId", s.role from staff s join person p on p.id = s.person_id
     where s.desk_id = any($1::uuid[]) and p.disabled_at is null order by s.person_id`,
    [deskIds],
  );

/** Who is told of a deadline: the assignee; while nobody has it, dispatchers and leads, or all of a desk without those but sales. */
export const recipientsAmong = (
  staff: readonly Pick<StaffMember, 'personId' | 'role'>[],
  assigneeId: PersonId | null,
): readonly PersonId[] => {
  const assignee = staff.filter((s) => s.personId === assigneeId);
  const inCharge = staff.filter((s) => s.role === 'dispatcher' || s.role === 'lead');
  const support = staff.filter((s) => s.role !== 'sales');
  const [found = staff] = [assignee, inCharge, support].filter((some) => some.length > 0);
  return found.map((s) => s.personId);
};

export const alarmRecipients = async (
  q: Queries,
  deskId: DeskId,
  assigneeId: PersonId | null,
): Promise<readonly PersonId[]> => recipientsAmong(await staffOf(q, [deskId]), assigneeId);

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
  readonly kind: NotificationKind;
  readonly clock: string;
  readonly threshold: string;
  readonly dueAt: Instant;
  /** Null or absent: in time. */
  readonly lateMs?: number | null;
  readonly at: Instant;
  /** Who of the staff did it, where a letter about it is to say so. */
  readonly by?: PersonId;
}

export const insertNotification = async (q: Queries, n: NewNotification): Promise<void> => {
  await q.query(
    'notification-insert',
    `with told as (
       insert into notification (desk_id, notification_id, person_id, ticket_id, kind, clock, threshold, due_at, at, late_ms)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (desk_id, ticket_id, clock, threshold, due_at, person_id) do nothing
       returning desk_id, notification_id, person_id, ticket_id, kind, threshold, at
     ) ${owesLetters({ theme: '$11', byMail: '$12', by: '$13' })}`,
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
      n.lateMs ?? null,
      ...lettersOf(n.kind),
      n.by ?? null,
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

/** Marks what a person was told about one ticket. */
export const readNotificationsOfTicket = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  number: number,
  at: Instant,
): Promise<void> => {
  await q.query(
    'notification-read-ticket',
    `update notification n set read_at = $4 from ticket t
     where n.desk_id = $1 and n.person_id = $2 and n.read_at is null and t.desk_id = n.desk_id and t.ticket_id = n.ticket_id and t.number = $3`,
    [deskId, personId, number, toTimestamp(at)],
  );
};
