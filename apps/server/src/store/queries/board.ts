import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';
import { hoursKey } from './queue-filter.ts';
import { queueColumns, queueJoins, type QueueRow } from './queue.ts';

/** An open ticket as the board counts it. */
export interface BoardRow {
  readonly ticketId: TicketId;
  readonly state: 'new' | 'in-progress' | 'waiting-for-customer';
  readonly lineId: string | null;
  readonly assigneeId: PersonId | null;
  readonly assigneeName: string | null;
  readonly dueAt: Instant;
  /** By what the deadline is counted, as one text. */
  readonly hours: string;
}

/** Open tickets of a desk, as many as are asked for; those with the nearest deadlines first. */
export const boardRows = (q: Queries, deskId: DeskId, limit: number): Promise<readonly BoardRow[]> =>
  q.query<BoardRow & Record<string, unknown>>(
    'board-open',
    `select t.ticket_id as "ticketId", t.state, t.line_id as "lineId", t.assignee_id as "assigneeId", p.name as "assigneeName",
       t.due_at as "dueAt", ${hoursKey} as hours
     from ticket t left join person p on p.id = t.assignee_id
     where t.desk_id = $1 and t.state in ('new', 'in-progress', 'waiting-for-customer') order by t.due_at, t.ticket_id limit $2`,
    [deskId, limit],
  );

/** Some tickets as the queue shows them, the nearest deadline first. */
export const boardTickets = (
  q: Queries,
  deskId: DeskId,
  ticketIds: readonly TicketId[],
): Promise<readonly QueueRow[]> =>
  q.query<QueueRow & Record<string, unknown>>(
    'board-tickets',
    `select ${queueColumns} from ticket t ${queueJoins} where t.desk_id = $1 and t.ticket_id = any($2::uuid[]) order by t.due_at, t.ticket_id`,
    [deskId, ticketIds],
  );

export interface BoardDay {
  /** YYYY-MM-DD in the desk's zone. */
  readonly date: string;
  readonly registered: number;
  readonly closed: number;
  /** Deadlines that were missed on it. */
  readonly breaches: number;
}

/** What happened on each date since an instant, the oldest first; dates of the desk's zone on which nothing did are left out. */
export const boardDays = (
  q: Queries,
  deskId: DeskId,
  since: Instant,
  zone: TimeZoneId,
): Promise<readonly BoardDay[]> =>
  q.query<BoardDay & Record<string, unknown>>(
    'board-days',
    `select to_char(x.at at time zone $3, 'YYYY-MM-DD') as date, count(*) filter (where x.what = 'registered')::int as registered,
       count(*) filter (where x.what = 'closed')::int as closed, count(*) filter (where x.what = 'breach')::int as breaches
     from (
       select 'registered' as what, registered_at as at from ticket where desk_id = $1 and registered_at >= $2
       union all select 'closed', closed_at from ticket where desk_id = $1 and state = 'closed' and closed_at >= $2
       union all select 'breach', at from journal where desk_id = $1 and type = 'ClockBreached' and at >= $2
     ) x group by 1 order by 1`,
    [deskId, toTimestamp(since), zone],
  );

export interface BoardHour {
  /** 1: Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly tickets: number;
}

/** Tickets registered since an instant by weekday and hour of the desk's zone. */
export const boardLoad = (
  q: Queries,
  deskId: DeskId,
  since: Instant,
  zone: TimeZoneId,
): Promise<readonly BoardHour[]> =>
  q.query<BoardHour & Record<string, unknown>>(
    'board-load',
    `select extract(isodow from t.registered_at at time zone $3)::int as weekday, extract(hour from t.registered_at at time zone $3)::int as hour,
       count(*)::int as tickets
     from ticket t where t.desk_id = $1 and t.registered_at >= $2 group by 1, 2 order by 1, 2`,
    [deskId, toTimestamp(since), zone],
  );
