import { z } from 'zod';

const words = z.object({ ru: z.string(), en: z.string() });

/** Why something can't be done to a ticket now, in words that say what to do. */
export const stepRefusal = z.object({ code: z.string(), says: words, clause: z.string().nullable() });
export type StepRefusal = z.infer<typeof stepRefusal>;
