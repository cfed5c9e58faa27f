import type { Instant, LocalDate } from '@reglament/working-time';
import type { CertificateOffer, CertificateRules } from '../../regulation/certificate-rules.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import { offerOf } from './begin.ts';
import type { TermRules } from './term.ts';

/** What a decision on a certificate may know of the world: read before, passed in. */
export interface CertificateWorld {
  readonly now: Instant;
  /** The version at purchase (R43). */
  readonly regulation: Regulation;
  /** Working dates of the desk, for terms whose last day gives way to the next of them. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
}

/** The rules of certificates where the regulation has them, or null. */
export interface CertificateBook {
  readonly rules: CertificateRules;
  readonly offer: CertificateOffer;
  readonly terms: TermRules;
}

/** What the regulation says about certificates of a package; null: nothing. */
export const bookOf = (world: CertificateWorld, packageId: string): CertificateBook | null => {
  const { certificates, zone } = world.regulation;
  const offer = certificates === null ? null : offerOf(certificates, packageId);
  if (certificates === null || offer === null) return null;
  const { lastDay, dayOff } = certificates;
  return { rules: certificates, offer, terms: { zone, lastDay, dayOff, isWorkingDay: world.isWorkingDay } };
};
