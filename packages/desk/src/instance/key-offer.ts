import type { CertificateOffer, TermLength } from '../regulation/certificate-rules.ts';
import type { PackageId, Regulation } from '../regulation/regulation.ts';

/** What registering a key gives by itself (SH-F-TERM): a package that nobody sells, of one length, proven by the key. */
export interface KeyOffer {
  readonly packageId: PackageId;
  readonly term: TermLength;
  readonly offer: CertificateOffer;
}

/** null: a key begins nothing by itself under this regulation. */
export const keyOfferOf = (regulation: Regulation): KeyOffer | null => {
  for (const offer of regulation.certificates?.offers ?? []) {
    const [packageId, second] = offer.packages ?? [];
    const [term, longer] = typeof offer.terms === 'string' ? [] : offer.terms;
    const isFree = offer.proof === 'key' && offer.soldBy.every((seller) => seller === 'nobody');
    const begins = offer.begins.at.some(({ event }) => event === 'key-registration');
    if (!isFree || !begins || packageId === undefined || term === undefined) continue;
    if (second === undefined && longer === undefined) return { packageId, term, offer };
  }
  return null;
};
