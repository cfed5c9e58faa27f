import type { Instant } from '@reglament/working-time';
import type { CertificateDates } from './commands.ts';
import { nextReminder } from './reminders.ts';
import type { CertificateState, CertificateTurn, SupportCertificate } from './support-certificate.ts';

/**
 * What a certificate is worth at an instant, by its dates alone: whether a node was down when a date passed does not
 * matter to anybody's right.
 */
export const stateAt = (certificate: SupportCertificate, at: Instant): CertificateState => {
  const { startsAt, endsAt, revokedAt, suspendedAt, loyaltyFrom, loyaltyUntil } = certificate;
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (startsAt === null || at < startsAt) return 'not-begun';
  if (suspendedAt !== null && suspendedAt <= at) return 'suspended';
  if (endsAt === null || at < endsAt) return 'in-force';
  if (loyaltyFrom !== null && loyaltyUntil !== null && loyaltyFrom <= at && at < loyaltyUntil)
    return 'loyalty';
  return 'ended';
};

/** When loyalty ends; null: it never serves, and has no end to tell. */
export const loyaltyEndOf = ({ loyaltyFrom, loyaltyUntil }: CertificateDates): Instant | null =>
  loyaltyFrom === null || loyaltyUntil === null || loyaltyFrom >= loyaltyUntil ? null : loyaltyUntil;

/** The next turn that the calendar brings, and when; null: none is due any more. */
export const nextTurn = (
  certificate: SupportCertificate,
): { readonly turn: CertificateTurn; readonly at: Instant } | null => {
  const { startsAt, endsAt, told, revokedAt } = certificate;
  if (revokedAt !== null || startsAt === null) return null;
  if (!told.includes('began')) return { turn: 'began', at: startsAt };
  if (endsAt === null) return null;
  if (!told.includes('ended')) return nextReminder(certificate) ?? { turn: 'ended', at: endsAt };
  const loyaltyEnd = loyaltyEndOf(certificate);
  return loyaltyEnd === null || told.includes('loyalty-ended')
    ? null
    : { turn: 'loyalty-ended', at: loyaltyEnd };
};
