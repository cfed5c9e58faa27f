import type {
  CalendarPin,
  CompanyId,
  ContactId,
  DeskId,
  FirstWork,
  PersonId,
  RegulationVersionId,
  Ticket,
  TicketId,
} from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import { filterConditions, filterValues, isFiltered, noFilter, type QueueFilter } from './queue-filter.ts';
import { type TagOfTicket, tagsColumn } from './tags.ts';

export type View =
  | 'open'
  | 'mine'
  | 'unassigned'
  | 'classify'
  | 'waiting'
  | 'snoozed'
  | 'resolved'
  | 'not-entitled'
  | 'unidentified'
  | 'closed';

export interface QueueRow {
  readonly ticketId: TicketId;
  readonly number: number;
  readonly version: number;
  readonly subject: string;
  readonly state: Ticket['state'];
  readonly channel: string;
  readonly type: string | null;
  readonly priority: string | null;
  /** Assumed, or stated where the customer's word does not count at once: not in force yet. */
  readonly supposed: boolean;
  readonly priorityRank: number;
  /** Its place in the desk's order: sorts byte by byte. */
  readonly queueKey: string;
  readonly packageId: string | null;
  readonly companyId: CompanyId | null;
  readonly companyName: string | null;
  readonly contactId: ContactId;
  readonly requesterName: string;
  readonly requesterEmail: string | null;
  readonly requesterPhone: string;
  readonly assigneeId: PersonId | null;
  readonly assigneeName: string | null;
  readonly lineId: string | null;
  /** What whoever receives tickets has still to do with it. */
  readonly firstWork: readonly FirstWork[];
  readonly regulationVersionId: RegulationVersionId;
  /** Whose wall clock it goes by; null: the desk's. */
  readonly zone: TimeZoneId | null;
  /** Editions of production calendars that it keeps; null: it follows later ones. */
  readonly calendars: readonly CalendarPin[] | null;
  readonly registeredAt: Instant;
  readonly dueAt: Instant;
  readonly dueClock: string | null;
  readonly dueSchedule: string | null;
  /** Edition of the production calendar that its hours follow; null: none. */
  readonly dueEdition: string | null;
  readonly dueElapsed: boolean;
  readonly dueBreached: boolean;
  readonly lastMessageAt: Instant;
  readonly lastMessageFrom: 'customer' | 'staff' | 'system';
  readonly closedAt: Instant | null;
  readonly tags: readonly TagOfTicket[];
}

/** Where the next page begins: the sort key of the last row. */
export interface QueueKey {
  /** Of closed tickets: the closing decides, this is not asked. */
  readonly place: string;
  readonly at: Instant;
  readonly ticketId: string;
}

const open = `t.state in ('new', 'in-progress', 'waiting-for-customer')`;

/** Out of the sight of whoever looks, by their own wish. */
const snoozed = `exists (select from snooze z where z.desk_id = t.desk_id and z.person_id = $2::uuid and z.ticket_id = t.ticket_id and z.until > now())`;

/** What a view shows; $2 is the person who looks. Each has an index in the queue's order. */
export const viewConditions: Readonly<Record<View, string>> = {
  open: `${open} and not ${snoozed}`,
  mine: `${open} and t.assignee_id = $2::uuid and not ${snoozed}`,
  unassigned: `${open} and t.assignee_id is null`,
  classify: `t.first_work <> '{}'`,
  waiting: `t.state = 'waiting-for-customer'`,
  snoozed: `${open} and ${snoozed}`,
  resolved: `t.state = 'resolved'`,
  'not-entitled': `t.state = 'not-entitled'`,
  unidentified: `t.company_id is null and t.state <> 'closed'`,
  closed: `t.state = 'closed'`,
};

export const queueColumns = `t.ticket_id as "ticketId", t.number, t.version, t.subject, t.state, t.channel, t.type, t.priority,
  t.body ->> 'priority' is null as supposed, t.priority_rank as "priorityRank", t.queue_key as "queueKey", t.package_id as "packageId",
  t.company_id as "companyId", o.name as "companyName", t.contact_id as "contactId", c.name as "requesterName", c.email as "requesterEmail", c.phone as "requesterPhone",
  t.assignee_id as "assigneeId", p.name as "assigneeName", t.regulation_version_id as "regulationVersionId", t.local_zone as zone, t.calendars, t.registered_at as "registeredAt",
  t.due_at as "dueAt", t.due_clock as "dueClock", t.due_breached as "dueBreached", t.last_message_at as "lastMessageAt", t.last_message_from as "lastMessageFrom",
  t.closed_at as "closedAt", t.due_schedule as "dueSchedule", t.due_edition as "dueEdition", t.due_elapsed as "dueElapsed",
  t.line_id as "lineId", coalesce(t.first_work, '{}') as "firstWork",
  ${tagsColumn}`;

