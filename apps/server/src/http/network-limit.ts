import type { FastifyRequest } from 'fastify';
import { createSharedAttempts } from '../identity/shared-attempts.ts';
import type { Queries } from '../store/database.ts';
import { limitHeaders } from './limit-headers.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** Of what strangers can ask for or try, in a quarter of an hour. */
const OF_A_NETWORK = 30;

/**
 * At most thirty of something in a quarter of an hour for a client's network, of all servers together: the thirty-first is refused.
 *
 * @param of what is counted: the same word is the same count.
 * @returns what counts a request; what that returns makes it not count.
 */
export const createNetworkLimit = (
  q: Queries,
  of: string,
): ((request: Pick<FastifyRequest, 'ip'>) => Promise<{ readonly undone: () => void }>) => {
  const counted = createSharedAttempts({
    q,
    of,
    now: () => performance.now(),
    most: OF_A_NETWORK,
  });
  return async (request) => {
    const attempt = await counted.attempt('', request.ip);
    if (attempt.allowed) return attempt;
    throw new ProblemAnswer('rate-limited', {
      headers: limitHeaders(attempt.retryAfterSeconds, OF_A_NETWORK),
    });
  };
};
