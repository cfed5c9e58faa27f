import {
  alarmsOf,
  EVENT_VERSION,
  type ContactId,
  type DeskId,
  type LetterId,
  type MessageId,
  noticesOf,
  type PersonId,
  type Regulation,
  type Ticket,
  type TicketEvent,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { stateColumns, stateRow } from './ticket-row.ts';
import { TIME_ZONE_DATA_SQL } from './time-zone-data.ts';

/** A message of the conversation as it is stored with the event that names it. */
export interface NewMessage {
  readonly messageId: MessageId;
  readonly kind:
    | 'customer'
    | 'reply'
    | 'information-request'
    | 'resolution'
    | 'refusal'
    | 'objection'
    | 'note'
    | 'system';
  readonly personId: PersonId | null;
  readonly contactId: ContactId | null;
  readonly author: string;
  readonly text: string;
  readonly html: string | null;
  readonly quoted: string;
  readonly letterId: LetterId | null;
  /** Files uploaded before by whoever acts, to be given to this message. */
  readonly attachmentIds: readonly string[];
}

export interface IdempotencyEntry {
  readonly key: string;
  readonly requestHash: string;
  /** What a repetition of the request is answered with. */
  readonly response: unknown;
}

/** One command's outcome: everything that one transaction writes. */
export interface TicketWrite {
  readonly deskId: DeskId;
  readonly ticket: Ticket;
  readonly regulation: Regulation;
  readonly events: readonly TicketEvent[];
  readonly at: Instant;
  readonly actorId: PersonId | null;
  readonly messages: readonly NewMessage[];
  /** Answers to intake fields, by field id. */
  readonly fields: Readonly<Record<string, string>>;
  readonly idempotency: IdempotencyEntry | null;
  /** Nothing follows in the caller's transaction: it is committed with this write. */
  readonly last?: boolean;
  readonly newId: () => string;
}

const messageSide = {
  customer: 'customer',
  objection: 'customer',
  reply: 'staff',
  'information-request': 'staff',
  resolution: 'staff',
  refusal: 'staff',
  note: null,
  system: null,
} as const;

/** Rows of the outbox: the key makes the same notice of the same event impossible to owe twice. */
export const outboxRows = (
  write: Pick<TicketWrite, 'events' | 'newId' | 'ticket'>,
  firstSeq: number,
): readonly Record<string, unknown>[] =>
  write.events.flatMap((event, index) =>
    noticesOf(event, write.events.slice(index + 1)).map((notice) => ({
      outbox_id: write.newId(),
      key: `${write.ticket.ticketId}:${firstSeq + index}:${notice.kind}`,
      body: notice,
    })),
  );

const lastMessageOf = (write: TicketWrite): 'customer' | 'staff' | null =>
  write.messages.reduce<'customer' | 'staff' | null>((side, m) => messageSide[m.kind] ?? side, null);

/** The part both statements share; `head` is a CTE that yields `number`. $1 desk, $2 ticket, $3 row, $4 at ... */
const tail = `
journal_rows as (
  insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, time_zone_data, type, version, body)
  select $1::uuid, 'ticket', $2::uuid, $5::int + e.ord::int - 1, $4::timestamptz, $6::uuid, ${TIME_ZONE_DATA_SQL}, e.value ->> 'type', ${EVENT_VERSION},
    case when $5::int + e.ord = 2 then (e.value - 'type') || jsonb_build_object('number', head.number) else e.value - 'type' end
  from head, jsonb_array_elements($7::jsonb) with ordinality as e(value, ord)
), message_rows as (
  insert into message (desk_id, message_id, ticket_id, at, kind, person_id, contact_id, author, text, html, quoted, letter_id)
  select $1::uuid, m."messageId", $2::uuid, $4::timestamptz, m.kind, m."personId", m."contactId", m.author, m.text, m.html, m.quoted, m."letterId"
  from jsonb_to_recordset($8::jsonb) as m("messageId" uuid, kind text, "personId" uuid, "contactId" uuid, author text, text text, html text, quoted text, "letterId" uuid)
), attachment_rows as (
  update attachment a set message_id = f.message_id
  from jsonb_to_recordset($9::jsonb) as f(attachment_id uuid, message_id uuid)
  where a.desk_id = $1::uuid and a.attachment_id = f.attachment_id and a.message_id is null and a.uploaded_by is not distinct from $6::uuid
  returning a.attachment_id
), outbox_rows as (
  insert into outbox (desk_id, outbox_id, ticket_id, key, body, created_at, next_at)
  select $1::uuid, o.outbox_id, $2::uuid, o.key, o.body, $4::timestamptz, $4::timestamptz
  from jsonb_to_recordset($10::jsonb) as o(outbox_id uuid, key text, body jsonb)
), alarm_rows as (
  insert into alarm (desk_id, ticket_id, key, at, body)
  select $1::uuid, $2::uuid, a.key, a.at, a.body
  from jsonb_to_recordset($11::jsonb) as a(key text, at timestamptz, body jsonb)
  on conflict (desk_id, ticket_id, key) do update set at = excluded.at, body = excluded.body
    where (alarm.at, alarm.body) is distinct from (excluded.at, excluded.body)
), idempotency_rows as (
  insert into idempotency (desk_id, key, request_hash, response, at)
  select $1::uuid, i.key, i.request_hash, i.response || jsonb_build_object('number', head.number), $4::timestamptz
  from head, jsonb_to_recordset($12::jsonb) as i(key text, request_hash text, response jsonb)
)
select head.number, (select count(*) from attachment_rows) as attached from head`;

const insertColumns = [
  'desk_id',
  'ticket_id',
  'number',
  'version',
  'subject',
  'fields',
  'last_message_at',
  'last_message_from',
  ...stateColumns,
].join(', ');

const insertStatement = `
with counted as (
  insert into counter (desk_id, name, value) values ($1::uuid, 'ticket', 1)
  on conflict (desk_id, name) do update set value = counter.value + 1
  returning value
), head as (
  insert into ticket (${insertColumns})
  select ${insertColumns.replaceAll(/(\w+)/g, 'r.$1')}
  from counted, jsonb_populate_record(null::ticket, $3::jsonb || jsonb_build_object('number', counted.value)) as r
  returning number
), ${tail}`;

const updateStatement = `
with head as (
  update ticket t set version = r.version, fields = t.fields || r.fields,
    last_message_at = coalesce(r.last_message_at, t.last_message_at), last_message_from = coalesce(r.last_message_from, t.last_message_from),
    ${stateColumns.map((c) => `${c} = r.${c}`).join(', ')}
  from jsonb_populate_record(null::ticket, $3::jsonb) as r
  where t.desk_id = $1::uuid and t.ticket_id = $2::uuid
  returning t.number
), gone as (
  delete from alarm where desk_id = $1::uuid and ticket_id = $2::uuid
    and key not in (select a.key from jsonb_to_recordset($11::jsonb) as a(key text))
), ${tail}`;

const rowOf = (write: TicketWrite, version: number, subject: string | null): unknown => {
  const side = lastMessageOf(write);
  return {
    ...stateRow(write.deskId, write.ticket, write.regulation),
    version,
    ...(subject === null ? {} : { subject }),
    fields: write.fields,
    last_message_at: side === null && subject === null ? null : toTimestamp(write.at),
    last_message_from: side ?? (subject === null ? null : 'system'),
  };
};

const valuesOf = (write: TicketWrite, firstSeq: number, subject: string | null): readonly unknown[] => [
  write.deskId,
  write.ticket.ticketId,
  JSON.stringify(rowOf(write, firstSeq + write.events.length - 1, subject)),
  toTimestamp(write.at),
  firstSeq,
  write.actorId,
  JSON.stringify(write.events),
  JSON.stringify(write.messages),
  JSON.stringify(
    write.messages.flatMap((m) =>
      m.attachmentIds.map((id) => ({ attachment_id: id, message_id: m.messageId })),
    ),
  ),
  JSON.stringify(outboxRows(write, firstSeq)),
  JSON.stringify(alarmsOf(write.ticket).map((a) => ({ key: a.key, at: toTimestamp(a.at), body: a }))),
  JSON.stringify(
    write.idempotency === null
      ? []
      : [
          {
            key: write.idempotency.key,
            request_hash: write.idempotency.requestHash,
            response: write.idempotency.response,
          },
        ],
  ),
];

/** Thrown when a file named by a command is not there to be given to its message. */
export class AttachmentMissing extends Error {}

const write = async (
  q: Queries,
  name: string,
  statement: string,
  w: TicketWrite,
  firstSeq: number,
  subject: string | null,
): Promise<number> => {
  const files = w.messages.reduce((sum, m) => sum + m.attachmentIds.length, 0);
  const [row] = await q.query<{ number: number; attached: number }>(
    name,
    statement,
    valuesOf(w, firstSeq, subject),
    // A file that is not there undoes the write, so it must not be committed before that is known.
    w.last === true && files === 0 ? 'last' : undefined,
  );
  if (row === undefined) throw new Error(`ticket ${w.ticket.ticketId} is gone`);
  if (row.attached !== files) throw new AttachmentMissing('a file was not found or is used already');
  return row.number;
};

/** Writes a new ticket with its journal, message, outbox and alarms in one statement; returns its number. */
export const insertTicket = (q: Queries, w: TicketWrite & { readonly subject: string }): Promise<number> =>
  write(q, 'ticket-insert', insertStatement, w, 1, w.subject);

/** Writes what a command did to a locked ticket. `version` is the one that was read under the lock. Returns the new version. */
export const updateTicket = async (
  q: Queries,
  w: TicketWrite & { readonly version: number },
): Promise<number> => {
  await write(q, 'ticket-update', updateStatement, w, w.version + 1, null);
  return w.version + w.events.length;
};

export interface LockedTicket {
  readonly ticket: Ticket;
  readonly number: number;
  readonly version: number;
}

/** Locks a ticket for a command; null when the desk has no such ticket. */
export const lockTicket = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<LockedTicket | null> => {
  const [row] = await q.query<{ body: Ticket; number: number; version: number }>(
    'ticket-lock',
    'select body, number, version from ticket where desk_id = $1 and ticket_id = $2 for update',
    [deskId, ticketId],
  );
  return row === undefined
    ? null
    : { ticket: upcastTicket(row.body), number: row.number, version: row.version };
};
