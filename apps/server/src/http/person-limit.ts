import { createSharedAttempts } from '../identity/shared-attempts.ts';
import type { Queries } from '../store/database.ts';
import { limitHeaders } from './limit-headers.ts';
import { ProblemAnswer } from './problem-reply.ts';

/**
 * At most so many of something in a quarter of an hour for one person, wherever they come from and whichever server they reach: a
 * customer needs no more than an address to be one, and must not fill a desk or its disk. What is one too many is refused.
 *
 * @param of what is counted: the same word is the same count. Each is something that the database is asked to keep anyhow.
 */
export const createPersonLimit = (
  q: Queries,
  of: string,
  most: number,
): ((personId: string) => Promise<void>) => {
  const counted = createSharedAttempts({
    q,
    of,
    now: () => performance.now(),
    most,
  });
  return async (personId) => {
    const attempt = await counted.attempt(personId, '');
    if (attempt.allowed) return;
    throw new ProblemAnswer('rate-limited', { headers: limitHeaders(attempt.retryAfterSeconds, most) });
  };
};
