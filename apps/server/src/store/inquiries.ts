import type {
  DeskId,
  Inquiry,
  InquiryEvent,
  InquiryId,
  InquiryNotice,
  LetterId,
  MessageId,
  PersonId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { inquiryColumns, inquiryRow } from './inquiry-row.ts';
import { AttachmentMissing } from './tickets.ts';
import { TIME_ZONE_DATA_SQL } from './time-zone-data.ts';

/** A message of an inquiry's conversation, kept apart from the journal. */
export interface NewInquiryMessage {
  readonly messageId: MessageId;
  readonly kind: 'customer' | 'reply' | 'note';
  readonly personId: PersonId | null;
  readonly author: string;
  readonly text: string;
  readonly letterId: LetterId | null;
  /** Files kept before, to be given to this message. */
  readonly attachmentIds: readonly string[];
}

/** One command's outcome: the row, the journal, the messages and the letters that it owes, in one statement. */
export interface InquiryWrite {
  readonly deskId: DeskId;
  readonly inquiry: Inquiry;
  readonly events: readonly InquiryEvent[];
  readonly messages: readonly NewInquiryMessage[];
  /** By the place of their event among `events`, from 0. */
  readonly notices: readonly { readonly event: number; readonly notice: InquiryNotice }[];
  readonly at: Instant;
  readonly actorId: PersonId | null;
  readonly newId: () => string;
}

/** $1 desk, $2 inquiry, $3 at, $4 version before, $5 actor, $6 events, $7 messages, $8 outbox, $9 files. */
const tail = `
journal_rows as (
  insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, time_zone_data, type, version, body)
  select $1::uuid, 'inquiry', $2::uuid, $4::int + e.ord::int, $3::timestamptz, $5::uuid, ${TIME_ZONE_DATA_SQL}, e.value ->> 'type', 1, e.value - 'type'
  from head, jsonb_array_elements($6::jsonb) with ordinality as e(value, ord)
), message_rows as (
  insert into inquiry_message (desk_id, message_id, inquiry_id, at, kind, person_id, author, text, letter_id)
  select $1::uuid, m."messageId", $2::uuid, $3::timestamptz, m.kind, m."personId", m.author, m.text, m."letterId"
  from head, jsonb_to_recordset($7::jsonb) as m("messageId" uuid, kind text, "personId" uuid, author text, text text, "letterId" uuid)
), outbox_rows as (
  insert into outbox (desk_id, outbox_id, inquiry_id, key, body, created_at, next_at)
  select $1::uuid, o.outbox_id, $2::uuid, o.key, o.body, $3::timestamptz, $3::timestamptz
  from head, jsonb_to_recordset($8::jsonb) as o(outbox_id uuid, key text, body jsonb)
)
select head.number from head`;

/** Columns that follow from the decider's state. */
const stateColumns = (inquiry: Inquiry): readonly unknown[] => {
  const row = inquiryRow(inquiry);
  return inquiryColumns.map((column) => (column === 'body' ? JSON.stringify(row.body) : row[column]));
};

const sharedValues = (w: InquiryWrite, versionBefore: number): readonly unknown[] => [
  w.deskId,
  w.inquiry.inquiryId,
  toTimestamp(w.at),
  versionBefore,
  w.actorId,
  JSON.stringify(w.events),
  JSON.stringify(w.messages),
  JSON.stringify(
    w.notices.map(({ event, notice }) => ({
      outbox_id: w.newId(),
      key: `${w.inquiry.inquiryId}:${versionBefore + event + 1}:${notice.kind}`,
      body: notice,
    })),
  ),
];

/** Files belong to a message from now on; one that is not there, is another's or was sent before undoes the command. */
const giveFiles = async (q: Queries, w: InquiryWrite): Promise<void> => {
  const files = w.messages.flatMap(({ messageId, attachmentIds }) =>
    attachmentIds.map((attachmentId) => ({ attachmentId, messageId })),
  );
  if (files.length === 0) return;
  const given = await q.query(
    'inquiry-files',
    `update attachment a set inquiry_message_id = f."messageId"
     from jsonb_to_recordset($2::jsonb) as f("attachmentId" uuid, "messageId" uuid)
     where a.desk_id = $1::uuid and a.attachment_id = f."attachmentId" and a.message_id is null and a.inquiry_message_id is null
       and a.uploaded_by is not distinct from $3::uuid
     returning a.attachment_id`,
    [w.deskId, JSON.stringify(files), w.actorId],
  );
  if (given.length < files.length) throw new AttachmentMissing('a file of an inquiry is not there');
};

/** A new inquiry with its number of a series of its own. */
export const insertInquiry = async (
  q: Queries,
  w: InquiryWrite & { readonly subject: string; readonly receivedAt: Instant },
): Promise<number> => {
  const [row] = await q.query<{ number: number }>(
    'inquiry-open',
    `with counted as (
       insert into counter (desk_id, name, value) values ($1::uuid, 'inquiry', 1)
       on conflict (desk_id, name) do update set value = counter.value + 1 returning value
     ), head as (
       insert into inquiry (desk_id, inquiry_id, number, version, company_id, contact_id, state, district, addressee, owner_id, body, subject, received_at, last_message_at)
       select $1::uuid, $2::uuid, counted.value, jsonb_array_length($6::jsonb), $9::uuid, $10::uuid, $11, $12, $13, $14::uuid, $15::jsonb, $16, $17::timestamptz, $3::timestamptz
       from counted returning number
     ), ${tail}`,
    [...sharedValues(w, 0), ...stateColumns(w.inquiry), w.subject, toTimestamp(w.receivedAt)],
  );
  if (row === undefined) throw new Error('an inquiry was opened without a number');
  await giveFiles(q, w);
  return row.number;
};

/** What a command did to a locked inquiry; `version` was read under the lock. Returns the new one. */
export const updateInquiry = async (
  q: Queries,
  w: InquiryWrite & { readonly version: number },
): Promise<number> => {
  await q.query(
    'inquiry-update',
    `with head as (
       update inquiry set version = $4::int + jsonb_array_length($6::jsonb), company_id = $9::uuid, contact_id = $10::uuid, state = $11, district = $12,
         addressee = $13, owner_id = $14::uuid, body = $15::jsonb,
         last_message_at = case when jsonb_array_length($7::jsonb) > 0 then $3::timestamptz else last_message_at end
       where desk_id = $1::uuid and inquiry_id = $2::uuid returning number
     ), ${tail}`,
    [...sharedValues(w, w.version), ...stateColumns(w.inquiry)],
  );
  await giveFiles(q, w);
  return w.version + w.events.length;
};

export interface LockedInquiry {
  readonly deskId: DeskId;
  readonly inquiry: Inquiry;
  readonly number: number;
  readonly version: number;
  readonly subject: string;
}

const locking = (key: 'inquiry_id' | 'number', type: string): string =>
  `select body as inquiry, number, version, subject from inquiry where desk_id = $1::uuid and ${key} = $2::${type} for update`;

/** Locks an inquiry for a command; null when the desk has no such inquiry. */
export const lockInquiry = async (
  q: Queries,
  deskId: DeskId,
  key: { readonly inquiryId: InquiryId } | { readonly number: number },
): Promise<LockedInquiry | null> => {
  const [row] = await ('number' in key
    ? q.query<Omit<LockedInquiry, 'deskId'> & Record<string, unknown>>(
        'inquiry-lock-number',
        locking('number', 'bigint'),
        [deskId, key.number],
      )
    : q.query<Omit<LockedInquiry, 'deskId'> & Record<string, unknown>>(
        'inquiry-lock',
        locking('inquiry_id', 'uuid'),
        [deskId, key.inquiryId],
      ));
  return row === undefined ? null : { deskId, ...row };
};

/** The message went out as this letter. */
export const nameLetterOfInquiryMessage = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
  letterId: LetterId,
): Promise<void> => {
  await q.query(
    'inquiry-message-letter',
    'update inquiry_message set letter_id = $3 where desk_id = $1 and message_id = $2 and letter_id is null',
    [deskId, messageId, letterId],
  );
};

