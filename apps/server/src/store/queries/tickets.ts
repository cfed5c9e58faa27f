import {
  type CalendarPin,
  type ContactId,
  type DeskId,
  type Language,
  type RegulationVersionId,
  type Ticket,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface TicketRef {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly state: Ticket['state'];
  readonly closedAt: Instant | null;
  readonly contactId: ContactId;
  readonly regulationVersionId: RegulationVersionId;
  readonly zone: TimeZoneId | null;
  readonly calendars: readonly CalendarPin[] | null;
  /** Address that its letters go to; null when none is known. */
  readonly requesterEmail: string | null;
  /** Number of the ticket that goes on for it; null: it was not merged. */
  readonly mergedInto: number | null;
}

/** A ticket of this desk by its number; null when there is none. */
export const ticketByNumber = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<TicketRef | null> => {
  const [row] = await q.query<{
    ticket_id: TicketId;
    number: number;
    state: Ticket['state'];
    closed_at: Instant | null;
    contact_id: ContactId;
    regulation_version_id: RegulationVersionId;
    local_zone: TimeZoneId | null;
    calendars: readonly CalendarPin[] | null;
    email: string | null;
    merged_into: number | null;
  }>(
    'ticket-by-number',
    `select t.ticket_id, t.number, t.state, t.closed_at, t.contact_id, t.regulation_version_id, t.local_zone, t.calendars, c.email,
       (select k.number from ticket k where k.desk_id = t.desk_id and k.ticket_id = (t.body ->> 'mergedInto')::uuid) as merged_into
     from ticket t join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     where t.desk_id = $1 and t.number = $2`,
    [deskId, number],
  );
  return row === undefined
    ? null
    : {
        ticketId: row.ticket_id,
        number: row.number,
        state: row.state,
        closedAt: row.closed_at,
        contactId: row.contact_id,
        regulationVersionId: row.regulation_version_id,
        zone: row.local_zone,
        calendars: row.calendars,
        requesterEmail: row.email,
        mergedInto: row.merged_into,
      };
};

/** The ticket that goes on for a merged one, however often it was merged on; the ticket itself when it was not. */
export const followMerges = async (q: Queries, deskId: DeskId, ticket: TicketRef): Promise<TicketRef> => {
  let last = ticket;
  while (last.mergedInto !== null) {
    const next = await ticketByNumber(q, deskId, last.mergedInto);
    if (next === null) throw new Error(`ticket ${last.mergedInto} that others were merged into is gone`);
    last = next;
  }
  return last;
};

/** What a letter about a ticket needs to know of it. */
export interface TicketForLetter {
  readonly ticket: Ticket;
  readonly number: number;
  readonly subject: string;
  /** The ticket that goes on for it; null: it was not merged. */
  readonly mergedInto: { readonly number: number; readonly ticketId: TicketId } | null;
  readonly requester: {
    readonly name: string;
    readonly email: string | null;
    readonly companyKnown: boolean;
    /** In which they are written to; null: nobody has said. */
    readonly language: Language | null;
  };
  /** The letter it was registered from; null: another channel. */
  readonly firstLetter: {
    readonly messageId: string | null;
    readonly nature: string | null;
    readonly authentication: string | null;
  } | null;
}

export const ticketForLetter = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<TicketForLetter | null> => {
  const [row] = await q.query<{
    body: Ticket;
    number: number;
    subject: string;
    name: string;
    email: string | null;
    company_known: boolean;
    language: Language | null;
    kept_number: number | null;
    kept_id: TicketId | null;
    letter_id: string | null;
    message_id: string | null;
    nature: string | null;
    authentication: string | null;
  }>(
    'ticket-for-letter',
    `select t.body, t.number, t.subject, c.name, c.email, c.company_id is not null as company_known, c.language, k.number as kept_number, k.ticket_id as kept_id, l.letter_id, l.message_id, l.nature, l.authentication
     from ticket t
     join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     left join ticket k on k.desk_id = t.desk_id and k.ticket_id = (t.body ->> 'mergedInto')::uuid
     left join lateral (
       select l.letter_id, l.message_id, l.nature, l.authentication from message m join letter l on l.desk_id = m.desk_id and l.letter_id = m.letter_id
       where m.desk_id = t.desk_id and m.ticket_id = t.ticket_id and l.direction = 'in' order by m.at, m.message_id limit 1) l on true
     where t.desk_id = $1 and t.ticket_id = $2`,
    [deskId, ticketId],
  );
  if (row === undefined) return null;
  return {
    ticket: upcastTicket(row.body),
    number: row.number,
    subject: row.subject,
    mergedInto:
      row.kept_number === null || row.kept_id === null
        ? null
        : { number: row.kept_number, ticketId: row.kept_id },
    requester: { name: row.name, email: row.email, companyKnown: row.company_known, language: row.language },
    firstLetter:
      row.letter_id === null
        ? null
        : { messageId: row.message_id, nature: row.nature, authentication: row.authentication },
  };
};

export interface MessageForLetter {
  readonly author: string;
  readonly text: string;
  /** Small enough to travel with the letter, all together. */
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
  /** Names of all files: the others are on the ticket's page. */
  readonly fileNames: readonly string[];
}

/** Bytes of files in one letter: more is refused by most mail servers, and each copy of it stands in memory. */
const LETTER_FILES = 15 * 1024 * 1024;

export const messageForLetter = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
): Promise<MessageForLetter | null> => {
  const [row] = await q.query<{ author: string; text: string }>(
    'message-for-letter',
    'select author, text from message where desk_id = $1 and message_id = $2',
    [deskId, messageId],
  );
  if (row === undefined) return null;
  const files = await q.query<{ name: string; type: string; content: Buffer | null }>(
    'message-files',
    `select name, type, case when sum(size) over (order by attachment_id) <= ${LETTER_FILES} then content end as content
     from attachment where desk_id = $1 and message_id = $2 order by attachment_id limit 50`,
    [deskId, messageId],
  );
  const attachments = files.flatMap(({ content, ...file }) =>
    content === null ? [] : [{ ...file, content }],
  );
  return { ...row, attachments, fileNames: files.map(({ name }) => name) };
};

/** The ticket that a letter of ours went out for, by the Message-ID it carried. */
export const ticketOfSentLetter = async (
  q: Queries,
  deskId: DeskId,
  messageId: string,
): Promise<{
  readonly ticketId: TicketId;
  readonly automatic: boolean;
  readonly recipient: string;
} | null> => {
  const [row] = await q.query<{ ticket_id: TicketId; automatic: boolean; to_address: string }>(
    'letter-sent-ticket',
    `select ticket_id, automatic, to_address from letter where desk_id = $1 and direction = 'out' and message_id = $2 limit 1`,
    [deskId, messageId],
  );
  return row === undefined
    ? null
    : { ticketId: row.ticket_id, automatic: row.automatic, recipient: row.to_address };
};
