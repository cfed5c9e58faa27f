import type {
  ChannelId,
  CompanyId,
  ContactId,
  DeskId,
  Inquiry,
  InquiryEvent,
  InquiryId,
  Language,
  LetterId,
  MessageId,
  PersonId,
  TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

export interface InquiryRow {
  readonly inquiry: Inquiry;
  readonly number: number;
  readonly version: number;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly lastMessageAt: Instant;
  readonly contactName: string;
  readonly contactEmail: string | null;
  readonly contactPhone: string;
  readonly companyName: string | null;
  readonly ownerName: string | null;
}

const columns = `i.body as inquiry, i.number, i.version, i.subject, i.received_at as "receivedAt", i.last_message_at as "lastMessageAt",
  c.name as "contactName", c.email as "contactEmail", c.phone as "contactPhone", o.name as "companyName", p.name as "ownerName"`;
const joined = `inquiry i join contact c on c.desk_id = i.desk_id and c.contact_id = i.contact_id
  left join company o on o.desk_id = i.desk_id and o.company_id = i.company_id
  left join person p on p.id = i.owner_id`;

export type InquiryList = 'open' | 'answered' | 'won' | 'lost' | 'mine' | 'unrouted' | 'all';

const lists: Readonly<Record<InquiryList, (person: string) => string>> = {
  all: () => 'true',
  open: () => `i.state = 'open'`,
  answered: () => `i.state = 'answered'`,
  won: () => `i.state = 'won'`,
  lost: () => `i.state = 'lost'`,
  mine: (person) => `i.owner_id = ${person} and i.state in ('open', 'answered')`,
  unrouted: () => `i.addressee is null and i.state in ('open', 'answered')`,
};

export interface InquiriesAsked {
  readonly deskId: DeskId;
  readonly list: InquiryList;
  /** Whose `mine` is. */
  readonly personId: PersonId;
  /** A number, or a part of the subject, of the company's name, of the contact's name or address; empty: all. */
  readonly search: string;
  readonly companyId: CompanyId | null;
  /** Those that this ticket became, or that became it; null: whatever they are. */
  readonly ticketNumber: number | null;
  readonly after: { readonly at: Instant; readonly inquiryId: string } | null;
  readonly limit: number;
}

const matches = (words: string): string =>
  `(strpos(lower(i.subject), ${words}) > 0 or strpos(lower(coalesce(o.name, '')), ${words}) > 0
    or strpos(lower(c.name), ${words}) > 0 or strpos(lower(coalesce(c.email, '')), ${words}) > 0 or 's-' || i.number = ${words} or i.number::text = ${words})`;

const ofTicket = (number: string): string =>
  `exists (select from ticket t where t.desk_id = i.desk_id and t.number = ${number} and t.ticket_id::text in (i.body ->> 'fromTicketId', i.body ->> 'becameTicketId'))`;

/** Inquiries of a list, the latest word first. */
export const inquiriesPage = (q: Queries, asked: InquiriesAsked): Promise<readonly InquiryRow[]> => {
  const { list, companyId, after } = asked;
  const words = asked.search.trim().toLowerCase();
  const values: unknown[] = [];
  const value = (given: unknown, type: string): string => `$${values.push(given)}::${type}`;
  const conditions = [
    `i.desk_id = ${value(asked.deskId, 'uuid')}`,
    lists[list](list === 'mine' ? value(asked.personId, 'uuid') : ''),
    ...(companyId === null ? [] : [`i.company_id = ${value(companyId, 'uuid')}`]),
    ...(asked.ticketNumber === null ? [] : [ofTicket(value(asked.ticketNumber, 'bigint'))]),
    ...(words === '' ? [] : [matches(value(words, 'text'))]),
    ...(after === null
      ? []
      : [
          `(i.last_message_at, i.inquiry_id) < (${value(toTimestamp(after.at), 'timestamptz')}, ${value(after.inquiryId, 'uuid')})`,
        ]),
  ];
  const shape = [companyId !== null, asked.ticketNumber !== null, words !== '', after !== null]
    .map(Number)
    .join('');
  return q.query<InquiryRow & Record<string, unknown>>(
    `inquiries-${list}-${shape}`,
    `select ${columns} from ${joined} where ${conditions.join(' and ')}
     order by i.last_message_at desc, i.inquiry_id desc limit ${value(asked.limit, 'int')}`,
    values,
  );
};

export interface InquiryMessageRow {
  readonly messageId: MessageId;
  readonly at: string;
  readonly kind: 'customer' | 'reply' | 'note';
  readonly author: string;
  readonly text: string;
  readonly letterId: LetterId | null;
  readonly delivery: string | null;
  readonly attachments: readonly {
    readonly attachmentId: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
  }[];
}

/** What an inquiry's page shows beside its row. */
export interface InquiryPageRow extends InquiryRow {
  readonly messages: readonly InquiryMessageRow[];
  readonly entries: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: string | null;
    readonly event: InquiryEvent;
  }[];
  /** Names by id of what its journal and its state name. */
  readonly companies: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly certificates: Readonly<Record<string, string>>;
  readonly tickets: Readonly<Record<string, number>>;
  /** Who may have it. */
  readonly staff: readonly { readonly personId: PersonId; readonly name: string }[];
}

