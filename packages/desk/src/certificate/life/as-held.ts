import type { Certificate } from '../coverage.ts';
import { NEVER } from '../never.ts';
import type { SupportCertificate } from './support-certificate.ts';

/** A certificate as coverage asks for it. */
export const asHeld = (certificate: SupportCertificate): Certificate => {
  const { certificateId, number, packageId, startsAt, endsAt, loyaltyFrom, loyaltyUntil } = certificate;
  const { beginsOn, revokedAt, suspendedAt, products, installationType, quantity, figures, bought, people } =
    certificate;
  const { sale, purchase } = certificate.dates;
  const soldAt = purchase ?? sale;
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
      ? { beginsWithRequest: true as const, ...(soldAt === undefined ? {} : { soldAt }) }
      : {}),
    ...(stopped === null ? {} : { stopped }),
    ...(products === null ? {} : { products }),
    ...(installationType === null ? {} : { installationType }),
    ...(quantity === null ? {} : { quantity }),
    ...(Object.keys(figures).length === 0 ? {} : { figures }),
    ...(bought.length === 0 ? {} : { bought }),
    ...(Object.keys(people).length === 0 ? {} : { people }),
  };
};