/** A person is told of an inquiry: once of each thing that happened to it. */
export const insertInquiryNotification = async (
  q: Queries,
  n: {
    readonly deskId: DeskId;
    readonly notificationId: string;
    readonly personId: PersonId;
    readonly inquiryId: InquiryId;
    readonly kind: 'inquiry-came' | 'inquiry-wrote' | 'inquiry-handed-over';
    /** What makes it one: the id of a message, or the place in the journal. */
    readonly threshold: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'notification-insert-inquiry',
    `insert into notification (desk_id, notification_id, person_id, inquiry_id, kind, clock, threshold, due_at, at)
     values ($1, $2, $3, $4, $5, '', $6, $7, $7)
     on conflict (desk_id, inquiry_id, threshold, person_id) where inquiry_id is not null do nothing`,
    [n.deskId, n.notificationId, n.personId, n.inquiryId, n.kind, n.threshold, toTimestamp(n.at)],
  );
};

/** Addresses whose letters are for sales. */
export interface SalesAddresses {
  /** The one that an administrator named; null: none. */
  readonly named: string | null;
  /** All of them: `<desk>+sales@` of the desk's mailbox too. */
  readonly all: readonly string[];
}

export const salesAddressesOf = async (q: Queries, deskId: DeskId): Promise<SalesAddresses> => {
  const [row] = await q.query<{ mail: string; sales: string | null }>(
    'desk-sales-addresses',
    'select mail_address as mail, sales_address as sales from desk where desk_id = $1',
    [deskId],
  );
  if (row === undefined) return { named: null, all: [] };
  const beside = row.mail.replace('@', '+sales@');
  return { named: row.sales, all: row.sales === null ? [beside] : [row.sales, beside] };
};
