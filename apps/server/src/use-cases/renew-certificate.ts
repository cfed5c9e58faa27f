import {
  type CertificateId,
  type DeskId,
  foldActNumber,
  type PersonId,
  refuseBuyer,
  type RenewalOrder,
  renewOnPaper,
} from '@reglament/desk';
import { spendAct } from '../store/certificate-acts.ts';
import { standingsOf } from '../store/companies.ts';
import type { LockedCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { moveInstances } from '../store/instances.ts';
import { namedAct } from '../store/named-acts.ts';
import { usesOf } from '../store/queries/certificate-use.ts';
import { actUsedFor } from '../store/queries/certificates.ts';
import { applyToCertificate, inForceFor, issueCertificate, worldOf } from './command-certificate.ts';
import { inForceForBuyer } from './certificate-clock.ts';
import type { Context, RegulationInForce } from './context.ts';
import type { StaffCertificateOutcome } from './issue-certificate-by-staff.ts';

export interface RenewalInput {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly order: RenewalOrder;
}

/** Licences active by the desk's own records; null: it has none of any installation. */
export const activatedOnRecord = async (
  q: Queries,
  { deskId, certificate }: LockedCertificate,
  { regulation }: RegulationInForce,
): Promise<number | null> => {
  const [instances, licences] = await usesOf(q, deskId, certificate.certificateId);
  if (instances === 0) return null;
  return regulation.certificates?.covers?.quantity === 'instances' ? instances : licences;
};

/**
 * Renews a locked certificate: the new one is issued, the old one marked and the act used up, all in the caller's transaction.
 *
 * @throws CertificateNumberTaken, ActUsed: the caller's transaction is undone.
 */
export const renewCertificate = async (
  context: Context,
  q: Queries,
  locked: LockedCertificate,
  { deskId, personId, order }: RenewalInput,
): Promise<StaffCertificateOutcome> => {
  const now = context.now();
  const ofOld = await inForceFor(context, deskId, locked.certificate);
  const ofNew = await inForceForBuyer(context, q, deskId, locked.certificate.companyId);
  const certificateId = context.newId() as CertificateId;
  const act = order.act === null ? null : foldActNumber(order.act.number);
  const named = act === null ? null : await namedAct(q, deskId, locked.certificate.certificateId, act);
  // Where nothing is on record, as many as somebody named (FL-RENEW).
  const activated = (await activatedOnRecord(q, locked, ofOld)) ?? order.activated;
  const judged = renewOnPaper(
    locked.certificate,
    { ...order, number: order.number.trim(), activated },
    {
      certificateId,
      regulationVersionId: ofNew.regulationVersionId,
      actUsedFor: act === null ? null : await actUsedFor(q, deskId, act),
      actNamedAt: named?.namedAt ?? null,
    },
    { ofOld: worldOf(ofOld, now), ofNew: worldOf(ofNew, now) },
  );
  if (!judged.ok) return { kind: 'refused', refusal: judged.refusal };
  const { facts, renewal } = judged.value;
  const standings = await standingsOf(q, deskId, facts.companyId);
  const buyer = refuseBuyer(facts.packageId, standings, worldOf(ofNew, now));
  if (buyer !== null && !buyer.ok) return { kind: 'refused', refusal: buyer.refusal };
  const marked = await applyToCertificate(
    context,
    q,
    locked,
    { type: 'MarkRenewed', by: certificateId },
    personId,
  );
  if (marked.kind !== 'done') return marked;
  const issued = await issueCertificate(context, q, {
    deskId,
    command: { type: 'Issue', facts, renewal },
    actorId: personId,
  });
  // Judged a line ago by the same rules: another answer is a fault, and undoes the whole.
  if (issued.kind !== 'done') throw new Error(`a renewal was judged possible and then ${issued.kind}`);
  await moveInstances(q, deskId, locked.certificate.certificateId, certificateId);
  const usedOnce = ofOld.regulation.certificates?.renewal?.act?.usedOnce === true;
  if (act !== null && usedOnce) await spendAct(q, deskId, act, certificateId);
  return { kind: 'done', answer: { certificateId, version: issued.version } };
};
