import type { PortalCertificate, PortalCertificatePage } from '@reglament/contract';
import {
  type Calendars,
  daysLeft,
  describeCertificateEvent,
  intentOutlook,
  momentNames,
  offerOf,
  openingsOf,
  ownRenewal,
  type Regulation,
  startCauseNames,
  stateAt,
} from '@reglament/desk';
import type { CertificateLetterRow } from '../../store/queries/certificate-letters.ts';
import type { NamedOnCertificate } from '../../store/queries/certificates.ts';
import { renewalWords } from '../../text/renewal-words.ts';
import type { ReleaseFacts } from '../../use-cases/release-facts.ts';
import type { ShownCertificate } from '../../use-cases/show-certificates.ts';
import { usedOf } from './present-certificate.ts';
import { presentCovers } from './present-covers.ts';
import { presentReleases } from './present-releases.ts';
import { iso, isoOrNull } from './iso.ts';
import { nameIn, namedIn } from './named-in.ts';

/** The text in force, by which a request that is sent now goes. */
export interface TextInForce {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
}

/** Whether its support works now; empty while it does not serve. */
const openingsNow = ({ certificate, world }: ShownCertificate, { regulation, calendars }: TextInForce) => {
  const state = stateAt(certificate, world.now);
  return state === 'in-force' || state === 'loyalty'
    ? openingsOf(regulation, calendars, certificate.packageId, world.now)
    : [];
};

/** A certificate in its holder's list. */
export const presentOwnSummary = (
  shown: ShownCertificate,
  companyName: string,
  inForce: TextInForce,
): PortalCertificate => {
  const { certificate, world, uses, waitingAct } = shown;
  const { regulation, now } = world;
  const openings = openingsNow(shown, inForce);
  return {
    certificateId: certificate.certificateId,
    number: certificate.number,
    company: { companyId: certificate.companyId, name: companyName },
    package: namedIn(regulation.packages, certificate.packageId),
    state: stateAt(certificate, now),
    startsAt: isoOrNull(certificate.startsAt),
    endsAt: isoOrNull(certificate.endsAt),
    loyaltyUntil: certificate.loyaltyFrom === null ? null : isoOrNull(certificate.loyaltyUntil),
    zone: certificate.zone ?? null,
    daysLeft: daysLeft(certificate, now, certificate.zone ?? regulation.zone),
    quantity: certificate.quantity,
    inUse: usedOf(uses, regulation),
    isRenewed: certificate.renewedBy !== null,
    isOpenNow: openings.length === 0 ? null : openings.some(({ isOpen }) => isOpen),
    actWaits: waitingAct !== null,
  };
};

const presentFacts = (
  { certificate, world, numbers }: ShownCertificate,
  people: NamedOnCertificate,
): Omit<PortalCertificatePage['certificate'], keyof PortalCertificate> => {
  const { regulation, now } = world;
  const { startCause, beginsOn, renews, renewedBy } = certificate;
  const rules = regulation.certificates;
  const other = (certificateId: string | null) =>
    certificateId === null ? null : { certificateId, number: numbers.get(certificateId) ?? '—' };
  return {
    cause: startCause === null ? null : startCauseNames[startCause],
    beginsOn: stateAt(certificate, now) === 'not-begun' ? beginsOn.map((event) => momentNames[event]) : [],
    term: certificate.term === null ? null : { ...certificate.term },
    bought: certificate.bought.map((id) => namedIn(regulation.services, id)),
    products: certificate.products === null ? null : [...certificate.products],
    installationType:
      certificate.installationType === null
        ? null
        : namedIn(regulation.installationTypes, certificate.installationType),
    visitsPerTicket: certificate.visitsPerTicket,
    price: (rules === null ? null : offerOf(rules, certificate.packageId))?.price ?? null,
    people: Object.entries(certificate.people).map(([role, personId]) => ({
      role: nameIn(regulation.namedPeople, role),
      name: people.get(personId)?.name ?? '—',
      clause: regulation.namedPeople.find(({ id }) => id === role)?.clause ?? null,
    })),
    renews: other(renews),
    renewedBy: other(renewedBy),
    upgradeLicences: (certificate.upgradeLicences ?? []).flatMap(({ at, revokedAt, ...one }) =>
      revokedAt === undefined ? [{ ...one, at: iso(at), revokedAt: null }] : [],
    ),
    declaredAt: isoOrNull(certificate.declaredAt),
    edition: regulation.edition.label,
  };
};

/** What happened, the latest first; which of two records of a company it stands under is the desk's own housekeeping. */
const presentHistory = ({ history, numbers, world }: ShownCertificate): PortalCertificatePage['history'] => {
  const names = { regulation: world.regulation, number: (id: string) => numbers.get(id) ?? '—' };
  return history
    .filter(({ event }) => event.type !== 'CertificateMoved')
    .toReversed()
    .map(({ at, event }) => {
      const { says, clause } = describeCertificateEvent(event, names);
      return { at: iso(at), says, clause };
    });
};

/** The page of a certificate for its holder, by the version that it goes by (R43). */
export const presentOwnCertificate = (
  shown: ShownCertificate,
  about: {
    readonly companyName: string;
    readonly people: NamedOnCertificate;
    readonly letters: readonly CertificateLetterRow[];
    readonly releases: ReleaseFacts;
  },
  inForce: TextInForce,
): PortalCertificatePage => {
  const { certificate, world, waitingAct } = shown;
  const { regulation, now } = world;
  const intent = intentOutlook(certificate, world);
  return {
    certificate: {
      ...presentOwnSummary(shown, about.companyName, inForce),
      ...presentFacts(shown, about.people),
    },
    covers: presentCovers(certificate, regulation),
    opening: openingsNow(shown, inForce).map(({ isOpen, opensAt, priorities }) => ({
      isOpen,
      opensAt: isoOrNull(opensAt),
      priorities: priorities?.map((id) => nameIn(inForce.regulation.priorities, id)) ?? null,
    })),
    releases: presentReleases(certificate, about.releases, regulation, now),
    renewal: renewalWords(certificate, world),
    mayRenew: ownRenewal(certificate, world),
    intent:
      intent === null
        ? null
        : { endsAt: iso(intent.endsAt), loyaltyUntil: iso(intent.loyaltyUntil), clause: intent.clause },
    waitingAct:
      waitingAct === null
        ? null
        : { namedAt: iso(waitingAct.namedAt), ticketNumber: waitingAct.ticketNumber },
    history: presentHistory(shown),
    letters: about.letters.map(({ letterId, at, subject }) => ({ letterId, at: iso(at), subject })),
  };
};
