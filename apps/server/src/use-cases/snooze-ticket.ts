import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { deleteSnooze, putSnooze } from '../store/snoozes.ts';
import type { Context } from './context.ts';

/** Nobody means what lies further. */
const LONGEST_MS = 366 * 86_400_000;

/** Takes a ticket out of one person's views until a moment, or brings it back. @returns false: the moment is over, or too far. */
export const snoozeTicket = async (
  context: Context,
  asked: {
    readonly deskId: DeskId;
    readonly ticketId: TicketId;
    readonly personId: PersonId;
    /** null: back at once. */
    readonly until: Instant | null;
  },
): Promise<boolean> => {
  const { deskId, ticketId, personId, until } = asked;
  const at = context.now();
  if (until !== null && (until <= at || until > at + LONGEST_MS)) return false;
  await context.db.inDesk(deskId, (q) =>
    until === null
      ? deleteSnooze(q, deskId, ticketId, personId)
      : putSnooze(q, deskId, { ticketId, personId, until, at }),
  );
  return true;
};
