import { endpoints, lineViews } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import { countFiltered, type FilteredCount } from '../store/queries/count-filtered.ts';
import { savedViews } from '../store/queries/saved-views.ts';
import type { Context } from '../use-cases/context.ts';
import { askedFilter } from './asked-filter.ts';

/** How many tickets each view holds that the person or the desk keeps, by its id; one that can't be asked for any more has none. */
export const countKeptViews = async (
  context: Context,
  deskId: DeskId,
  personId: PersonId,
): Promise<Record<string, FilteredCount>> => {
  const views = await context.db.askDesk(deskId, (q) => savedViews(q, deskId, personId));
  const asked = await Promise.all(
    views.map(async ({ viewId, query: kept }) => {
      const { data: query } = endpoints.getQueue.query.safeParse(kept);
      if (query === undefined) return [];
      const line = lineViews.some((one) => one === query.view) ? (query.line ?? null) : null;
      const filter = await askedFilter(context, deskId, personId, query);
      return [{ viewId, view: query.view, line, filter }];
    }),
  );
  if (asked.flat().length === 0) return {};
  return context.db.inDesk(deskId, async (q) => {
    const counts: Record<string, FilteredCount> = {};
    for (const { viewId, ...of } of asked.flat())
      counts[viewId] = await countFiltered(q, { deskId, personId, ...of });
    return counts;
  });
};
