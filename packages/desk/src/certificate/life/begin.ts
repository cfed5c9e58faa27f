import { localDateOf, type Instant, type TimeZoneId } from '@reglament/working-time';
import type { CertificateOffer, CertificateRules, Moment } from '../../regulation/certificate-rules.ts';
import type { PackageId } from '../../regulation/regulation.ts';
import type { CertificateFacts, StartCause } from './support-certificate.ts';
import { startAfter } from './term.ts';

/** The offer under which a package is sold: the one that names it over one for every package. */
export const offerOf = (rules: CertificateRules, packageId: PackageId): CertificateOffer | null =>
  rules.offers.find(({ packages }) => packages?.includes(packageId) === true) ??
  rules.offers.find(({ packages }) => packages === null) ??
  null;

/** When a moment comes; null: its event is not known yet. */
export const momentAt = (
  { event, after }: Moment,
  dates: CertificateFacts['dates'],
  zone: TimeZoneId,
): Instant | null => {
  const at = dates[event];
  if (at === undefined) return null;
  return after === null ? at : startAfter(at, after, zone);
};

export interface Beginning {
  readonly at: Instant;
  readonly cause: StartCause;
}

/**
 * When a certificate begins, as far as is known: the date of the order where it wins, else the earliest moment of the
 * offer, never after its limit (AO-3.1, FL-ACT, SH-F-TERM, R8, R16). It may lie ahead, and an event may bring it nearer.
 */
export const beginningOf = (
  facts: Pick<CertificateFacts, 'namedStart' | 'dates'>,
  offer: CertificateOffer,
  zone: TimeZoneId,
): Beginning | null => {
  const { begins } = offer;
  if (facts.namedStart !== null && begins.namedDate === 'wins')
    return { at: facts.namedStart, cause: 'named-date' };
  const known = begins.at.flatMap((moment): readonly Beginning[] => {
    const at = momentAt(moment, facts.dates, zone);
    return at === null ? [] : [{ at, cause: moment.event }];
  });
  const limit = begins.notAfter === null ? null : momentAt(begins.notAfter, facts.dates, zone);
  const all: readonly Beginning[] = limit === null ? known : [...known, { at: limit, cause: 'not-after' }];
  // Of two at the same instant the first of the list is the cause.
  return all.reduce<Beginning | null>((best, one) => (best === null || one.at < best.at ? one : best), null);
};

/** Whether a date of the order lies after the last one allowed (FL-ACT): by dates, not by instants. */
export const namedTooLate = (
  facts: Pick<CertificateFacts, 'namedStart' | 'dates'>,
  offer: CertificateOffer,
  zone: TimeZoneId,
): boolean => {
  const { notAfter } = offer.begins;
  const limit = notAfter === null ? null : momentAt(notAfter, facts.dates, zone);
  return (
    facts.namedStart !== null &&
    limit !== null &&
    localDateOf(zone, facts.namedStart) > localDateOf(zone, limit)
  );
};