const MOST_MESSAGES = 500;
const MOST_ENTRIES = 1000;

/** Ids in bodies of the journal, by the key that they stand under. */
const named = (keys: readonly string[]): string =>
  `(select j.body ->> k.key from journal j cross join (values ${keys.map((key) => `('${key}')`).join(', ')}) as k(key)
    where j.desk_id = $1 and j.stream_kind = 'inquiry' and j.stream_id = i.inquiry_id and j.body ->> k.key is not null)`;

const pageStatement = `
select ${columns},
  coalesce((select jsonb_agg(jsonb_build_object('messageId', m.message_id, 'at', m.at, 'kind', m.kind, 'author', m.author, 'text', m.text, 'letterId', m.letter_id,
      'delivery', (select l.outcome from letter l where l.desk_id = $1 and l.letter_id = m.letter_id and l.direction = 'out'),
      'attachments', coalesce((select jsonb_agg(jsonb_build_object('attachmentId', a.attachment_id, 'name', a.name, 'type', a.type, 'size', a.size) order by a.created_at, a.attachment_id)
        from attachment a where a.desk_id = $1 and a.inquiry_message_id = m.message_id), '[]')) order by m.at, m.message_id)
    from (select * from inquiry_message where desk_id = $1 and inquiry_id = i.inquiry_id order by at desc, message_id desc limit ${MOST_MESSAGES}) m), '[]') as messages,
  coalesce((select jsonb_agg(jsonb_build_object('seq', j.seq, 'at', j.at, 'actor', a.name, 'event', j.body || jsonb_build_object('type', j.type)) order by j.seq)
    from (select * from journal where desk_id = $1 and stream_kind = 'inquiry' and stream_id = i.inquiry_id order by seq desc limit ${MOST_ENTRIES}) j
    left join person a on a.id = j.actor_id), '[]') as entries,
  coalesce((select jsonb_object_agg(k.company_id, coalesce(kept.name, k.name)) from company k
    left join company kept on kept.desk_id = k.desk_id and kept.company_id = k.merged_into
    where k.desk_id = $1 and k.company_id::text in ${named(['companyId', 'partnerId'])}), '{}') as companies,
  coalesce((select jsonb_object_agg(p2.id, p2.name) from person p2 where p2.id::text in ${named(['ownerId'])}), '{}') as people,
  coalesce((select jsonb_object_agg(e.certificate_id, e.number) from certificate e where e.desk_id = $1 and e.certificate_id::text in ${named(['certificateId'])}), '{}') as certificates,
  coalesce((select jsonb_object_agg(t.ticket_id, t.number) from ticket t where t.desk_id = $1 and t.ticket_id::text in ${named(['ticketId', 'fromTicketId'])}), '{}') as tickets,
  coalesce((select jsonb_agg(jsonb_build_object('personId', w.id, 'name', w.name) order by w.name, w.id)
    from staff s join person w on w.id = s.person_id
    where s.desk_id = $1 and s.role <> 'engineer' and w.disabled_at is null), '[]') as staff
from ${joined} where i.desk_id = $1 and i.number = $2`;

