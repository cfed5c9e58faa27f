import { ProblemAnswer } from './problem-reply.ts';

/**
 * Answers 503 when the work takes longer: a client that waits for a database that is away learns so in time and may
 * repeat. The work itself is not stopped; what it still commits is found again by the request's key.
 */
export const withDeadline = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ProblemAnswer('unavailable', { headers: { 'retry-after': '2' } })),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
