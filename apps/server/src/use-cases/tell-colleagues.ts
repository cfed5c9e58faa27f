import type { DeskId, PersonId, Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { tellFollowers } from '../store/followers.ts';
import type { NewMessage } from '../store/tickets.ts';
import type { Context } from './context.ts';
import { followedWord } from './followed-word.ts';
import { areOfDesk } from './tell-mentioned.ts';

type Written = Pick<NewMessage, 'kind' | 'messageId'>;

/** Whether the customer wrote it. */
export const isOfCustomer = ({ kind }: Pick<Written, 'kind'>): boolean =>
  kind === 'customer' || kind === 'objection';

interface Told {
  readonly deskId: DeskId;
  readonly before: Ticket;
  readonly after: Ticket;
  readonly messages: readonly Written[];
  readonly actorId: PersonId | null;
  readonly at: Instant;
}

/** Whoever has the ticket is told that its customer wrote, unless they put it down themselves. */
const tellAssignee = async (
  context: Context,
  q: Queries,
  { deskId, after: { ticketId, assigneeId }, messages, actorId, at }: Told,
): Promise<boolean> => {
  const written = messages.find(isOfCustomer);
  if (written === undefined || assigneeId === null || assigneeId === actorId) return false;
  if (!(await areOfDesk(q, deskId, [assigneeId]))) return false;
  await insertNotification(q, {
    notificationId: context.newId(),
    deskId,
    personId: assigneeId,
    ticketId,
    kind: 'replied',
    clock: '',
    threshold: written.messageId,
    dueAt: at,
    at,
  });
  return true;
};

/**
 * Whoever has the ticket or follows it is told of what was written or changed, but not whoever did it. One who does both hears
 * of the same message once. @returns whether anybody was told
 */
export const tellColleagues = async (context: Context, q: Queries, told: Told): Promise<boolean> => {
  const { deskId, before, after, messages, actorId, at } = told;
  const toldAssignee = await tellAssignee(context, q, told);
  const word = followedWord(before, after, messages, at);
  if (word === null) return toldAssignee;
  const toldFollowers = await tellFollowers(q, deskId, { ticketId: after.ticketId, word, actorId, at });
  return toldAssignee || toldFollowers;
};
