import {
  alarmsOf,
  type DeskId,
  EVENT_VERSION,
  type Alarm,
  type PersonId,
  type Regulation,
  type Ticket,
  type TicketEvent,
  type TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import type { NotificationKind } from './queries/notifications.ts';
import { stateColumns, stateRow } from './ticket-row.ts';
import { TIME_ZONE_DATA_SQL } from './time-zone-data.ts';
import { outboxRows } from './tickets.ts';

/** What ringing did to a locked ticket. */
export interface RungTicket {
  readonly deskId: DeskId;
  readonly ticket: Ticket;
  readonly regulation: Regulation;
  /** As it was read under the lock. */
  readonly version: number;
  readonly events: readonly TicketEvent[];
}

/** A warning or an alarm for one person. */
export interface ToldPerson {
  readonly notificationId: string;
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly ticketId: TicketId;
  readonly kind: Exclude<NotificationKind, 'letter-quarantined'>;
  readonly clock: string;
  readonly threshold: string;
  readonly dueAt: Instant;
  /** Null: in time. */
  readonly lateMs: number | null;
}

/** An alarm that was claimed, could not be rung, and comes again at `at`. */
export interface PostponedAlarm {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly alarm: Alarm;
  readonly at: Instant;
}

export interface RungBatch {
  readonly at: Instant;
  readonly tickets: readonly RungTicket[];
  readonly told: readonly ToldPerson[];
  readonly postponed: readonly PostponedAlarm[];
  readonly newId: () => string;
}

const statement = `
with rows as materialized (
  select * from jsonb_populate_recordset(null::ticket, $1::jsonb)
), wanted as materialized (
  select * from jsonb_to_recordset($4::jsonb) as a(desk_id uuid, ticket_id uuid, key text, at timestamptz, body jsonb)
), head as (
  update ticket t set version = r.version, ${stateColumns.map((c) => `${c} = r.${c}`).join(', ')}
  from rows r where t.desk_id = r.desk_id and t.ticket_id = r.ticket_id
  returning t.ticket_id
), journal_rows as (
  insert into journal (desk_id, stream_kind, stream_id, seq, at, time_zone_data, type, version, body)
  select j.desk_id, 'ticket', j.ticket_id, j.seq, $2::timestamptz, ${TIME_ZONE_DATA_SQL}, j.event ->> 'type', ${EVENT_VERSION}, j.event - 'type'
  from jsonb_to_recordset($3::jsonb) as j(desk_id uuid, ticket_id uuid, seq int, event jsonb)
), gone as (
  delete from alarm a using rows r
  where a.desk_id = r.desk_id and a.ticket_id = r.ticket_id
    and not exists (select from wanted w where w.desk_id = a.desk_id and w.ticket_id = a.ticket_id and w.key = a.key)
), alarm_rows as (
  insert into alarm (desk_id, ticket_id, key, at, body)
  select desk_id, ticket_id, key, at, body from wanted
  on conflict (desk_id, ticket_id, key) do update set at = excluded.at, body = excluded.body
    where (alarm.at, alarm.body) is distinct from (excluded.at, excluded.body)
), outbox_rows as (
  insert into outbox (desk_id, outbox_id, ticket_id, key, body, created_at, next_at)
  select o.desk_id, o.outbox_id, o.ticket_id, o.key, o.body, $2::timestamptz, $2::timestamptz
  from jsonb_to_recordset($5::jsonb) as o(desk_id uuid, outbox_id uuid, ticket_id uuid, key text, body jsonb)
), notification_rows as (
  insert into notification (desk_id, notification_id, person_id, ticket_id, kind, clock, threshold, due_at, late_ms, at)
  select n."deskId", n."notificationId", n."personId", n."ticketId", n.kind, n.clock, n.threshold, n."dueAt", n."lateMs", $2::timestamptz
  from jsonb_to_recordset($6::jsonb) as n("deskId" uuid, "notificationId" uuid, "personId" uuid, "ticketId" uuid, kind text, clock text,
    threshold text, "dueAt" timestamptz, "lateMs" bigint)
  on conflict (desk_id, ticket_id, clock, threshold, due_at, person_id) do nothing
)
select count(*) as written from head`;

const wantedAlarms = (batch: RungBatch): readonly unknown[] => [
  ...batch.tickets.flatMap(({ deskId, ticket }) =>
    alarmsOf(ticket).map((a) => ({
      desk_id: deskId,
      ticket_id: ticket.ticketId,
      key: a.key,
      at: toTimestamp(a.at),
      body: a,
    })),
  ),
  ...batch.postponed.map(({ deskId, ticketId, alarm, at }) => ({
    desk_id: deskId,
    ticket_id: ticketId,
    key: alarm.key,
    at: toTimestamp(at),
    body: alarm,
  })),
];

const valuesOf = (batch: RungBatch): readonly unknown[] => {
  const { tickets } = batch;
  return [
    tickets.map((t) => ({
      ...stateRow(t.deskId, t.ticket, t.regulation),
      version: t.version + t.events.length,
    })),
    toTimestamp(batch.at),
    tickets.flatMap((t) =>
      t.events.map((event, index) => ({
        desk_id: t.deskId,
        ticket_id: t.ticket.ticketId,
        seq: t.version + 1 + index,
        event,
      })),
    ),
    wantedAlarms(batch),
    tickets.flatMap((t) =>
      outboxRows({ ticket: t.ticket, events: t.events, newId: batch.newId }, t.version + 1).map((row) => ({
        ...row,
        desk_id: t.deskId,
        ticket_id: t.ticket.ticketId,
      })),
    ),
    batch.told.map((n) => ({ ...n, dueAt: toTimestamp(n.dueAt) })),
  ].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
};

/** Writes what ringing did to many locked tickets of any desks, in one statement that ends the caller's transaction. */
export const writeRung = async (q: Queries, batch: RungBatch): Promise<void> => {
  const [row] = await q.query<{ written: number }>('alarm-rung', statement, valuesOf(batch), 'last');
  if (row?.written !== batch.tickets.length)
    throw new Error(`${row?.written ?? 0} of ${batch.tickets.length} rung tickets are there`);
};