/** Everything that an inquiry's page shows; null when the desk has no inquiry of this number. */
export const inquiryPageRow = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<InquiryPageRow | null> => {
  const [row] = await q.query<InquiryPageRow & Record<string, unknown>>('inquiry-page', pageStatement, [
    deskId,
    number,
  ]);
  return row ?? null;
};

/** An inquiry as rule R1 asks for it. */
export interface InquiryRef {
  readonly inquiryId: InquiryId;
  readonly number: number;
  readonly contactEmail: string | null;
}

/** The inquiry of a number; null when the desk has none. */
export const inquiryByNumber = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<InquiryRef | null> => {
  const [row] = await q.query<InquiryRef & Record<string, unknown>>(
    'inquiry-by-number',
    `select i.inquiry_id as "inquiryId", i.number, c.email as "contactEmail"
     from inquiry i join contact c on c.desk_id = i.desk_id and c.contact_id = i.contact_id where i.desk_id = $1 and i.number = $2`,
    [deskId, number],
  );
  return row ?? null;
};

/** The inquiry that a letter of ours was about; null: none of ours, or about something else. */
export const inquiryOfSentLetter = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
): Promise<InquiryRef | null> => {
  const [row] = await q.query<InquiryRef & Record<string, unknown>>(
    'inquiry-of-letter',
    `select i.inquiry_id as "inquiryId", i.number, c.email as "contactEmail"
     from letter l join inquiry i on i.desk_id = l.desk_id and i.inquiry_id = l.inquiry_id
     join contact c on c.desk_id = i.desk_id and c.contact_id = i.contact_id
     where l.desk_id = $1 and l.message_id = $2 and l.direction = 'out' limit 1`,
    [deskId, messageId],
  );
  return row ?? null;
};

/** What a letter about an inquiry needs. */
export interface InquiryForLetter {
  readonly inquiry: Inquiry;
  readonly number: number;
  readonly subject: string;
  readonly contact: {
    readonly contactId: ContactId;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string;
    /** In which they are written to; null: nobody has said. */
    readonly language: Language | null;
  };
  readonly company: {
    readonly companyId: CompanyId;
    readonly name: string;
    readonly inn: string | null;
    readonly city: string;
  } | null;
  /** The letter that it came by; null: it came another way. */
  readonly firstLetter: {
    readonly messageId: string | null;
    readonly nature: string | null;
    readonly authentication: string | null;
  } | null;
  /** What was asked first. */
  readonly firstText: string;
  /** Opened by one of the desk's people, who knows whose address it is. */
  readonly byStaff: boolean;
}

/** An inquiry with whoever asked; null: gone. */
export const inquiryForLetter = async (
  q: Queries,
  deskId: DeskId,
  inquiryId: InquiryId,
): Promise<InquiryForLetter | null> => {
  const [row] = await q.query<InquiryForLetter & Record<string, unknown>>(
    'inquiry-for-letter',
    `select i.body as inquiry, i.number, i.subject, jsonb_build_object('contactId', c.contact_id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'language', c.language) as contact,
       case when o.company_id is not null then jsonb_build_object('companyId', o.company_id, 'name', o.name, 'inn', o.inn, 'city', o.city) end as company,
       case when l.letter_id is not null then jsonb_build_object('messageId', l.message_id, 'nature', l.nature, 'authentication', l.authentication) end as "firstLetter",
       coalesce(m.text, '') as "firstText",
       exists (select from journal j where j.desk_id = $1 and j.stream_kind = 'inquiry' and j.stream_id = i.inquiry_id and j.seq = 1 and j.actor_id is not null) as "byStaff"
     from inquiry i join contact c on c.desk_id = i.desk_id and c.contact_id = i.contact_id
     left join company o on o.desk_id = i.desk_id and o.company_id = i.company_id
     left join lateral (select text, letter_id from inquiry_message f where f.desk_id = $1 and f.inquiry_id = i.inquiry_id and f.kind = 'customer' order by f.at, f.message_id limit 1) m on true
     left join letter l on l.desk_id = i.desk_id and l.letter_id = m.letter_id
     where i.desk_id = $1 and i.inquiry_id = $2`,
    [deskId, inquiryId],
  );
  return row ?? null;
};

