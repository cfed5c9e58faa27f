import type { ClauseId } from '../regulation/regulation.ts';

/** How an answer reached the customer (OW-7). */
export type AnswerMeans = 'email' | 'phone' | 'remote-session' | 'visit' | 'other';

/** Why something is not done: it is never done, or this package does not give it. */
export type DeclineGround =
  | { readonly kind: 'exclusion'; readonly id: string }
  | { readonly kind: 'service'; readonly id: string };

/** How a ticket ended, until the customer objects. */
export type TicketOutcome =
  /** `id`: an outcome of the regulation; null: none was named. */
  | { readonly kind: 'resolved'; readonly id: string | null; readonly means: AnswerMeans | null }
  | { readonly kind: 'declined'; readonly ground: DeclineGround; readonly clause: ClauseId };
