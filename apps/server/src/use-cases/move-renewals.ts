import {
  bookOf,
  type DeskId,
  type MessageId,
  moveRenewal,
  type PersonId,
  type SupportCertificate,
} from '@reglament/desk';
import { insertReason } from '../store/certificate-acts.ts';
import { lockCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { applyToCertificate, type CertificateOutcome, inForceFor, worldOf } from './command-certificate.ts';
import type { Context } from './context.ts';

/** Thrown to undo a correction: a renewal that goes on from it can't go with it. */
export class RenewalStays extends Error {
  readonly outcome: Exclude<CertificateOutcome, { readonly kind: 'done' }>;
  constructor(outcome: RenewalStays['outcome']) {
    super('a renewal did not go with a corrected end');
    this.outcome = outcome;
  }
}

/**
 * A corrected certificate ends on another day: the renewal that begins at its end goes with it, and so does the one after that,
 * each with the reason of the correction, in the caller's transaction.
 *
 * @throws RenewalStays when one can't: the caller's transaction is undone.
 */
export const moveRenewals = async (
  context: Context,
  q: Queries,
  correction: {
    readonly deskId: DeskId;
    readonly before: SupportCertificate;
    readonly after: SupportCertificate;
    readonly personId: PersonId;
    readonly reason: string;
  },
): Promise<void> => {
  const { deskId, personId, reason } = correction;
  let { before, after } = correction;
  const at = context.now();
  while (after.renewedBy !== null && before.endsAt !== after.endsAt) {
    const next = await lockCertificate(q, deskId, after.renewedBy);
    const inForce = await inForceFor(context, deskId, after);
    const book = bookOf(worldOf(inForce, at), after.packageId);
    if (next === null || next.certificate.revokedAt !== null || book === null) return;
    const moved = moveRenewal(before, after, next.certificate, book);
    if (!moved.ok) throw new RenewalStays({ kind: 'refused', refusal: moved.refusal });
    if (moved.value === null) return;
    const messageId = context.newId() as MessageId;
    const { certificateId } = next.certificate;
    const command = { type: 'MoveRenewal', ...moved.value, reasonId: messageId } as const;
    const outcome = await applyToCertificate(context, q, next, command, personId);
    if (outcome.kind !== 'done') throw new RenewalStays(outcome);
    await insertReason(q, { deskId, messageId, certificateId, at, text: reason.trim() });
    before = next.certificate;
    after = outcome.certificate;
  }
};
