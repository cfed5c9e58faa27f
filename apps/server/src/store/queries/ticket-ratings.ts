import type { DeskId, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import type { TicketRating } from '../ticket-ratings.ts';

/** What the customer said of a ticket; null: nothing yet. */
export const ratingOf = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<TicketRating | null> => {
  const [row] = await q.query<TicketRating & Record<string, unknown>>(
    'rating-of',
    'select score, words, rated_at as "ratedAt" from ticket_rating where desk_id = $1 and ticket_id = $2',
    [deskId, ticketId],
  );
  return row ?? null;
};
