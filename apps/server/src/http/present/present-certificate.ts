import type { CertificatePage, CertificateSummary } from '@reglament/contract';
import {
  type CertificateState,
  allowedOn,
  certificateRefusalWords,
  type CertificateWorld,
  daysLeft,
  describeCertificateEvent,
  momentNames,
  type MomentEvent,
  refusedOn,
  type Regulation,
  startCauseNames,
  stateAt,
  unrecordedDates,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type {
  CertificateEntry,
  CertificatePageRow,
  CertificateRow,
} from '../../store/queries/certificates.ts';
import { renewalWords } from '../../text/renewal-words.ts';
import type { ReleaseFacts } from '../../use-cases/release-facts.ts';
import { presentCovers } from './present-covers.ts';
import { presentReleases } from './present-releases.ts';
import { iso, isoOrNull } from './iso.ts';
import { nameIn, namedIn } from './named-in.ts';

/** As many as are in use, as the regulation counts; null: it counts none, or no installation names the certificate. */
export const usedOf = (
  [instances, licences]: CertificateRow['uses'],
  { certificates }: Regulation,
): number | null => {
  const quantity = certificates?.covers?.quantity ?? 'not-counted';
  if (quantity === 'not-counted' || instances === 0) return null;
  return quantity === 'licences' ? licences : instances;
};

/** A certificate in a list. */
export const presentSummary = (
  {
    certificate,
    companyName,
    version,
    uses,
  }: Pick<CertificateRow, 'certificate' | 'companyName' | 'version' | 'uses'>,
  regulation: Regulation,
  now: Instant,
): CertificateSummary => {
  const { loyaltyFrom, loyaltyUntil } = certificate;
  const state: CertificateState = stateAt(certificate, now);
  return {
    certificateId: certificate.certificateId,
    number: certificate.number,
    company: { companyId: certificate.companyId, name: companyName },
    package: namedIn(regulation.packages, certificate.packageId),
    state,
    startsAt: isoOrNull(certificate.startsAt),
    endsAt: isoOrNull(certificate.endsAt),
    loyaltyUntil: loyaltyFrom === null ? null : isoOrNull(loyaltyUntil),
    zone: certificate.zone ?? null,
    daysLeft: daysLeft(certificate, now, certificate.zone ?? regulation.zone),
    quantity: certificate.quantity,
    inUse: usedOf(uses, regulation),
    isRenewed: certificate.renewedBy !== null,
    version,
  };
};

const presentFacts = (
  { row, numbers, people }: CertificatePageRow,
  regulation: Regulation,
  now: Instant,
): Omit<CertificatePage['certificate'], keyof CertificateSummary> => {
  const { certificate } = row;
  const { startCause, beginsOn, renews, renewedBy } = certificate;
  const other = (certificateId: string | null) =>
    certificateId === null ? null : { certificateId, number: numbers.get(certificateId) ?? '—' };
  return {
    cause: startCause === null ? null : startCauseNames[startCause],
    beginsOn: stateAt(certificate, now) === 'not-begun' ? beginsOn.map((event) => momentNames[event]) : [],
    term: certificate.term === null ? null : { ...certificate.term },
    namedStart: isoOrNull(certificate.namedStart),
    dates: (Object.entries(certificate.dates) as [MomentEvent, Instant][]).map(([event, at]) => ({
      event,
      name: momentNames[event],
      at: iso(at),
    })),
    figures: Object.entries(certificate.figures).map(([clock, ms]) => ({
      clock,
      name: nameIn(regulation.clocks, clock),
      ms,
    })),
    bought: certificate.bought.map((id) => namedIn(regulation.services, id)),
    products: certificate.products === null ? null : [...certificate.products],
    installationType:
      certificate.installationType === null
        ? null
        : namedIn(regulation.installationTypes, certificate.installationType),
    productVersion: certificate.productVersion ?? null,
    productOrder: certificate.productOrder ?? null,
    payment: certificate.payment ?? null,
    visitsPerTicket: certificate.visitsPerTicket,
    people: Object.entries(certificate.people).map(([role, personId]) => ({
      role: namedIn(regulation.namedPeople, role),
      personId,
      name: people.get(personId)?.name ?? '—',
      serves: people.get(personId)?.serves ?? false,
      clause: regulation.namedPeople.find(({ id }) => id === role)?.clause ?? null,
    })),
    renews: other(renews),
    renewedBy: other(renewedBy),
    upgradeLicences: (certificate.upgradeLicences ?? []).map(({ at, revokedAt, ...one }) => ({
      ...one,
      at: iso(at),
      revokedAt: revokedAt === undefined ? null : iso(revokedAt),
    })),
    declaredAt: isoOrNull(certificate.declaredAt),
    edition: regulation.edition.label,
  };
};

/** What happened, newest first. */
export const presentEntries = (
  entries: readonly CertificateEntry[],
  regulation: Regulation,
  numbers: CertificatePageRow['numbers'],
  people: CertificatePageRow['people'],
): CertificatePage['history'] => {
  const names = {
    regulation,
    number: (id: string) => numbers.get(id) ?? '—',
    person: (id: string) => people.get(id)?.name ?? '—',
  };
  return entries
    .map(({ seq, at, actor, event, reason }) => ({
      seq,
      at: iso(at),
      actor,
      ...describeCertificateEvent(event, names),
      reason,
    }))
    .toReversed();
};

/** The page of a certificate, by the version that it goes by (R43). */
export const presentCertificate = (
  found: CertificatePageRow,
  world: CertificateWorld,
  facts: ReleaseFacts,
): CertificatePage => {
  const { row, entries, numbers, people } = found;
  const { regulation, now } = world;
  const { certificate } = row;
  return {
    certificate: { ...presentSummary(row, regulation, now), ...presentFacts(found, regulation, now) },
    covers: presentCovers(certificate, regulation),
    releases: presentReleases(certificate, facts, regulation, now),
    renewal: renewalWords(certificate, world),
    namedActs: found.namedActs.map(({ number, namedAt, ticketNumber }) => ({
      number,
      at: iso(namedAt),
      ticket: ticketNumber,
    })),
    recordable: unrecordedDates(certificate, world).map((event) => ({ event, name: momentNames[event] })),
    allowed: [...allowedOn(certificate, world)],
    refused: refusedOn(certificate, world).map(({ action, refusal }) => ({
      action,
      says: {
        ru: certificateRefusalWords(refusal, regulation.zone, 'ru'),
        en: certificateRefusalWords(refusal, regulation.zone, 'en'),
      },
      clause: refusal.clause,
    })),
    history: presentEntries(entries, regulation, numbers, people),
    held: { ...certificate },
    rules: regulation.certificates === null ? null : { ...regulation.certificates },
  };
};
