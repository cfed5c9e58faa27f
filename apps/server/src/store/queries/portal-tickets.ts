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
import { publicKinds } from './status-page.ts';

/** Where a place that shows why a ticket was found is looked for: messages, letters of each. */
const MESSAGES = 50;
const LETTERS = 20_000;

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
  /** For the customer's word. */
  readonly waits: boolean;
  readonly lastMessageAt: Instant;
  readonly lastMessageFrom: 'customer' | 'staff' | 'system';
  /** Of what was searched: what was said that customers read, the newest first. */
  readonly texts: readonly string[];
}

/** Where the next page begins. */
export interface PortalTicketKey {
  /** Of the open ones those that wait for the customer come first: whether the page ended among them. */
  readonly waits: boolean;
  readonly registeredAt: Instant;
  readonly number: number;
}

export type PortalView = 'open' | 'waiting' | 'closed' | 'all';

/** A part of a list, newest first by itself. */
type Part = 'waiting' | 'others' | 'open' | 'closed' | 'all';

const conditions: Readonly<Record<Part, string>> = {
  waiting: 't.waits_for_customer',
  others: `t.state <> 'closed' and not t.waits_for_customer`,
  open: `t.state <> 'closed'`,
  closed: `t.state = 'closed'`,
  all: 'true',
};

/** Of the open tickets those that wait for the customer, then the others: the parts that a page may have. */
const partsOf = (view: PortalView, after: PortalTicketKey | null): readonly Part[] => {
  if (view !== 'open') return [view];
  return after === null || after.waits ? ['waiting', 'others'] : ['others'];
};

interface Bounds {
  /** Placeholders of the moment and number after which it begins; null: at its beginning. */
  readonly after: string | null;
  readonly limit: string;
}

const isSeen = `(t.company_id = any($3::uuid[]) or (t.contact_id = ($2::uuid[])[1]
  and (t.company_id is null or t.company_id = any(($2::uuid[])[2:]))))`;

const bound = (part: Part, { after, limit }: Bounds): string =>
  `and ${conditions[part]} ${after === null ? '' : `and (t.registered_at, t.number) < (${after})`}
   order by t.registered_at desc, t.number desc limit ${limit}`;

/**
 * Each company's newest and the contact's own newest, each by its index; then the newest of these. A ticket of a company all of
 * which is seen comes once: the contact's own branch leaves it out.
 */
const seenTickets = (part: Part, bounds: Bounds): string => {
  const rest = bound(part, bounds);
  const columns = 't.ticket_id, t.number, t.registered_at';
  return `select x.* from (
      select s.* from unnest($3::uuid[]) as c(company_id) cross join lateral (
        select ${columns} from ticket t where t.desk_id = $1 and t.company_id = c.company_id ${rest}) s
      union all
      (select ${columns} from ticket t where t.desk_id = $1 and t.contact_id = ($2::uuid[])[1]
        and (t.company_id is null or t.company_id = any(($2::uuid[])[2:])) ${rest})
    ) x order by x.registered_at desc, x.number desc limit ${bounds.limit}`;
};

/** Those of the numbers found that are seen. */
const foundTickets = (part: Part, bounds: Bounds): string =>
  `select t.ticket_id, t.number, t.registered_at from ticket t
   where t.desk_id = $1 and t.number = any($4::bigint[]) and ${isSeen} ${bound(part, bounds)}`;

/** The contact, then the companies of which only their own tickets are seen: one parameter, so that the numbering stays. */
export const ownOf = ({ contactId, own, all }: Seen): readonly string[] => [
  contactId,
  ...own.filter((id) => !all.includes(id)),
];

interface Asked {
  readonly seen: Seen;
  readonly view: PortalView;
  /** Only these numbers, as far as they are seen; null: everything. */
  readonly found: readonly number[] | null;
  readonly after: PortalTicketKey | null;
  readonly limit: number;
}

/** The part that a page begins in goes on where the page before ended. */
const partsInOrder = ({ view, found, after }: Asked): string => {
  const first = found === null ? 4 : 5;
  const limit = `$${after === null ? first : first + 2}`;
  const begun = after === null ? null : `$${first}::timestamptz, $${first + 1}::bigint`;
  return partsOf(view, after)
    .map((part, place) => {
      const bounds = { after: place === 0 ? begun : null, limit };
      const tickets = found === null ? seenTickets(part, bounds) : foundTickets(part, bounds);
      return `(select ${place} as part, p.* from (${tickets}) p)`;
    })
    .join(' union all ');
};

/** Newest first; of the open ones those before that wait for the customer. */
export const portalTickets = async (
  q: Queries,
  deskId: DeskId,
  asked: Asked,
): Promise<readonly PortalTicketRow[]> => {
  const { seen, view, found, after, limit } = asked;
  const page = after === null ? 'first' : partsOf(view, after).join('-');
  const texts =
    found === null
      ? `'{}'::text[]`
      : `array(select left(m.text, ${LETTERS}) from message m where m.desk_id = $1 and m.ticket_id = t.ticket_id
           and m.kind in ${publicKinds} order by m.at desc, m.message_id limit ${MESSAGES})`;
  const rows = await q.query<Omit<PortalTicketRow, 'ticket'> & { body: Ticket }>(
    `portal-tickets-${view}-${page}${found === null ? '' : '-found'}`,
    `select t.ticket_id as "ticketId", t.number, t.subject, t.body, t.contact_id as "contactId", c.name as "requesterName",
       t.company_id as "companyId", o.name as "companyName", t.registered_at as "registeredAt", t.waits_for_customer as waits,
       t.last_message_at as "lastMessageAt", t.last_message_from as "lastMessageFrom", ${texts} as texts
     from (select u.* from (${partsInOrder(asked)}) u order by u.part, u.registered_at desc, u.number desc
       limit $${4 + (found === null ? 0 : 1) + (after === null ? 0 : 2)}) f
     join ticket t on t.desk_id = $1 and t.ticket_id = f.ticket_id
     join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
     left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
     order by f.part, f.registered_at desc, f.number desc`,
    [
      deskId,
      ownOf(seen),
      seen.all,
      ...(found === null ? [] : [found]),
      ...(after === null ? [] : [toTimestamp(after.registeredAt), after.number]),
      limit,
    ],
  );
  return rows.map(({ body, ...row }) => ({ ...row, ticket: upcastTicket(body) }));
};

const COUNT_LIMIT = 100;
const COUNTED: Bounds = { after: null, limit: '$4' };

/** Tickets that a customer sees and that are not closed, and those of them that wait for the customer; each up to 100. */
export const countPortalTickets = async (
  q: Queries,
  deskId: DeskId,
  seen: Seen,
): Promise<{ readonly open: number; readonly waiting: number }> => {
  const [row] = await q.query<{ open: number; waiting: number }>(
    'portal-ticket-counts',
    `select (select count(*)::int from (${seenTickets('open', COUNTED)}) o) as open,
       (select count(*)::int from (${seenTickets('waiting', COUNTED)}) w) as waiting`,
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
