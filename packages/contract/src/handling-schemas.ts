import { z } from 'zod';

export const answerMeans = z.enum(['email', 'phone', 'remote-session', 'visit', 'other']);
export type AnswerMeans = z.infer<typeof answerMeans>;

/** Why something is not done: it is never done, or the package does not give it. */
export const declineGround = z.strictObject({
  kind: z.enum(['exclusion', 'service']),
  id: z.string().max(60),
});
