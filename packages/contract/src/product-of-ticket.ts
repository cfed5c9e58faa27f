import { z } from 'zod';
import { supportState } from './support-state.ts';

/** The product of the catalogue that a ticket is about. */
export const productOfTicket = z.object({
  name: z.string(),
  version: z.string().nullable(),
  /** How the version was supported on the day of the request; null: not known. */
  support: supportState.nullable(),
  /** Whether it runs on a platform that the version is for; null: not known. */
  platform: z.enum(['recommended', 'not-recommended']).nullable(),
  /** Rules of the regulation that such a version, or such a platform, falls under. */
  rules: z.array(z.object({ name: z.object({ ru: z.string(), en: z.string() }), clause: z.string() })),
});
