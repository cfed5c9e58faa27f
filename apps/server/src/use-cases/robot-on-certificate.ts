import type { DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { certificateOfSentLetter } from '../store/queries/certificate-for-letter.ts';
import type { IncomingLetter } from './incoming-letter.ts';
import type { Outcome } from './received-letter.ts';

const MOST_IDS = 40;

/**
 * What becomes of a robot's letter that returns or answers one of ours about a certificate: it is kept with the certificate and is
 * nobody's request, or whoever is away would begin a certificate by being away. null: it is about none.
 */
export const robotOnCertificate = async (
  q: Queries,
  deskId: DeskId,
  letter: IncomingLetter,
): Promise<Outcome | null> => {
  if (letter.nature !== 'bounce' && letter.nature !== 'auto-reply') return null;
  const original = letter.bounce?.originalMessageId ?? null;
  const named = [...(original === null ? [] : [original]), ...letter.inReplyTo, ...letter.references];
  const certificateId = await certificateOfSentLetter(q, deskId, named.slice(0, MOST_IDS));
  if (certificateId === null) return null;
  return { outcome: letter.nature, note: null, ticketId: null, number: null, certificateId };
};
