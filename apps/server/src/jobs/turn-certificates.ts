import { type TurningCertificate, turningCertificates } from '../store/certificates.ts';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import { commandCertificate } from '../use-cases/command-certificate.ts';
import type { Context } from '../use-cases/context.ts';

const BATCH = 200;

/** Returns how many could not be told. */
const tellTurns = async (
  context: Context,
  due: readonly TurningCertificate[],
  onError: (error: unknown) => void,
): Promise<number> => {
  let failed = 0;
  for (const { deskId, certificateId } of due) {
    const command = { type: 'RingTurn' } as const;
    try {
      await context.db.inDesk(deskId, (q) =>
        commandCertificate(context, q, { deskId, certificateId, command, actorId: null, seenVersion: null }),
      );
    } catch (error) {
      // Nothing can be told at all: the round ends instead of failing at each.
      if (isUnavailable(error)) throw error;
      failed += 1;
      onError(error);
    }
  }
  return failed;
};

/**
 * Tells the turns that the calendar has brought to certificates: each once, by whichever node comes first, also after
 * downtime. One that fails keeps no other back, however many they are, and is tried again in the next round. Returns whether
 * there may be more.
 */
export const turnCertificates = async (
  context: Context,
  onError: (error: unknown) => void,
  batch: number = BATCH,
): Promise<boolean> => {
  const now = context.now();
  let after: TurningCertificate | null = null;
  for (;;) {
    const from: TurningCertificate | null = after;
    const due: readonly TurningCertificate[] = await context.db.everyDesk((q) =>
      turningCertificates(q, now, batch, from),
    );
    const failed = await tellTurns(context, due, onError);
    if (due.length < batch) return false;
    if (failed === 0) return true;
    after = due.at(-1) ?? null;
  }
};
