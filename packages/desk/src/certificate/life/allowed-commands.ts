import type { MomentEvent } from '../../regulation/certificate-rules.ts';
import { bookOf, type CertificateBook, type CertificateWorld } from './facts.ts';
import { mayUpgrade } from './issue-upgrade-licence.ts';
import { stateAt } from './state-at.ts';
import type { SupportCertificate } from './support-certificate.ts';

/** What people may do to a certificate that stands. */
export type CertificateAction =
  | 'record-date'
  | 'declare-intent'
  | 'renew'
  | 'correct'
  | 'suspend'
  | 'resume'
  | 'revoke'
  | 'open-check'
  | 'record-check'
  | 'issue-upgrade';

/** Events that the desk notices by itself: nobody types them in. */
const NOTICED: ReadonlySet<MomentEvent> = new Set<MomentEvent>(['first-covered-request', 'first-contact']);

/** Events of the offer whose date is not on record yet and that a person would have to tell. */
export const unrecordedDates = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): readonly MomentEvent[] => {
  const offer = bookOf(world, certificate.packageId)?.offer;
  if (offer === undefined) return [];
  const moments = [...offer.begins.at, ...(offer.begins.notAfter === null ? [] : [offer.begins.notAfter])];
  return [...new Set(moments.map(({ event }) => event))].filter(
    (event) => !NOTICED.has(event) && certificate.dates[event] === undefined,
  );
};

/** What no act has opened is not gone on with by one: support is bought instead (SH-P-RENEW). */
export const isRenewable = ({ rules: { renewal }, offer }: CertificateBook): boolean =>
  renewal !== null && (renewal.act === null || offer.proof === 'act');

/** What could be tried on a certificate now: each is decided again when it is done, with its reason. */
export const allowedOn = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): readonly CertificateAction[] => {
  const { now } = world;
  const book = bookOf(world, certificate.packageId);
  if (book === null || stateAt(certificate, now) === 'revoked') return [];
  const { rules } = book;
  const begun = certificate.startsAt !== null && certificate.startsAt <= now;
  const { loyaltyUntil, declaredAt, renewedBy, suspendedAt, checkOpenedAt = null } = certificate;
  const mayDeclare =
    rules.loyalty?.given === 'declared-intent' &&
    begun &&
    declaredAt === null &&
    renewedBy === null &&
    (loyaltyUntil === null || now < loyaltyUntil);
  return [
    ...(unrecordedDates(certificate, world).length > 0 ? ['record-date' as const] : []),
    ...(mayDeclare ? ['declare-intent' as const] : []),
    ...(isRenewable(book) && begun && renewedBy === null ? ['renew' as const] : []),
    ...(mayUpgrade(certificate, world.regulation, now) ? ['issue-upgrade' as const] : []),
    'correct',
    suspendedAt === null ? 'suspend' : 'resume',
    'revoke',
    ...(rules.covers?.complianceCheck !== 'allowed'
      ? []
      : [checkOpenedAt === null ? ('open-check' as const) : ('record-check' as const)]),
  ];
};
