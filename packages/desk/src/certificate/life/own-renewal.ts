import type { Instant } from '@reglament/working-time';
import type { ClauseId } from '../../regulation/regulation.ts';
import { allowedOn } from './allowed-commands.ts';
import { evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { bookOf, type CertificateWorld } from './facts.ts';
import type { SupportCertificate } from './support-certificate.ts';

/** What a wish to renew, declared now, would bring. */
export interface IntentOutlook {
  readonly endsAt: Instant;
  /** Support goes on until then. */
  readonly loyaltyUntil: Instant;
  readonly clause: ClauseId | null;
}

/** Decided as the declaration itself is; null: it can't be declared, or would bring nothing. */
export const intentOutlook = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): IntentOutlook | null => {
  const { endsAt } = certificate;
  if (endsAt === null || !allowedOn(certificate, world).includes('declare-intent')) return null;
  const declared = decideCertificate({ type: 'DeclareIntent', at: world.now }, certificate, world);
  const then = declared.ok ? declared.value.reduce(evolveCertificate, certificate) : certificate;
  const { loyaltyUntil } = then;
  if (loyaltyUntil === null) return null;
  return { endsAt, loyaltyUntil, clause: world.regulation.certificates?.loyalty?.clause ?? null };
};

/** How its holder may go on with a certificate now: by the number of an act (SH-P-RENEW), by asking sales, or not at all. */
export const ownRenewal = (
  certificate: SupportCertificate,
  world: CertificateWorld,
): 'by-act' | 'by-sales' | 'no' => {
  const book = bookOf(world, certificate.packageId);
  if (book?.rules.renewal === null || book === null || certificate.renewedBy !== null) return 'no';
  const isByAct =
    allowedOn(certificate, world).includes('renew') &&
    book.rules.renewal.act !== null &&
    book.offer.proof === 'act';
  return isByAct ? 'by-act' : 'by-sales';
};
