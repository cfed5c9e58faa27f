import { addDays, endOfLocalDate, localDateOf, type Instant } from '@reglament/working-time';
import type { Regulation } from '../../regulation/regulation.ts';
import type { Ticket } from '../ticket.ts';

type Closed = Pick<Ticket, 'state' | 'closedAt'> & {
  /** The ticket that goes on for it. */
  readonly mergedInto?: unknown;
};

/**
 * Until when a customer's message opens a closed ticket again: 24:00 local time of the n-th calendar day after the closing.
 * Null: the ticket is not closed, another one goes on for it, or the regulation wants a new one (R21).
 */
export const reopensUntil = (ticket: Closed, regulation: Regulation): Instant | null => {
  const days = regulation.lifecycle.afterClosing.reopensWithinDays;
  if (ticket.state !== 'closed' || ticket.closedAt === null || days === null) return null;
  if ((ticket.mergedInto ?? null) !== null) return null;
  const { zone } = regulation;
  return endOfLocalDate(zone, addDays(localDateOf(zone, ticket.closedAt), days));
};

/** Whether a message of the customer's opens the ticket again at `now`. */
export const reopens = (ticket: Closed, regulation: Regulation, now: Instant): boolean => {
  const until = reopensUntil(ticket, regulation);
  return until !== null && now < until;
};
