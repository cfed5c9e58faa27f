import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** What the queue is asked for by it. */
export type SavedQuery = Readonly<Record<string, string>>;

/** There is a view of that name already, among one's own or among the desk's. */
export const isViewNameTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'saved_view_name';

/** @throws see isViewNameTaken */
export const insertView = async (
  q: Queries,
  view: {
    readonly deskId: DeskId;
    readonly viewId: string;
    /** null: everybody's at the desk. */
    readonly ownerId: PersonId | null;
    readonly name: string;
    readonly query: SavedQuery;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'saved-view-insert',
    'insert into saved_view (desk_id, view_id, owner_id, name, query, created_at) values ($1, $2, $3, $4, $5, $6)',
    [view.deskId, view.viewId, view.ownerId, view.name, JSON.stringify(view.query), toTimestamp(view.at)],
  );
};

/** Who may change a view: its owner, and of a shared one whoever leads. */
const mayChange = `(owner_id = $3::uuid or (owner_id is null and $4::boolean))`;

export interface ViewWriter {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly leads: boolean;
}

/** What is not named stays. @returns false: there is none such, or it is not theirs. @throws see isViewNameTaken */
export const updateView = async (
  q: Queries,
  by: ViewWriter,
  viewId: string,
  change: { readonly name?: string | undefined; readonly query?: SavedQuery | undefined },
): Promise<boolean> => {
  const rows = await q.query(
    'saved-view-update',
    `update saved_view set name = coalesce($5, name), query = coalesce($6::jsonb, query)
     where desk_id = $1 and view_id = $2 and ${mayChange} returning view_id`,
    [
      by.deskId,
      viewId,
      by.personId,
      by.leads,
      change.name ?? null,
      change.query === undefined ? null : JSON.stringify(change.query),
    ],
  );
  return rows.length === 1;
};

/** @returns false: there is none such, or it is not theirs. */
export const deleteView = async (q: Queries, by: ViewWriter, viewId: string): Promise<boolean> => {
  const rows = await q.query(
    'saved-view-delete',
    `delete from saved_view where desk_id = $1 and view_id = $2 and ${mayChange} returning view_id`,
    [by.deskId, viewId, by.personId, by.leads],
  );
  return rows.length === 1;
};
