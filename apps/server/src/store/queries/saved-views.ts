import type { DeskId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface SavedViewRow {
  readonly viewId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly query: Readonly<Record<string, string>>;
}

/** Views of a person at most, their own and the desk's together: so many still fit a list. */
export const MOST_VIEWS = 60;

/** The desk's views and a person's own, as they were made. */
export const savedViews = (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
): Promise<readonly SavedViewRow[]> =>
  q.query<SavedViewRow & Record<string, unknown>>(
    'saved-views',
    `select view_id as "viewId", name, owner_id is null as shared, query from saved_view
     where desk_id = $1 and (owner_id is null or owner_id = $2) order by owner_id is not null, created_at, view_id limit ${MOST_VIEWS}`,
    [deskId, personId],
  );
