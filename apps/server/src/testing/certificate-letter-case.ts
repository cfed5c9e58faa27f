import {
  type CertificateCommand,
  type CertificateFacts,
  type CertificateId,
  type CertificateNotice,
  certificateNoticesOf,
  type CertificateEvent,
  type CertificateWorld,
  type CompanyId,
  decideCertificate,
  evolveCertificate,
  type RegulationVersionId,
  type SupportCertificate,
  workingDaysOf,
} from '@reglament/desk';
import type { CertificateLetterFacts } from '../reactions/certificate-letter-facts.ts';
import { at, type Rules } from './told-ticket.ts';

/** `2026-11-20 17:30` or `2026-11-20`, Moscow. */
export const moscowAt = (text: string) =>
  at(`${text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T')}+03:00`);

export const worldAt = ({ regulation, calendars }: Rules, now: string): CertificateWorld => ({
  now: moscowAt(now),
  regulation,
  isWorkingDay: workingDaysOf(regulation, calendars),
});

export const certificateFacts = (
  changes: Pick<CertificateFacts, 'packageId' | 'dates'> & Partial<CertificateFacts>,
): CertificateFacts => ({
  certificateId: 'certificate-1' as CertificateId,
  number: 'С-2025/17',
  companyId: 'company-1' as CompanyId,
  regulationVersionId: 'version-1' as RegulationVersionId,
  products: null,
  installationType: null,
  quantity: 5,
  term: { count: 12, unit: 'months' },
  namedStart: null,
  figures: {},
  bought: [],
  people: {},
  visitsPerTicket: null,
  renews: null,
  ...changes,
});

/** A certificate after a command, and the letters that it owes. */
export interface Stepped {
  readonly certificate: SupportCertificate;
  readonly notices: readonly CertificateNotice[];
}

export const step = (
  rules: Rules,
  now: string,
  command: CertificateCommand,
  before: SupportCertificate | null,
): Stepped => {
  const decision = decideCertificate(command, before, worldAt(rules, now));
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  const events: readonly CertificateEvent[] = decision.value;
  const certificate = events.reduce<SupportCertificate | null>(evolveCertificate, before);
  if (certificate === null) throw new Error('nothing was issued');
  const notices = events.flatMap((event, index) =>
    certificateNoticesOf(event, certificate, events.slice(index + 1)),
  );
  return { certificate, notices };
};

/** What a letter of the desk called Centaur is made of. */
export const letterFacts = (
  rules: Rules,
  certificate: SupportCertificate,
  now: string,
  more: Partial<CertificateLetterFacts> = {},
): CertificateLetterFacts => ({
  world: worldAt(rules, now),
  certificate,
  predecessor: null,
  companyName: 'ООО «Заря»',
  deskName: { ru: 'Центавр', en: 'Centaur' },
  pageUrl: null,
  ...more,
});
