import type { DeskId } from '@reglament/desk';
import { keepFirstWork, ticketsNotLookedAt } from '../store/first-work.ts';
import type { Context } from './context.ts';

const BATCH = 500;

/**
 * Tickets from before the desk kept what is still to be classified in them are looked at once, under their own version of the
 * regulation; a ticket that is written meanwhile says it by itself.
 */
export const noteFirstWork = async (context: Context, deskIds: readonly DeskId[]): Promise<void> => {
  for (const deskId of deskIds) {
    let found = BATCH;
    while (found === BATCH)
      found = await context.db.inDesk(deskId, async (q) => {
        const tickets = await ticketsNotLookedAt(q, deskId, BATCH);
        const looked = await Promise.all(
          tickets.map(async (ticket) => ({
            ticket,
            regulation: (await context.regulations.byVersion(deskId, ticket.regulationVersionId)).regulation,
          })),
        );
        await keepFirstWork(q, deskId, looked);
        return tickets.length;
      });
  }
};
