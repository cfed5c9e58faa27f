import { z } from 'zod';
import { text } from './schemas.ts';
import { supportState } from './support-state.ts';

const judged = {
  /** `unknown`: open unless something becomes known that speaks against it. */
  outcome: z.enum(['allowed', 'unknown', 'refused']),
  says: text,
  /** null: no rule speaks of it. */
  clause: z.string().nullable(),
};

/** Which releases a certificate opens now. */
export const releases = z.object({
  /** Each kind that the regulation speaks of. */
  kinds: z.array(z.object({ name: text, ...judged })),
  /** The catalogue's versions of its products, the latest first. */
  products: z.array(
    z.object({
      name: z.string(),
      /** Number of the version that was bought; null: not known. */
      bought: z.string().nullable(),
      versions: z.array(z.object({ number: z.string(), state: supportState, ...judged })),
    }),
  ),
});
export type Releases = z.infer<typeof releases>;
