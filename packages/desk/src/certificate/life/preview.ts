import { type Instant, localDateOf, type LocalDate } from '@reglament/working-time';
import type { CertificateId, RegulationVersionId } from '../../ids.ts';
import type { ChannelId } from '../../regulation/regulation.ts';
import { evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { midnight, momentOfDate } from './draft.ts';
import { bookOf, type CertificateWorld } from './facts.ts';
import { accept, type CertificateDecision, refuse } from './refusals.ts';
import { namedRolesOf, namesVisits } from './named-roles.ts';
import { judgeRenewal, type Renewal, type RenewalRequest } from './renew.ts';
import { stateAt } from './state-at.ts';
import type { CertificateFacts, SupportCertificate } from './support-certificate.ts';
import { lastDayOf } from './term.ts';
import { type Span, spanBetween } from './time-left.ts';

/** The certificate that would stand after an order, or why there would be none: the same for a preview and for the deed. */
export const certificateOf = (
  facts: CertificateFacts,
  renewal: Renewal | null,
  world: CertificateWorld,
): CertificateDecision<SupportCertificate> => {
  const decided = decideCertificate({ type: 'Issue', facts, renewal }, null, world);
  if (!decided.ok) return decided;
  const certificate = decided.value.reduce<SupportCertificate | null>(evolveCertificate, null);
  if (certificate === null) throw new Error('a certificate was issued without an event');
  return accept(certificate);
};

/** A renewal as it stands in an order; dates are those of the desk's wall calendar. */
export interface RenewalOrder extends Pick<CertificateFacts, 'number' | 'term' | 'quantity'> {
  readonly boughtOn: LocalDate;
  readonly channel: ChannelId;
  /** Licences active in the system; null: nobody knows. */
  readonly activated: number | null;
  readonly act: {
    readonly number: string;
    readonly givenOn: LocalDate;
    readonly issuer: 'vendor' | 'partner';
    readonly namesSupport: boolean;
  } | null;
  readonly upgradeBoughtOn: LocalDate | null;
  readonly upgradeInstalledOn: LocalDate | null;
}

/** What only the desk knows of a renewal. */
export interface RenewalKnown {
  readonly certificateId: CertificateId;
  /** The version in force, by which the new certificate goes. */
  readonly regulationVersionId: RegulationVersionId;
  /** Number of the certificate that the act was used for before; null: never. */
  readonly actUsedFor: string | null;
  /** The instant in which the customer named the act on a page: it goes before the day that the order gives; absent, null: none. */
  readonly actNamedAt?: Instant | null;
}

export interface JudgedRenewal {
  readonly facts: CertificateFacts;
  readonly renewal: Renewal;
  readonly certificate: SupportCertificate;
  /** After the end of the old one, until it was bought; nothing: before its end. */
  readonly late: Span;
  /** Of the new one, from today: what the customer still gets for the money. */
  readonly left: Span;
}

const requestOf = (
  order: RenewalOrder,
  known: RenewalKnown,
  { now, regulation: { zone } }: CertificateWorld,
): RenewalRequest => {
  const { act, upgradeBoughtOn, upgradeInstalledOn } = order;
  return {
    at: momentOfDate(order.boughtOn, zone, now),
    channel: order.channel,
    quantity: order.quantity,
    activated: order.activated,
    act:
      act === null
        ? null
        : {
            number: act.number,
            givenAt: known.actNamedAt ?? momentOfDate(act.givenOn, zone, now),
            issuer: act.issuer,
            namesSupport: act.namesSupport,
            usedFor: known.actUsedFor,
          },
    upgradeBoughtAt: upgradeBoughtOn === null ? null : midnight(upgradeBoughtOn, zone),
    upgradeInstalledAt: upgradeInstalledOn === null ? null : midnight(upgradeInstalledOn, zone),
  };
};

/** The first date of an order that has not come yet; null: all have. */
const aheadIn = (order: RenewalOrder, today: LocalDate): string | null => {
  const dates: readonly (readonly [string, LocalDate | null])[] = [
    ['purchase', order.boughtOn],
    ['number-given', order.act?.givenOn ?? null],
    ['upgrade-bought', order.upgradeBoughtOn],
    ['upgrade-installed', order.upgradeInstalledOn],
  ];
  return dates.find(([, date]) => date !== null && date > today)?.[0] ?? null;
};

const factsOfRenewal = (
  old: SupportCertificate,
  { number, term, quantity, boughtOn, upgradeBoughtOn }: RenewalOrder,
  { certificateId, regulationVersionId }: RenewalKnown,
  regulation: CertificateWorld['regulation'],
): CertificateFacts => ({
  certificateId,
  number,
  companyId: old.companyId,
  packageId: old.packageId,
  regulationVersionId,
  ...(regulation.localTime === 'desk' ? {} : { zone: regulation.zone }),
  products: old.products,
  installationType: old.installationType,
  // Whoever bought an upgrade to come back has another version, and the order does not say which.
  productVersion: upgradeBoughtOn === null ? (old.productVersion ?? null) : null,
  quantity,
  term,
  namedStart: null,
  dates: { purchase: midnight(boughtOn, regulation.zone) },
  figures: old.figures,
  bought: [],
  // As far as the version in force still has such people and such visits.
  people: Object.fromEntries(
    namedRolesOf(regulation, old.packageId).flatMap(({ id }) => {
      const person = old.people[id];
      return person === undefined ? [] : [[id, person]];
    }),
  ),
  visitsPerTicket: namesVisits(regulation, old.packageId) ? old.visitsPerTicket : null,
  renews: old.certificateId,
});

/**
 * Renews a certificate on paper: judged by the version at the purchase of the old one, the new one by the version in force.
 * What the browser shows before saving is what the desk then does.
 */
export const renewOnPaper = (
  old: SupportCertificate,
  order: RenewalOrder,
  known: RenewalKnown,
  worlds: { readonly ofOld: CertificateWorld; readonly ofNew: CertificateWorld },
): CertificateDecision<JudgedRenewal> => {
  const { ofOld, ofNew } = worlds;
  const { zone } = ofNew.regulation;
  const today = localDateOf(zone, ofNew.now);
  if (stateAt(old, ofNew.now) === 'revoked') return refuse('revoked');
  const ahead = aheadIn(order, today);
  if (ahead !== null) return refuse('date-in-future', null, { event: ahead });
  const book = bookOf(ofOld, old.packageId);
  if (book === null) return refuse('not-sold', ofOld.regulation.certificates?.clause ?? null);
  const judged = judgeRenewal(old, requestOf(order, known, ofNew), book);
  if (!judged.ok) return judged;
  const facts = factsOfRenewal(old, order, known, ofNew.regulation);
  const issued = certificateOf(facts, judged.value, ofNew);
  if (!issued.ok) return issued;
  const { endsAt } = issued.value;
  const oldLast = old.endsAt === null ? null : lastDayOf(old.endsAt, zone);
  // A term that has not begun is whole: it is counted from its beginning.
  const from = judged.value.countsFrom > today ? judged.value.countsFrom : today;
  return accept({
    facts,
    renewal: judged.value,
    certificate: issued.value,
    late: oldLast === null ? { months: 0, days: 0 } : spanBetween(oldLast, order.boughtOn),
    left: endsAt === null ? { months: 0, days: 0 } : spanBetween(from, lastDayOf(endsAt, zone)),
  });
};
