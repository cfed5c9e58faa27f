import type { Instant } from '@reglament/working-time';
import type { CertificateRules } from '../../regulation/certificate-rules.ts';
import type { CertificateState, CertificateTurn, SupportCertificate } from './support-certificate.ts';

/** From when loyalty serves: from the end for everybody, from the declaration where one is wanted; null: it never does (R11). */
export const loyaltyFrom = (
  certificate: SupportCertificate,
  loyalty: CertificateRules['loyalty'],
): Instant | null => {
  const { endsAt, declaredAt } = certificate;
  if (loyalty === null || endsAt === null) return null;
  if (loyalty.given === 'everybody') return endsAt;
  return declaredAt === null ? null : (Math.max(endsAt, declaredAt) as Instant);
};

/**
 * What a certificate is worth at an instant, by its dates alone: whether a node was down when a date passed does not
 * matter to anybody's right.
 */
export const stateAt = (
  certificate: SupportCertificate,
  rules: CertificateRules,
  at: Instant,
): CertificateState => {
  const { startsAt, endsAt, revokedAt, suspendedAt, loyaltyUntil } = certificate;
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (startsAt === null || at < startsAt) return 'not-begun';
  if (suspendedAt !== null && suspendedAt <= at) return 'suspended';
  if (endsAt === null || at < endsAt) return 'in-force';
  const from = loyaltyFrom(certificate, rules.loyalty);
  if (from !== null && loyaltyUntil !== null && from <= at && at < loyaltyUntil) return 'loyalty';
  return 'ended';
};

/** The next turn that the calendar brings, and when; null: none is due any more. */
export const nextTurn = (
  certificate: SupportCertificate,
  rules: CertificateRules,
): { readonly turn: CertificateTurn; readonly at: Instant } | null => {
  const { startsAt, endsAt, loyaltyUntil, told, revokedAt } = certificate;
  if (revokedAt !== null) return null;
  if (startsAt !== null && !told.includes('began')) return { turn: 'began', at: startsAt };
  if (startsAt === null || endsAt === null) return null;
  if (!told.includes('ended')) return { turn: 'ended', at: endsAt };
  // Loyalty that never served has no end to tell.
  if (loyaltyUntil === null || loyaltyFrom(certificate, rules.loyalty) === null) return null;
  return told.includes('loyalty-ended') ? null : { turn: 'loyalty-ended', at: loyaltyUntil };
};
