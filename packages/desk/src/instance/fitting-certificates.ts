import type { Instant } from '@reglament/working-time';
import { offerOf } from '../certificate/life/begin.ts';
import { stateAt } from '../certificate/life/state-at.ts';
import type { CertificateState, SupportCertificate } from '../certificate/life/support-certificate.ts';
import type { MomentEvent } from '../regulation/certificate-rules.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { foldKey } from './fold-key.ts';
import type { InstanceFacts } from './instance-facts.ts';

const OVER: ReadonlySet<CertificateState> = new Set(['ended', 'revoked']);

type Asked = Pick<InstanceFacts, 'product' | 'installationType' | 'key'>;

const fits = (
  { products, installationType, packageId, number }: SupportCertificate,
  asked: Asked,
  regulation: Regulation,
): boolean => {
  const rules = regulation.certificates;
  const covers = rules?.covers ?? null;
  const proof = rules === null ? null : (offerOf(rules, packageId)?.proof ?? null);
  // Where the key is the proof, it supports what has that key, and nothing else.
  if (proof === 'key') return asked.key !== null && foldKey(asked.key) === foldKey(number);
  return (
    (covers?.products !== 'named' || products === null || products.includes(asked.product)) &&
    (covers?.installationTypes !== 'named' ||
      installationType === null ||
      asked.installationType === null ||
      installationType === asked.installationType)
  );
};

/** Certificates of a company that an instance could be supported under: not over, for its product and type, or of its key. */
export const fittingCertificates = <C extends SupportCertificate>(
  certificates: readonly C[],
  asked: Asked,
  regulation: Regulation,
  now: Instant,
): readonly C[] =>
  certificates.filter(
    (one) => !OVER.has(stateAt(one, now)) && one.renewedBy === null && fits(one, asked, regulation),
  );

/** Whether a certificate waits to be told when an event was: its offer names it, and no date is on record. */
export const waitsFor = (
  { packageId, dates, startCause }: SupportCertificate,
  event: MomentEvent,
  regulation: Regulation,
): boolean => {
  const offer = regulation.certificates === null ? null : offerOf(regulation.certificates, packageId);
  if (offer === null || startCause === 'renewal' || dates[event] !== undefined) return false;
  return offer.begins.at.some((moment) => moment.event === event) || offer.begins.notAfter?.event === event;
};
