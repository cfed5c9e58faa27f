import {
  type CompanyId,
  type ContactId,
  type DeskId,
  type Ticket,
  type TicketId,
  upcastTicket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

/** Whose tickets are asked for: one contact's, of these companies or of none, and every ticket of those. */
export interface Seen {
  readonly contactId: ContactId;
  readonly own: readonly CompanyId[];
  readonly all: readonly CompanyId[];
}

export interface PortalTicketRow {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly subject: string;
  readonly ticket: Ticket;
  readonly contactId: ContactId;
  readonly requesterName: string;
  readonly companyId: CompanyId | null;
  readonly companyName: string | null;
  readonly registeredAt: Instant;
  readonly lastMessageAt: Instant;
  readonly lastMessageFrom: 'customer' | 'staff' | 'system';
}

/** Where the next page begins. */
export interface PortalTicketKey {
  readonly registeredAt: Instant;
  readonly number: number;
}

export type PortalView = 'open' | 'waiting' | 'closed' | 'all';

/** A proposal waits for the customer whatever the state. */
const waits = `(t.state in ('waiting-for-customer', 'resolved') or t.body ->> 'proposal' is not null or t.body ->> 'dateProposal' is not null)`;

const conditions: Readonly<Record<PortalView, string>> = {
  open: `t.state <> 'closed'`,
  waiting: `t.state <> 'closed' and ${waits}`,
  closed: `t.state = 'closed'`,
  all: 'true',
};

/** Most that a customer's words are split into. */
const MOST_WORDS = 8;

/** Words as they are compared: ё is е, case does not count. */
const foldedWords = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

const numberIn = (search: string): number => {
  const typed = /^\s*[№#]?\s*(\d{1,15})\s*$/u.exec(search)?.[1];
  return typed === undefined ? 0 : Number(typed);
};

const searched = `and ($4::bigint = t.number or (cardinality($5::text[]) > 0 and not exists (
  select from unnest($5::text[]) w where strpos(translate(lower(t.subject), 'ё', 'е'), w) = 0)))`;

/**
 * Each company's newest and the contact's own newest, each by its index; then the newest of these. A ticket of a company all of
 * which is seen comes once: the contact's own branch leaves it out.
 */
const seenTickets = (
  view: PortalView,
  of: { readonly later: boolean; readonly searched: boolean },
): string => {
  const first = of.searched ? 6 : 4;
  const limit = `$${of.later ? first + 2 : first}`;
  const rest = `and ${conditions[view]} ${of.searched ? searched : ''} ${
    of.later ? `and (t.registered_at, t.number) < ($${first}::timestamptz, $${first + 1}::bigint)` : ''
  } order by t.registered_at desc, t.number desc limit ${limit}`;
  const columns = 't.ticket_id, t.number, t.registered_at';
  return `select x.* from (
      select s.* from unnest($3::uuid[]) as c(company_id) cross join lateral (
        select ${columns} from ticket t where t.desk_id = $1 and t.company_id = c.company_id ${rest}) s
      union all
      (select ${columns} from ticket t where t.desk_id = $1 and t.contact_id = ($2::uuid[])[1]
        and (t.company_id is null or t.company_id = any(($2::uuid[])[2:])) ${rest})
    ) x order by x.registered_at desc, x.number desc limit ${limit}`;
};

/** The contact, then the companies of which only their own tickets are seen: one parameter, so that the numbering stays. */
const ownOf = ({ contactId, own, all }: Seen): readonly string[] => [
  contactId,
  ...own.filter((id) => !all.includes(id)),
];

interface Asked {
  readonly seen: Seen;
  readonly view: PortalView;
  /** Empty: everything. */
  readonly search: string;
  readonly after: PortalTicketKey | null;
  readonly limit: number;
}

/** Tickets that a customer sees, newest first. */
export const portalTickets = async (
  q: Queries,
  deskId: DeskId,
  { seen, view, search, after, limit }: Asked,
): Promise<readonly PortalTicketRow[]> => {
  const words = foldedWords(search);
  const number = numberIn(search);
  const of = { later: after !== null, searched: search.trim() !== '' };
  const rows = await q.query<Omit<PortalTicketRow, 'ticket'> & { body: Ticket }>(
    `portal-tickets-${view}${of.searched ? '-searched' : ''}${of.later ? '-later' : ''}`,
    `select t.ticket_id as "ticketId", t.number, t.subject, t.body, t.contact_id as "contactId", c.name as "requesterName",
       t.company_id as "companyId", o.name as "companyName", t.registered_at as "registeredAt",
       t.last_message_at as "lastMessageAt", t.last_message_from as "lastMessageFrom"
     from (${seenTickets(view, of)}) f
     join ticket t on t.desk_id = $1 and t.ticket_id = f.ticket_id
     join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
     order by f.registered_at desc, f.number desc`,
    [
      deskId,
      ownOf(seen),
      seen.all,
      ...(of.searched ? [number, words] : []),
      ...(after === null ? [] : [toTimestamp(after.registeredAt), after.number]),
      limit,
    ],
  );
  return rows.map(({ body, ...row }) => ({ ...row, ticket: upcastTicket(body) }));
};

const COUNT_LIMIT = 100;

/** Tickets that a customer sees and that are not closed, and those of them that wait for the customer; each up to 100. */
export const countPortalTickets = async (
  q: Queries,
  deskId: DeskId,
  seen: Seen,
): Promise<{ readonly open: number; readonly waiting: number }> => {
  const [row] = await q.query<{ open: number; waiting: number }>(
    'portal-ticket-counts',
    `select (select count(*)::int from (${seenTickets('open', { later: false, searched: false })}) o) as open,
       (select count(*)::int from (${seenTickets('waiting', { later: false, searched: false })}) w) as waiting`,
    [deskId, ownOf(seen), seen.all, COUNT_LIMIT],
  );
  return row ?? { open: 0, waiting: 0 };
};

/** Whose a ticket is; null: the desk has none with this number. */
export const ticketPlace = async (
  q: Queries,
  deskId: DeskId,
  number: number,
): Promise<{ readonly contactId: ContactId; readonly companyId: CompanyId | null } | null> => {
  const [row] = await q.query<{ contactId: ContactId; companyId: CompanyId | null }>(
    'portal-ticket-place',
    'select contact_id as "contactId", company_id as "companyId" from ticket where desk_id = $1 and number = $2',
    [deskId, number],
  );
  return row ?? null;
};
