import type { DeskId } from '@reglament/desk';
import { insertResponse } from '../store/idempotency.ts';
import type { TagTone } from '../store/queries/tags.ts';
import { insertTag, isTagNameTaken, type TagChange, updateTag } from '../store/tags.ts';
import type { Context } from './context.ts';

export type TagOutcome =
  | { readonly kind: 'done'; readonly tagId: string }
  | { readonly kind: 'name-taken' | 'not-found' };

const plainName = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

const orTaken = (error: unknown): TagOutcome => {
  if (isTagNameTaken(error)) return { kind: 'name-taken' };
  throw error;
};

/** A new tag of the desk. */
export const createTag = (
  context: Context,
  asked: {
    readonly deskId: DeskId;
    readonly name: string;
    readonly tone: TagTone;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<TagOutcome> =>
  context.db
    .inDesk(asked.deskId, async (q): Promise<TagOutcome> => {
      const { deskId, tone, idempotency } = asked;
      const tagId = context.newId();
      await insertTag(q, deskId, { tagId, name: plainName(asked.name), tone, at: context.now() });
      await insertResponse(q, { deskId, ...idempotency, response: { tagId }, at: context.now() });
      return { kind: 'done', tagId };
    })
    .catch(orTaken);

/** Another name or colour, retired or brought back. Tickets that have it keep it. */
export const changeTag = (
  context: Context,
  asked: { readonly deskId: DeskId; readonly tagId: string; readonly change: TagChange },
): Promise<TagOutcome> =>
  context.db
    .inDesk(asked.deskId, async (q): Promise<TagOutcome> => {
      const { deskId, tagId, change } = asked;
      const named = change.name === undefined ? change : { ...change, name: plainName(change.name) };
      if (!(await updateTag(q, deskId, tagId, named, context.now()))) return { kind: 'not-found' };
      return { kind: 'done', tagId };
    })
    .catch(orTaken);
