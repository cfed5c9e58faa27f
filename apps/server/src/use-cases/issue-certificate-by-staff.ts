import {
  bookOf,
  type CertificateDraft,
  type CertificateId,
  type CertificateRefusal,
  type CompanyId,
  type DeskId,
  factsOf,
  foldActNumber,
  type PersonId,
  refuseBuyer,
} from '@reglament/desk';
import { ActUsed, spendAct } from '../store/certificate-acts.ts';
import { isNumberTaken } from '../store/certificates.ts';
import { standingsOf } from '../store/companies.ts';
import { companyCertificates } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { actUsedFor } from '../store/queries/certificates.ts';
import { type CertificateOutcome, issueCertificate, worldOf } from './command-certificate.ts';
import { inForceForBuyer, pinnedClock } from './certificate-clock.ts';
import type { Context, RegulationInForce } from './context.ts';
import { refusePeople } from './refuse-people.ts';

/** The answer of a command on certificates: the certificate that goes on, and its version. */
export interface CertificateAnswer {
  readonly certificateId: CertificateId;
  readonly version: number;
}

export type StaffCertificateOutcome =
  | { readonly kind: 'done'; readonly answer: CertificateAnswer }
  | Exclude<CertificateOutcome, { readonly kind: 'done' }>
  | { readonly kind: 'unknown-company' };

export interface StaffIssue {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly personId: PersonId;
  readonly draft: CertificateDraft;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** A "no" that only the desk's own books know of. */
export const refused = (
  code: CertificateRefusal['code'],
  clause: CertificateRefusal['clause'] = null,
  details: CertificateRefusal['details'] = {},
): StaffCertificateOutcome => ({ kind: 'refused', refusal: { code, clause, details } });

/** A number or an act that somebody else was the first with, as a refusal; whatever else broke goes on. */
export const refuseTaken = (error: unknown): StaffCertificateOutcome => {
  if (isNumberTaken(error)) return refused('number-taken');
  if (error instanceof ActUsed) return refused('act-used');
  throw error;
};

/** The act that a certificate uses up, as acts are compared: where its number is that of an act (SH-P-ACT1); null: none. */
const actOf = (context: Context, inForce: RegulationInForce, { packageId, number }: CertificateDraft) => {
  const book = bookOf(worldOf(inForce, context.now()), packageId);
  const rule = book?.rules.renewal?.act ?? null;
  return book?.offer.proof === 'act' && rule?.usedOnce === true
    ? { number: foldActNumber(number), clause: rule.clause }
    : null;
};

/** A person of the desk issues a certificate by the regulation in force: one transaction, or a refusal and nothing kept. */
export const issueCertificateByStaff = async (
  context: Context,
  input: StaffIssue,
): Promise<StaffCertificateOutcome> => {
  const { deskId, companyId, personId, idempotency } = input;
  const certificateId = context.newId() as CertificateId;
  const draft = { ...input.draft, number: input.draft.number.trim() };
  const run = async (q: Queries): Promise<StaffCertificateOutcome> => {
    if ((await companyCertificates(q, deskId, companyId)) === null) return { kind: 'unknown-company' };
    const inForce = await inForceForBuyer(context, q, deskId, companyId);
    const { regulationVersionId, regulation } = inForce;
    const ids = { certificateId, companyId, regulationVersionId, ...pinnedClock(inForce), renews: null };
    const facts = factsOf(draft, ids, regulation.zone);
    const act = actOf(context, inForce, draft);
    const buyer = refuseBuyer(
      draft.packageId,
      await standingsOf(q, deskId, companyId),
      worldOf(inForce, context.now()),
    );
    if (buyer !== null && !buyer.ok) return { kind: 'refused', refusal: buyer.refusal };
    const stranger = await refusePeople(q, deskId, draft.people);
    if (stranger !== null) return stranger;
    const by = act === null ? null : await actUsedFor(q, deskId, act.number);
    if (by !== null) return refused('act-used', act?.clause ?? null, { by });
    const outcome = await issueCertificate(context, q, {
      deskId,
      command: { type: 'Issue', facts, renewal: null },
      actorId: personId,
    });
    if (outcome.kind !== 'done') return outcome;
    if (act !== null) await spendAct(q, deskId, act.number, certificateId);
    const answer = { certificateId, version: outcome.version };
    await insertResponse(q, { ...idempotency, deskId, response: answer, at: context.now() });
    return { kind: 'done', answer };
  };
  return context.db.inDesk(deskId, run).catch(refuseTaken);
};
