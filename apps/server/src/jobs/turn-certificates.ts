import { turningCertificates } from '../store/certificates.ts';
import { commandCertificate } from '../use-cases/command-certificate.ts';
import type { Context } from '../use-cases/context.ts';

const BATCH = 200;

/**
 * Tells the turns that the calendar has brought to certificates: each once, by whichever node comes first, also after
 * downtime; one that fails keeps no other back and is tried again. Returns whether there may be more.
 */
export const turnCertificates = async (
  context: Context,
  onError: (error: unknown) => void,
): Promise<boolean> => {
  const due = await context.db.everyDesk((q) => turningCertificates(q, context.now(), BATCH));
  let failed = 0;
  for (const { deskId, certificateId } of due) {
    const command = { type: 'RingTurn' } as const;
    try {
      await context.db.inDesk(deskId, (q) =>
        commandCertificate(context, q, { deskId, certificateId, command, actorId: null, seenVersion: null }),
      );
    } catch (error) {
      failed += 1;
      onError(error);
    }
  }
  return due.length === BATCH && failed < BATCH;
};
