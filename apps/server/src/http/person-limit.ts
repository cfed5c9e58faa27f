import { createFailedSignIns } from '../identity/failed-sign-ins.ts';
import { limitHeaders } from './limit-headers.ts';
import { ProblemAnswer } from './problem-reply.ts';

/**
 * At most so many of something in a quarter of an hour for one person, wherever they come from: a customer needs no more than an
 * address to be one, and must not fill a desk or its disk. What is one too many is refused.
 */
export const createPersonLimit = (most: number): ((personId: string) => void) => {
  const counted = createFailedSignIns({ now: () => performance.now(), maxFailures: most });
  return (personId) => {
    const attempt = counted.attempt(personId, '');
    if (attempt.allowed) return;
    throw new ProblemAnswer('rate-limited', { headers: limitHeaders(attempt.retryAfterSeconds, most) });
  };
};
