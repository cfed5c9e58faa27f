import type { ContactId, DeskId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface TicketRating {
  /** 1 to 5. */
  readonly score: number;
  readonly words: string;
  readonly ratedAt: Instant;
}

/** What the customer says of a ticket; said again it is changed, and the day of the first word stays. */
export const keepRating = async (
  q: Queries,
  deskId: DeskId,
  r: {
    readonly ticketId: TicketId;
    readonly contactId: ContactId;
    readonly score: number;
    readonly words: string;
    readonly at: Instant;
  },
): Promise<TicketRating> => {
  const [row] = await q.query<TicketRating & Record<string, unknown>>(
    'rating-keep',
    `insert into ticket_rating (desk_id, ticket_id, contact_id, score, words, rated_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (desk_id, ticket_id) do update set contact_id = $3, score = $4, words = $5, changed_at = $6
     returning score, words, rated_at as "ratedAt"`,
    [deskId, r.ticketId, r.contactId, r.score, r.words, toTimestamp(r.at)],
  );
  if (row === undefined) throw new Error('a rating was not kept');
  return row;
};
