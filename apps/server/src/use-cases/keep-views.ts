import type { DeskId, PersonId } from '@reglament/desk';
import { insertResponse } from '../store/idempotency.ts';
import { MOST_VIEWS, savedViews } from '../store/queries/saved-views.ts';
import {
  deleteView,
  insertView,
  isViewNameTaken,
  type SavedQuery,
  updateView,
  type ViewWriter,
} from '../store/saved-views.ts';
import type { Context } from './context.ts';

export type ViewOutcome =
  | { readonly kind: 'done'; readonly viewId: string }
  | { readonly kind: 'name-taken' | 'too-many' | 'not-found' };

const plainName = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

const orTaken = (error: unknown): ViewOutcome => {
  if (isViewNameTaken(error)) return { kind: 'name-taken' };
  throw error;
};

/** Keeps a view of the queue, for the person or for the desk. */
export const createView = (
  context: Context,
  asked: {
    readonly deskId: DeskId;
    readonly personId: PersonId;
    readonly shared: boolean;
    readonly name: string;
    readonly query: SavedQuery;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<ViewOutcome> =>
  context.db
    .inDesk(asked.deskId, async (q): Promise<ViewOutcome> => {
      const { deskId, personId, shared, query, idempotency } = asked;
      if ((await savedViews(q, deskId, personId)).length >= MOST_VIEWS) return { kind: 'too-many' };
      const viewId = context.newId();
      const at = context.now();
      const name = plainName(asked.name);
      await insertView(q, { deskId, viewId, ownerId: shared ? null : personId, name, query, at });
      await insertResponse(q, { deskId, ...idempotency, response: { viewId }, at });
      return { kind: 'done', viewId };
    })
    .catch(orTaken);

export const changeView = (
  context: Context,
  by: ViewWriter,
  viewId: string,
  change: { readonly name?: string | undefined; readonly query?: SavedQuery | undefined },
): Promise<ViewOutcome> =>
  context.db
    .inDesk(by.deskId, async (q): Promise<ViewOutcome> => {
      const named = change.name === undefined ? change : { ...change, name: plainName(change.name) };
      return (await updateView(q, by, viewId, named)) ? { kind: 'done', viewId } : { kind: 'not-found' };
    })
    .catch(orTaken);

/** @returns false: there is none such, or it is not theirs. */
export const removeView = (context: Context, by: ViewWriter, viewId: string): Promise<boolean> =>
  context.db.inDesk(by.deskId, (q) => deleteView(q, by, viewId));
