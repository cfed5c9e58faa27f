import { z } from 'zod';

const text = z.object({ ru: z.string(), en: z.string() });

/** Nothing of what a ticket is about is on record as commissioned, and the regulation has a note on that. */
export const notCommissioned = z.object({
  name: text,
  instead: text.nullable(),
  clause: z.string(),
  /** The certificate that serves it, or will once it begins: an installation recorded now is supported under it. */
  certificateId: z.uuid(),
  /** What a new installation would be of; null: not known. */
  product: z.string().nullable(),
  /** On record without a commissioning, of which one may be commissioned. */
  waiting: z.array(
    z.object({
      instanceId: z.uuid(),
      version: z.number().int(),
      product: z.string(),
      productVersion: z.string().nullable(),
      key: z.string().nullable(),
      hasWorked: z.boolean(),
    }),
  ),
});
