import {
  type CertificateCommand,
  type CertificateEvent,
  type CertificateFacts,
  type CertificateId,
  type CertificateRefusal,
  type CertificateWorld,
  decideCertificate,
  type DeskId,
  evolveCertificate,
  type PersonId,
  type SupportCertificate,
  workingDaysOf,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import {
  insertCertificate,
  type LockedCertificate,
  lockCertificate,
  updateCertificate,
} from '../store/certificates.ts';
import type { Queries } from '../store/database.ts';
import { onClockOf } from './certificate-clock.ts';
import type { Context, RegulationInForce } from './context.ts';

export type CertificateOutcome =
  | {
      readonly kind: 'done';
      readonly certificate: SupportCertificate;
      readonly version: number;
      readonly events: readonly CertificateEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: CertificateRefusal }
  /** Somebody changed it since `seenVersion`. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

/** What a decision may know of the world, by one version of the regulation. */
export const worldOf = (inForce: RegulationInForce, now: Instant): CertificateWorld => ({
  now,
  regulation: inForce.regulation,
  isWorkingDay: workingDaysOf(inForce.regulation, inForce.calendars),
});

/** The version that a certificate goes by, on the wall clock pinned on it: at its purchase, or the one in force where the regulation says so (R43). */
export const inForceFor = async (
  context: Context,
  deskId: DeskId,
  certificate: Pick<CertificateFacts, 'regulationVersionId' | 'zone'>,
): Promise<RegulationInForce> => {
  const bought = await context.regulations.byVersion(deskId, certificate.regulationVersionId);
  const current = bought.regulation.versions?.certificates === 'current';
  return onClockOf(current ? await context.regulations.inForce(deskId, context.now()) : bought, certificate);
};

/** Issues a certificate inside the caller's transaction: by the rules in force, or refused with their clause. */
export const issueCertificate = async (
  context: Context,
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly command: Extract<CertificateCommand, { readonly type: 'Issue' }>;
    readonly actorId: PersonId | null;
  },
): Promise<CertificateOutcome> => {
  const { deskId, command, actorId } = input;
  const now = context.now();
  const { regulationVersionId } = command.facts;
  const inForce = onClockOf(await context.regulations.byVersion(deskId, regulationVersionId), command.facts);
  const decision = decideCertificate(command, null, worldOf(inForce, now));
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
  const events = decision.value;
  const certificate = events.reduce<SupportCertificate | null>(evolveCertificate, null);
  if (certificate === null) throw new Error('a certificate was issued without an event');
  await insertCertificate(q, { deskId, certificate, events, at: now, actorId, newId: context.newId });
  return { kind: 'done', certificate, version: events.length, events };
};

/** Decides a command on a locked certificate and writes what it did. */
export const applyToCertificate = async (
  context: Context,
  q: Queries,
  locked: LockedCertificate,
  command: CertificateCommand,
  actorId: PersonId | null,
): Promise<CertificateOutcome> => {
  const now = context.now();
  const { deskId, certificate: before, version } = locked;
  const inForce = await inForceFor(context, deskId, before);
  const decision = decideCertificate(command, before, worldOf(inForce, now));
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
  const events = decision.value;
  const certificate = events.reduce<SupportCertificate>(evolveCertificate, before);
  if (events.length === 0) return { kind: 'done', certificate, version, events };
  const written = await updateCertificate(q, {
    deskId,
    certificate,
    events,
    at: now,
    actorId,
    newId: context.newId,
    version,
  });
  return { kind: 'done', certificate, version: written, events };
};

/** One command inside the caller's transaction: lock, compare versions, decide, write. */
export const commandCertificate = async (
  context: Context,
  q: Queries,
  input: {
    readonly deskId: DeskId;
    readonly certificateId: CertificateId;
    readonly command: CertificateCommand;
    readonly actorId: PersonId | null;
    /** Version that the person saw; null: whatever it is now. */
    readonly seenVersion: number | null;
  },
): Promise<CertificateOutcome> => {
  const locked = await lockCertificate(q, input.deskId, input.certificateId);
  if (locked === null) return { kind: 'not-found' };
  if (input.seenVersion !== null && input.seenVersion !== locked.version)
    return { kind: 'stale', version: locked.version };
  return applyToCertificate(context, q, locked, input.command, input.actorId);
};
