import { z } from 'zod';

const text = z.object({ ru: z.string(), en: z.string() });

/** One rule that was tried. `unknown`: not known, which decides nothing; `flagged`: broken, and let pass. */
const ruleTried = z.object({
  says: text,
  outcome: z.enum(['holds', 'fails', 'unknown', 'flagged']),
  clause: z.string(),
});

/** How it was decided what serves a ticket, in words for staff. */
export const entitlement = z.object({
  certificates: z.array(
    z.object({
      /** null: not shown to whoever is not listed under it. */
      number: z.string().nullable(),
      package: text,
      result: z.enum(['serves', 'other', 'channel', 'no']),
      says: text,
      rules: z.array(ruleTried),
    }),
  ),
  /** Decided beside the certificates: which of several, what is served without one. */
  rules: z.array(ruleTried),
  /** What is left to do; null: nothing. */
  next: text.nullable(),
});
export type EntitlementWords = z.infer<typeof entitlement>;
