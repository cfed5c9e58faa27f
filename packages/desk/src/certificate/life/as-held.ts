import { END_OF_INSTANTS, type Instant } from '@reglament/working-time';
import type { Certificate } from '../entitle.ts';
import type { SupportCertificate } from './support-certificate.ts';

/** Later than any request. */
const NEVER = (END_OF_INSTANTS - 1) as Instant;

/** A certificate as coverage asks for it. */
export const asHeld = (certificate: SupportCertificate): Certificate => {
  const { certificateId, number, packageId, startsAt, endsAt, loyaltyFrom, loyaltyUntil } = certificate;
  const { beginsOn, revokedAt, suspendedAt } = certificate;
  const stopped =
    revokedAt !== null
      ? ({ at: revokedAt, why: 'revoked' } as const)
      : suspendedAt !== null
        ? ({ at: suspendedAt, why: 'suspended' } as const)
        : null;
  return {
    certificateId,
    number,
    packageId,
    startsAt: startsAt ?? NEVER,
    endsAt: endsAt ?? NEVER,
    ...(loyaltyFrom === null || loyaltyUntil === null
      ? {}
      : { loyalty: { from: loyaltyFrom, until: loyaltyUntil } }),
    ...(beginsOn.includes('first-covered-request') || beginsOn.includes('first-contact')
      ? { beginsWithRequest: true as const }
      : {}),
    ...(stopped === null ? {} : { stopped }),
  };
};
