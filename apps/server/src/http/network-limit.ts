import type { FastifyRequest } from 'fastify';
import { createFailedSignIns } from '../identity/failed-sign-ins.ts';
import { limitHeaders } from './limit-headers.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** Of what strangers can ask for or try, in a quarter of an hour. */
const OF_A_NETWORK = 30;

/**
 * At most thirty of something in a quarter of an hour for a client's network: the thirty-first is refused.
 *
 * @returns what counts a request; what that returns makes it not count.
 */
export const createNetworkLimit = (
  what: string,
): ((request: FastifyRequest) => { readonly undone: () => void }) => {
  const counted = createFailedSignIns({ now: () => performance.now(), maxFailures: OF_A_NETWORK });
  return (request) => {
    const attempt = counted.attempt(what, request.ip);
    if (attempt.allowed) return attempt;
    throw new ProblemAnswer('rate-limited', {
      headers: limitHeaders(attempt.retryAfterSeconds, OF_A_NETWORK),
    });
  };
};
