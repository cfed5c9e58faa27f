import { z } from 'zod';
import { id, instantText, letterSummary } from './schemas.ts';

/** A letter about a certificate: one of ours, or a robot's answer to one. */
export const certificateLetter = letterSummary
  .pick({ letterId: true, direction: true, from: true, to: true, subject: true, outcome: true })
  .extend({ at: instantText });
export type CertificateLetter = z.infer<typeof certificateLetter>;

export const certificateLetters = z.object({
  /** Newest first. */
  letters: z.array(certificateLetter),
  /** There are older ones. */
  hasMore: z.boolean(),
  /** Who gets the next one: listed contacts of the company who have an address. */
  addressees: z.array(z.object({ contactId: id, name: z.string(), email: z.string() })),
});
export type CertificateLetters = z.infer<typeof certificateLetters>;