export const queueJoins = `left join company o on o.desk_id = t.desk_id and o.company_id = t.company_id
  join contact c on c.desk_id = t.desk_id and c.contact_id = t.contact_id
  left join person p on p.id = t.assignee_id`;

const orders = {
  closed: 't.closed_at desc, t.ticket_id desc',
  other: 't.queue_key, t.ticket_id',
} as const;

export const orderOf = (view: View): string => (view === 'closed' ? orders.closed : orders.other);

/** A statement of its own for later pages: only then can the index begin where the last page ended. */
const laterThan = (view: View): string =>
  view === 'closed'
    ? 'and (t.closed_at, t.ticket_id) < ($4::timestamptz, $5::uuid)'
    : 'and (t.queue_key, t.ticket_id) > ($4::text, $5::uuid)';

interface Shape {
  readonly later: boolean;
  readonly line: boolean;
  readonly filtered: boolean;
}

const statementOf = (view: View, of: Shape): string => {
  const line = of.later ? 6 : 4;
  return `select ${queueColumns} from ticket t ${queueJoins}
   where t.desk_id = $1 and ${viewConditions[view]} and $2::uuid is not null ${of.later ? laterThan(view) : ''}
     ${of.line ? `and t.line_id = $${line}::text` : ''}
     ${of.filtered ? filterConditions(line + Number(of.line)) : ''}
   order by ${orderOf(view)} limit $3`;
};

/** One page of a view in the order of the desk's regulation; closed ones by the latest closing. `line`: those of one line only, of open tickets. */
export const queuePage = (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly personId: PersonId;
    readonly view: View;
    /** null: of every line, and of none. */
    readonly line: string | null;
    /** What else they must be; left out: nothing. */
    readonly filter?: QueueFilter;
    readonly after: QueueKey | null;
    readonly limit: number;
  },
): Promise<readonly QueueRow[]> => {
  const { deskId, personId, view, line, filter = noFilter, after, limit } = input;
  const key = after === null ? [] : [view === 'closed' ? toTimestamp(after.at) : after.place, after.ticketId];
  const of = { later: after !== null, line: line !== null, filtered: isFiltered(filter) };
  return q.query<QueueRow & Record<string, unknown>>(
    `queue-${view}${of.line ? '-line' : ''}${of.filtered ? '-filtered' : ''}${of.later ? '-later' : ''}`,
    statementOf(view, of),
    [
      deskId,
      personId,
      limit,
      ...key,
      ...(line === null ? [] : [line]),
      ...(of.filtered ? filterValues(filter) : []),
    ],
  );
};

const COUNT_LIMIT = 100;

/** Counted up to 100: never the whole table, and in the order of its index, lest the planner try its luck without. */
const countOf = (condition: string, order: string): string =>
  `(select count(*) from (select from ticket t where t.desk_id = $1 and ${condition} order by ${order} limit ${COUNT_LIMIT}) x)`;

const countsStatement = `select ${Object.entries(viewConditions)
  .map(
    ([view, condition]) =>
      `${countOf(`${condition} and $2::uuid is not null`, orderOf(view as View))} as "${view}"`,
  )
  .join(', ')},
  (select coalesce(json_object_agg(l.id, ${countOf(`t.line_id = l.id and ${open}`, orders.other)}), '{}') from unnest($3::text[]) as l(id)) as lines`;

export interface QueueCounts {
  readonly views: Readonly<Record<View, number>>;
  /** Open tickets of each line that was asked for, by its id. */
  readonly lines: Readonly<Record<string, number>>;
}

/** How many tickets each view and each line holds. */
export const queueCounts = async (
  q: Queries,
  of: { readonly deskId: DeskId; readonly personId: PersonId; readonly lines: readonly string[] },
): Promise<QueueCounts> => {
  const [row] = await q.query<Record<View, number> & { readonly lines: Readonly<Record<string, number>> }>(
    'queue-counts',
    countsStatement,
    [of.deskId, of.personId, of.lines],
  );
  if (row === undefined) throw new Error('counting gave no row');
  const { lines, ...views } = row;
  return { views, lines };
};
