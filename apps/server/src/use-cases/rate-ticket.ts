import type { ContactId, DeskId, Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { ratingOf } from '../store/queries/ticket-ratings.ts';
import { keepRating, type TicketRating } from '../store/ticket-ratings.ts';
import type { Context } from './context.ts';

/** A rating may be thought over for a week. */
const CHANGEABLE_MS = 7 * 86_400_000;

/** Whether the customer can say now how it was: when the work is over, and a word already said for a week after it. */
export const mayRate = (
  ticket: Pick<Ticket, 'state' | 'mergedInto'>,
  rating: TicketRating | null,
  now: Instant,
): boolean =>
  ticket.state === 'closed' &&
  ticket.mergedInto === undefined &&
  (rating === null || now - rating.ratedAt < CHANGEABLE_MS);

export interface RateTicket {
  readonly deskId: DeskId;
  readonly ticket: Ticket;
  readonly number: number;
  readonly contactId: ContactId;
  readonly score: number;
  readonly words: string;
}

/** null: it is not the time for it. */
export const rateTicket = async (context: Context, r: RateTicket): Promise<TicketRating | null> => {
  const at = context.now();
  const { ticketId } = r.ticket;
  const rating = await context.db.inDesk(r.deskId, async (q) => {
    if (!mayRate(r.ticket, await ratingOf(q, r.deskId, ticketId), at)) return null;
    return keepRating(q, r.deskId, { ...r, ticketId, at });
  });
  if (rating !== null) context.hint({ deskId: r.deskId, kind: 'ticket', number: r.number });
  return rating;
};
