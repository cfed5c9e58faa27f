import type { PersonId } from '@reglament/desk';
import { insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import { type CommandInput, type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import { areOfDesk } from './tell-mentioned.ts';

/** Gives a ticket to a colleague of the same desk, who is told of it once; whoever gave it to themselves knows. */
export const giveTicket = async (
  context: Context,
  q: Queries,
  input: Omit<CommandInput, 'command' | 'messages'>,
  by: PersonId,
  to: PersonId | null,
): Promise<CommandOutcome | { readonly kind: 'unknown-assignee' }> => {
  if (to !== null && !(await areOfDesk(q, input.deskId, [to]))) return { kind: 'unknown-assignee' };
  const outcome = await commandTicket(context, q, {
    ...input,
    command: { type: 'Assign', by, to },
    messages: [],
  });
  if (outcome.kind !== 'done' || to === null || to === by) return outcome;
  const at = context.now();
  const notificationId = context.newId();
  await insertNotification(q, {
    notificationId,
    deskId: input.deskId,
    personId: to,
    ticketId: input.ticketId,
    kind: 'assigned',
    clock: '',
    threshold: notificationId,
    dueAt: at,
    at,
    by,
  });
  return outcome;
};
