import {
  type ContactId,
  type DeskId,
  type MessageId,
  type Ticket,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';
import { type StoredFile, storedFileColumns } from './attachments.ts';

export interface StatusDesk {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly name: { readonly ru: string; readonly en: string };
  /** Where letters to the desk go. */
  readonly mailAddress: string;
}

/** A desk by its name in links; null when there is none. Outside any desk: the table is nobody's own. */
export const statusDesk = async (q: Queries, slug: string): Promise<StatusDesk | null> => {
  const [row] = await q.query<{
    desk_id: DeskId;
    slug: string;
    name_ru: string;
    name_en: string;
    mail_address: string;
  }>('status-desk', 'select desk_id, slug, name_ru, name_en, mail_address from desk where slug = $1', [slug]);
  return row === undefined
    ? null
    : {
        deskId: row.desk_id,
        slug: row.slug,
        name: { ru: row.name_ru, en: row.name_en },
        mailAddress: row.mail_address,
      };
};

export interface StatusTicket {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly subject: string;
  readonly ticket: Ticket;
  readonly fields: Readonly<Record<string, string>>;
  readonly contactId: ContactId;
  readonly contactName: string;
  /** The address that status links are signed for; null: this requester has none. */
  readonly contactEmail: string | null;
  readonly companyName: string | null;
}

interface TicketRow {
  readonly ticket_id: TicketId;
  readonly number: number;
  readonly subject: string;
  readonly body: Ticket;
  readonly fields: Readonly<Record<string, string>>;
  readonly contact_id: ContactId;
  readonly contact_name: string;
  readonly email: string | null;
  readonly company_name: string | null;
}

/** What a status link may be about: found by number, believed only after its signature was compared. */
export const statusTicket = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<StatusTicket | null> => {
  const [row] = await q.query<TicketRow>(
    'status-ticket',
    `select t.ticket_id, t.number, t.subject, t.body, t.fields, t.contact_id, c.name as contact_name, c.email, o.name as company_name
     from ticket t
     join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
     where t.desk_id = $1 and t.number = $2`,
    [deskId, number],
  );
  if (row === undefined) return null;
  return {
    ticketId: row.ticket_id,
    number: row.number,
    subject: row.subject,
    ticket: upcastTicket(row.body),
    fields: row.fields,
    contactId: row.contact_id,
    contactName: row.contact_name,
    contactEmail: row.email,
    companyName: row.company_name,
  };
};

/** Kinds of messages that customers see; notes and the desk's own remarks are none of them. */
export const publicKinds =
  "('customer', 'objection', 'reply', 'information-request', 'resolution', 'refusal')";

/** Reasons are kept as notes; those that an event owes to the customer are theirs to read. */
const toldReason = `(m.kind = 'note' and m.message_id::text in (
  select coalesce(j.body ->> 'reasonMessageId', j.body ->> 'messageId') from journal j
  where j.desk_id = m.desk_id and j.stream_kind = 'ticket' and j.stream_id = m.ticket_id and j.type in ('TicketClassified', 'PriorityProposed', 'DateProposed', 'DateAgreed', 'DateDeclined')))`;

export interface StatusFile {
  readonly attachmentId: string;
  readonly name: string;
  /** As whoever sent it says. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

export interface StatusMessage {
  readonly messageId: MessageId;
  readonly at: Instant;
  /** `explanation`: why a priority was set or is proposed, which the letter about it told too. */
  readonly kind:
    | 'customer'
    | 'objection'
    | 'reply'
    | 'information-request'
    | 'resolution'
    | 'refusal'
    | 'explanation';
  /** Of a message that a customer wrote. */
  readonly contactId: ContactId | null;
  readonly author: string;
  readonly text: string;
  /** Only its beginning stands in `text`: the page would be too large. */
  readonly cut: boolean;
  readonly quoted: string;
  readonly files: readonly StatusFile[];
}

interface MessageRow {
  readonly message_id: MessageId;
  readonly at: Instant;
  readonly kind: StatusMessage['kind'];
  readonly contact_id: ContactId | null;
  readonly author: string;
  readonly text: string;
  readonly cut: boolean;
  readonly quoted: string;
  readonly files: readonly StatusFile[];
}

/** Messages at most; of a longer conversation the page shows the newest. */
export const STATUS_MESSAGES = 200;

/** Characters of one message; of all newest messages together that are shown so far; of each older one. */
const LONGEST = 100_000;
const WHOLE = 500_000;
const REST = 1000;

/** The conversation as the customer sees it, oldest first; one row more than the page shows when there are more. */
export const statusConversation = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<readonly StatusMessage[]> => {
  const rows = await q.query<MessageRow>(
    'status-conversation',
    `select m.message_id, m.at, case m.kind when 'note' then 'explanation' else m.kind end as kind, m.contact_id, m.author,
       left(m.text, m.shown) as text, length(m.text) > m.shown as cut, case when m.shown > ${REST} then left(m.quoted, ${LONGEST}) else '' end as quoted,
       coalesce((select jsonb_agg(jsonb_build_object('attachmentId', a.attachment_id, 'name', a.name, 'type', a.type, 'size', a.size) order by a.attachment_id)
         from attachment a where a.desk_id = m.desk_id and a.message_id = m.message_id), '[]') as files
     from (
       select n.*, case when sum(least(length(n.text) + length(n.quoted), 2 * ${LONGEST})) over (order by n.at desc, n.message_id desc) <= ${WHOLE} then ${LONGEST} else ${REST} end as shown
       from (select * from message m where m.desk_id = $1 and m.ticket_id = $2 and (m.kind in ${publicKinds} or ${toldReason})
         order by m.at desc, m.message_id desc limit ${STATUS_MESSAGES + 1}) n) m
     order by m.at desc, m.message_id desc`,
    [deskId, ticketId],
  );
  return rows
    .map((r) => ({
      messageId: r.message_id,
      at: r.at,
      kind: r.kind,
      contactId: r.contact_id,
      author: r.author,
      text: r.text,
      cut: r.cut,
      quoted: r.quoted,
      files: r.files,
    }))
    .toReversed();
};

/** A file of the ticket's public conversation; null for every other. */
export const statusFile = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  attachmentId: string,
): Promise<StoredFile | null> => {
  const [row] = await q.query<StoredFile & Record<string, unknown>>(
    'status-file',
    `select ${storedFileColumns} from attachment a
     join message m on m.desk_id = a.desk_id and m.message_id = a.message_id
     where a.desk_id = $1 and a.attachment_id = $3 and m.ticket_id = $2 and m.kind in ${publicKinds}`,
    [deskId, ticketId, attachmentId],
  );
  return row ?? null;
};

/** Whether a ticket was registered as the continuation of another. */
export const isContinuation = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  continued: TicketId,
): Promise<boolean> => {
  const rows = await q.query(
    'status-continuation',
    `select 1 from journal where desk_id = $1 and stream_kind = 'ticket' and stream_id = $2
       and type = 'TicketLinked' and body ->> 'relation' = 'follows' and body ->> 'ticketId' = $3`,
    [deskId, ticketId, continued],
  );
  return rows.length > 0;
};
