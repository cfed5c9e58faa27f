import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { filterConditions, filterValues, type QueueFilter } from './queue-filter.ts';
import { orderOf, type View, viewConditions } from './queue.ts';

export interface FilteredCount {
  /** A thousand at most. */
  readonly count: number;
  /** There may be more: counted so far, in the order of the queue. */
  readonly isMore: boolean;
}

/** More are not counted. */
const COUNTED_UP_TO = 1000;

/** Tickets of a view that are looked at: a filter that little passes never reads the whole table. */
const LOOKED_AT = 1400;

const statementOf = (view: View, hasLine: boolean): string =>
  `select count(*) filter (where passes)::int as passed, count(*)::int as seen from (
     select (true ${filterConditions(3 + Number(hasLine))}) as passes from ticket t
     where t.desk_id = $1 and ${viewConditions[view]} and $2::uuid is not null ${hasLine ? 'and t.line_id = $3::text' : ''}
     order by ${orderOf(view)} limit ${LOOKED_AT}) x`;

interface Asked {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly view: View;
  /** null: of every line, and of none. */
  readonly line: string | null;
  readonly filter: QueueFilter;
}

/** How many tickets of a view pass a filter, among its first 1,400 in the order of the queue. */
export const countFiltered = async (q: Queries, of: Asked): Promise<FilteredCount> => {
  const { deskId, personId, view, line, filter } = of;
  const hasLine = line !== null;
  const [row] = await q.query<{ passed: number; seen: number }>(
    `count-filtered-${view}${hasLine ? '-line' : ''}`,
    statementOf(view, hasLine),
    [deskId, personId, ...(hasLine ? [line] : []), ...filterValues(filter)],
  );
  const { passed, seen } = row ?? { passed: 0, seen: 0 };
  return { count: Math.min(passed, COUNTED_UP_TO), isMore: seen === LOOKED_AT || passed >= COUNTED_UP_TO };
};