/** Files of a letter, bytes; the others are named in it and stay at the desk. */
const LETTER_FILES = 15 * 1024 * 1024;

/** A message of an inquiry that a letter carries, with its files as far as they fit. */
export const inquiryMessageForLetter = async (
  q: Queries,
  deskId: DeskId,
  messageId: MessageId,
): Promise<{
  readonly author: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
  readonly fileNames: readonly string[];
} | null> => {
  const [row] = await q.query<{ author: string; text: string }>(
    'inquiry-message-for-letter',
    'select author, text from inquiry_message where desk_id = $1 and message_id = $2',
    [deskId, messageId],
  );
  if (row === undefined) return null;
  const files = await q.query<{ name: string; type: string; content: Buffer | null }>(
    'inquiry-message-files',
    `select name, type, case when sum(size) over (order by attachment_id) <= ${LETTER_FILES} then content end as content
     from attachment where desk_id = $1 and inquiry_message_id = $2 order by attachment_id limit 50`,
    [deskId, messageId],
  );
  const attachments = files.flatMap(({ content, ...file }) =>
    content === null ? [] : [{ ...file, content }],
  );
  return { ...row, attachments, fileNames: files.map(({ name }) => name) };
};

/** All that the customer wrote and sent in an inquiry, in order. */
export const customerWordsOf = async (
  q: Queries,
  deskId: DeskId,
  inquiryId: InquiryId,
): Promise<{
  readonly texts: readonly string[];
  readonly letterId: LetterId | null;
  readonly attachmentIds: readonly string[];
}> => {
  const rows = await q.query<{ text: string; letterId: LetterId | null; files: readonly string[] }>(
    'inquiry-customer-words',
    `select m.text, m.letter_id as "letterId", array(select a.attachment_id::text from attachment a
       where a.desk_id = $1 and a.inquiry_message_id = m.message_id and a.message_id is null order by a.created_at, a.attachment_id) as files
     from inquiry_message m where m.desk_id = $1 and m.inquiry_id = $2 and m.kind = 'customer' order by m.at, m.message_id limit ${MOST_MESSAGES}`,
    [deskId, inquiryId],
  );
  return {
    texts: rows.map(({ text }) => text),
    letterId: rows.find(({ letterId }) => letterId !== null)?.letterId ?? null,
    attachmentIds: rows.flatMap(({ files }) => files),
  };
};

/** What a customer asked first in a ticket. */
export interface AskedInTicket {
  readonly ticketId: TicketId;
  readonly contactId: ContactId;
  readonly companyId: CompanyId | null;
  readonly channel: ChannelId;
  readonly subject: string;
  readonly text: string;
  readonly letterId: LetterId | null;
}

/** The first words of a ticket; null: the desk has no such ticket. */
export const askedInTicket = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<AskedInTicket | null> => {
  const [row] = await q.query<AskedInTicket & Record<string, unknown>>(
    'ticket-asked',
    `select t.ticket_id as "ticketId", t.contact_id as "contactId", t.company_id as "companyId", t.channel, t.subject,
       coalesce(m.text, '') as text, m.letter_id as "letterId"
     from ticket t left join lateral (select text, letter_id from message f where f.desk_id = $1 and f.ticket_id = t.ticket_id and f.kind = 'customer' order by f.at, f.message_id limit 1) m on true
     where t.desk_id = $1 and t.number = $2`,
    [deskId, number],
  );
  return row ?? null;
};

/** Of so many nobody needs to know the number. */
const COUNTED_UP_TO = 100;

/** How many inquiries wait for an answer, counted up to 100. */
export const countOpenInquiries = async (q: Queries, deskId: DeskId): Promise<number> => {
  const [row] = await q.query<{ count: number }>(
    'inquiries-open-count',
    `select count(*)::int as count from (select from inquiry where desk_id = $1 and state = 'open' limit ${COUNTED_UP_TO}) i`,
    [deskId],
  );
  return row?.count ?? 0;
};
