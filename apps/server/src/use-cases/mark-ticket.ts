import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { deleteFollower, putFollower } from '../store/followers.ts';
import { deskPeople } from '../store/queries/desk-people.ts';
import { type TagOfTicket, tagsOfTicket } from '../store/queries/tags.ts';
import { countUsableTags, putTags, takeTagsOff } from '../store/tags.ts';
import { deleteLink, putLink, type SaidRelation } from '../store/ticket-links.ts';
import type { Context } from './context.ts';

export interface MarkInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly number: number;
  /** Who asks. */
  readonly personId: PersonId;
}

/** Open screens of staff look at the ticket anew: marks are theirs. */
const hint = (context: Context, { deskId }: MarkInput, number: number): void =>
  context.hint({ deskId, kind: 'ticket', number, inside: true });

/** What a ticket was given and lost by a change of its tags: what it had already, or did not have, is not among it. */
export interface TagsChanged {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Puts tags on and takes others off.
 *
 * @param alongside written in the same transaction.
 * @returns the tags it has then, and what was changed; null: one is not of the desk, or retired.
 */
export const tagTicket = async (
  context: Context,
  input: MarkInput & { readonly add: readonly string[]; readonly remove: readonly string[] },
  alongside?: (q: Queries, changed: TagsChanged) => Promise<void>,
): Promise<(TagsChanged & { readonly tags: readonly TagOfTicket[] }) | null> => {
  const { deskId, ticketId, personId: by } = input;
  const add = [...new Set(input.add)];
  const done = await context.db.inDesk(deskId, async (q) => {
    if (add.length > 0 && (await countUsableTags(q, deskId, add)) < add.length) return null;
    const removed = await takeTagsOff(q, deskId, ticketId, input.remove);
    const added = await putTags(q, deskId, { ticketId, tagIds: add, at: context.now(), by });
    await alongside?.(q, { added, removed });
    return { added, removed, tags: await tagsOfTicket(q, deskId, ticketId) };
  });
  if (done !== null) hint(context, input, input.number);
  return done;
};

/** The two tickets have this link and no other; null: none. */
export const linkTicket = async (
  context: Context,
  input: MarkInput & {
    readonly other: { readonly ticketId: TicketId; readonly number: number };
    readonly relation: SaidRelation | null;
  },
): Promise<void> => {
  const { deskId, ticketId, other, relation, personId: by } = input;
  await context.db.inDesk(deskId, async (q) => {
    const link = { ticketId, otherId: other.ticketId, at: context.now(), by };
    if (relation === null) await deleteLink(q, deskId, ticketId, other.ticketId);
    else await putLink(q, deskId, { ...link, relation });
  });
  hint(context, input, input.number);
  hint(context, input, other.number);
};

/** Somebody of the desk follows the ticket from now on, or no more. @returns false: nobody of the desk. */
export const followTicket = async (
  context: Context,
  input: MarkInput & { readonly followerId: PersonId; readonly following: boolean },
): Promise<boolean> => {
  const { deskId, ticketId, followerId, following } = input;
  const isDone = await context.db.inDesk(deskId, async (q) => {
    if (following && !(await deskPeople(q, deskId)).some(({ personId }) => personId === followerId))
      return false;
    if (following) await putFollower(q, deskId, { ticketId, personId: followerId, at: context.now() });
    else await deleteFollower(q, deskId, ticketId, followerId);
    return true;
  });
  if (isDone) hint(context, input, input.number);
  return isDone;
};
