import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { filterConditions, filterValues, isFiltered, type QueueFilter } from './queue-filter.ts';
import { orderOf, type View, viewConditions } from './queue.ts';

/** As many as are chosen at once. */
export const MOST_NUMBERS = 10_000;

/** Numbers of the tickets of a view in the order of its pages; one more than `MOST_NUMBERS` when there are more. */
export const queueNumbers = async (
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly personId: PersonId;
    readonly view: View;
    /** null: of every line, and of none. */
    readonly line: string | null;
    readonly filter: QueueFilter;
  },
): Promise<readonly number[]> => {
  const { deskId, personId, view, line, filter } = input;
  const filtered = isFiltered(filter);
  const rows = await q.query<{ number: number }>(
    `queue-numbers-${view}${line === null ? '' : '-line'}${filtered ? '-filtered' : ''}`,
    `select t.number from ticket t
     where t.desk_id = $1 and ${viewConditions[view]} and $2::uuid is not null
       ${line === null ? '' : 'and t.line_id = $4::text'}
       ${filtered ? filterConditions(line === null ? 4 : 5) : ''}
     order by ${orderOf(view)} limit $3`,
    [
      deskId,
      personId,
      MOST_NUMBERS + 1,
      ...(line === null ? [] : [line]),
      ...(filtered ? filterValues(filter) : []),
    ],
  );
  return rows.map(({ number }) => number);
};
