import type { CertificateCommandBody } from '@reglament/contract';
import {
  type CertificateCommand,
  type CertificateId,
  type CorrectionDraft,
  correctionOf,
  type DeskId,
  type MessageId,
  midnight,
  momentOfDate,
  type PersonId,
  refuseBuyer,
} from '@reglament/desk';
import { insertReason } from '../store/certificate-acts.ts';
import { standingsOf } from '../store/companies.ts';
import { type LockedCertificate, lockCertificate } from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { moveInstances } from '../store/instances.ts';
import { insertResponse } from '../store/idempotency.ts';
import { certificateEntries } from '../store/queries/certificates.ts';
import { applyToCertificate, inForceFor, worldOf } from './command-certificate.ts';
import type { Context } from './context.ts';
import { refuseTaken, type StaffCertificateOutcome } from './issue-certificate-by-staff.ts';
import { moveRenewals, RenewalStays } from './move-renewals.ts';
import { refusePeople } from './refuse-people.ts';
import { issueUpgradeOf } from './upgrade-licence.ts';
import { renewCertificate } from './renew-certificate.ts';

export interface StaffCertificateInput {
  readonly deskId: DeskId;
  readonly certificateId: CertificateId;
  readonly personId: PersonId;
  readonly body: CertificateCommandBody;
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

type Plain = Exclude<CertificateCommandBody, { readonly command: 'renew' }>;

/** What was typed, as the certificate understands it; `reasonId` names the words that are kept beside. */
const commandOf = async (
  context: Context,
  q: Queries,
  locked: LockedCertificate,
  body: Plain,
  reasonId: MessageId,
): Promise<CertificateCommand> => {
  const { deskId, certificate } = locked;
  const inForce = await inForceFor(context, deskId, certificate);
  const { zone } = inForce.regulation;
  switch (body.command) {
    case 'record-date':
      return { type: 'RecordDate', event: body.event, at: midnight(body.on, zone) };
    case 'declare-intent':
      return { type: 'DeclareIntent', at: momentOfDate(body.on, zone, context.now()) };
    case 'correct':
      return {
        type: 'Correct',
        changes: correctionOf(body.changes as unknown as CorrectionDraft, certificate, zone),
        reasonId,
      };
    case 'suspend':
      return { type: 'Suspend', reasonId };
    case 'resume':
      return { type: 'Resume', reasonId };
    case 'revoke':
      return { type: 'Revoke', reasonId };
    case 'open-check':
      return { type: 'OpenCheck', reasonId };
    case 'record-check':
      return { type: 'RecordCheck', outcome: body.outcome, reasonId };
    case 'revoke-upgrade':
      return { type: 'RevokeUpgradeLicence', licence: body.licence, reasonId };
    case 'issue-upgrade':
      return issueUpgradeOf(q, locked, inForce, body, context.now());
  }
};

/** A correction sells nobody what an order could not (FL-K5) and names nobody else; null: nothing speaks against it. */
const refuseOther = async (
  context: Context,
  q: Queries,
  { deskId, certificate }: LockedCertificate,
  command: CertificateCommand,
): Promise<StaffCertificateOutcome | null> => {
  if (command.type !== 'Correct') return null;
  const stranger = await refusePeople(q, deskId, command.changes.people, certificate.people);
  if (stranger !== null) return stranger;
  const { packageId } = command.changes;
  if (packageId === undefined || packageId === certificate.packageId) return null;
  const inForce = await inForceFor(context, deskId, certificate);
  const standings = await standingsOf(q, deskId, certificate.companyId);
  const buyer = refuseBuyer(packageId, standings, worldOf(inForce, context.now()));
  return buyer === null || buyer.ok ? null : { kind: 'refused', refusal: buyer.refusal };
};

/**
 * A renewal that is revoked frees the certificate before it: that may be renewed again, and what is installed goes back to it. The
 * act stays used: it served a renewal.
 */
const freeRenewed = async (
  context: Context,
  q: Queries,
  { deskId, certificate: { certificateId, renews } }: LockedCertificate,
  personId: PersonId,
): Promise<void> => {
  const before = renews === null ? null : await lockCertificate(q, deskId, renews);
  if (before === null) return;
  const command = { type: 'UnmarkRenewed', by: certificateId } as const;
  const outcome = await applyToCertificate(context, q, before, command, personId);
  // One that is revoked itself stays as it is.
  if (outcome.kind !== 'done') return;
  await moveInstances(q, deskId, certificateId, before.certificate.certificateId);
};

const applyPlain = async (
  context: Context,
  q: Queries,
  locked: LockedCertificate,
  input: StaffCertificateInput & { readonly body: Plain },
): Promise<StaffCertificateOutcome> => {
  const { deskId, certificateId, personId, body } = input;
  const messageId = context.newId() as MessageId;
  const command = await commandOf(context, q, locked, body, messageId);
  const refused = await refuseOther(context, q, locked, command);
  if (refused !== null) return refused;
  const outcome = await applyToCertificate(context, q, locked, command, personId);
  if (outcome.kind !== 'done') return outcome;
  if ('reason' in body && outcome.events.length > 0)
    await insertReason(q, { deskId, messageId, certificateId, at: context.now(), text: body.reason.trim() });
  if (body.command === 'revoke') await freeRenewed(context, q, locked, personId);
  if (body.command === 'correct')
    await moveRenewals(context, q, {
      deskId,
      before: locked.certificate,
      after: outcome.certificate,
      personId,
      reason: body.reason,
    });
  return { kind: 'done', answer: { certificateId, version: outcome.version } };
};

/** Turns that the calendar told meanwhile change nobody's mind; what people did does. */
const isStale = async (
  q: Queries,
  locked: LockedCertificate,
  { deskId, certificateId, seenVersion }: StaffCertificateInput,
): Promise<boolean> => {
  if (seenVersion === locked.version) return false;
  if (seenVersion > locked.version) return true;
  const since = await certificateEntries(q, deskId, certificateId, seenVersion);
  return since.some(({ event }) => event.type !== 'CertificateTurned');
};

/** What a person of the desk does to a certificate, in one transaction: lock, compare versions, decide, write. */
export const staffCertificateCommand = async (
  context: Context,
  input: StaffCertificateInput,
): Promise<StaffCertificateOutcome> => {
  const { deskId, certificateId, body, idempotency } = input;
  const run = async (q: Queries): Promise<StaffCertificateOutcome> => {
    const locked = await lockCertificate(q, deskId, certificateId);
    if (locked === null) return { kind: 'not-found' };
    if (await isStale(q, locked, input)) return { kind: 'stale', version: locked.version };
    const outcome =
      body.command === 'renew'
        ? await renewCertificate(context, q, locked, { deskId, personId: input.personId, order: body })
        : await applyPlain(context, q, locked, { ...input, body });
    if (outcome.kind === 'done')
      await insertResponse(q, { ...idempotency, deskId, response: outcome.answer, at: context.now() });
    return outcome;
  };
  return context.db
    .inDesk(deskId, run)
    .catch((error: unknown) => (error instanceof RenewalStays ? error.outcome : refuseTaken(error)));
};
