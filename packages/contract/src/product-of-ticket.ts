import { z } from 'zod';
import { supportState } from './support-state.ts';

/** The product of the catalogue that a ticket is about. */
export const productOfTicket = z.object({
  name: z.string(),
  version: z.string().nullable(),
  /** How the version was supported on the day of the request; null: not known. */
  support: supportState.nullable(),
  /** Rules of the regulation that a version so supported falls under. */
  rules: z.array(z.object({ name: z.object({ ru: z.string(), en: z.string() }), clause: z.string() })),
});
