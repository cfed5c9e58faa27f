import type { Instant } from '@reglament/working-time';
import type { CertificateEvent } from './commands.ts';
import { stateAt } from './state-at.ts';
import type { CertificateTurn, SupportCertificate, UpgradeLicence } from './support-certificate.ts';

type EventOf<T extends CertificateEvent['type']> = Extract<CertificateEvent, { readonly type: T }>;

/** A correction as far as a letter tells it. */
export type ToldCorrection = Pick<
  EventOf<'CertificateCorrected'>,
  'changes' | 'before' | 'dates' | 'datesBefore'
>;

/** A letter that a step of a certificate owes to its company. None of them answers a letter. */
export type CertificateNotice =
  /** `renewed`: issued as the renewal of another; that one owes nothing. */
  | { readonly kind: 'issued' | 'renewed' | 'intent' | 'suspended' | 'resumed' | 'revoked' }
  /** Licences for a new major version; `licence`: which. */
  | { readonly kind: 'upgrade-issued' | 'upgrade-revoked'; readonly licence: UpgradeLicence }
  | { readonly kind: 'turned'; readonly turn: CertificateTurn }
  /** What was put right and what it was: both are told. */
  | { readonly kind: 'corrected'; readonly correction: ToldCorrection };

export type CertificateNoticeKind = CertificateNotice['kind'];

const NONE: readonly CertificateNotice[] = [];

/** Of a certificate that goes on in another one nobody is told that it is over; nor of one that serves nobody that it began. */
const isNews = (turn: CertificateTurn, { renewedBy, suspendedAt }: SupportCertificate): boolean =>
  turn === 'began' ? suspendedAt === null : renewedBy === null;

/** Of several turns told at once the last is written: it says what still holds. The others are on record. */
const ofTurn = (
  event: EventOf<'CertificateTurned'>,
  certificate: SupportCertificate,
  following: readonly CertificateEvent[],
): readonly CertificateNotice[] => {
  if (following.some(({ type }) => type === 'CertificateTurned')) return NONE;
  const { datesWrittenAt } = certificate;
  if (datesWrittenAt !== undefined && event.at <= datesWrittenAt) return NONE;
  return isNews(event.turn, certificate) ? [{ kind: 'turned', turn: event.turn }] : NONE;
};

/** People who are named on it stand in no letter: a correction of nothing else owes none. */
const ofCorrection = ({
  changes,
  before,
  dates,
  datesBefore,
}: EventOf<'CertificateCorrected'>): readonly CertificateNotice[] =>
  Object.keys(changes).every((field) => field === 'people')
    ? NONE
    : [{ kind: 'corrected', correction: { changes, before, dates, datesBefore } }];

/**
 * The letters that an event owes. `certificate`: as it stands after the whole decision; `following`: what the same decision gave
 * after the event. What is brought over from elsewhere, and what only moves to another record of the same company, owes none.
 */
export const certificateNoticesOf = (
  event: CertificateEvent,
  certificate: SupportCertificate,
  following: readonly CertificateEvent[] = [],
): readonly CertificateNotice[] => {
  switch (event.type) {
    case 'CertificateIssued':
      return [{ kind: event.facts.renews === null ? 'issued' : 'renewed' }];
    case 'RenewalIntended':
      return [{ kind: 'intent' }];
    case 'CertificateCorrected':
      return ofCorrection(event);
    case 'CertificateRenewalMoved': {
      const { dates, datesBefore } = event;
      return [{ kind: 'corrected', correction: { changes: {}, before: {}, dates, datesBefore } }];
    }
    case 'CertificateSuspended':
      return [{ kind: 'suspended' }];
    case 'CertificateResumed':
      return [{ kind: 'resumed' }];
    case 'CertificateRevoked':
      return [{ kind: 'revoked' }];
    case 'UpgradeLicenceIssued': {
      const { type: _, ...licence } = event;
      return [{ kind: 'upgrade-issued', licence }];
    }
    case 'UpgradeLicenceRevoked': {
      const licence = certificate.upgradeLicences?.[event.licence];
      return licence === undefined ? NONE : [{ kind: 'upgrade-revoked', licence }];
    }
    case 'CertificateTurned':
      return ofTurn(event, certificate, following);
    // A date that begins it lets the calendar tell so; a renewal is told by the certificate that goes on.
    case 'CertificateDateRecorded':
    // A check is the vendor's own; what follows from it is told by what is done then.
    case 'ComplianceCheckOpened':
    case 'ComplianceCheckRecorded':
    case 'CertificateRenewed':
    case 'CertificateRenewalRevoked':
    case 'CertificateBroughtOver':
    case 'CertificateMoved':
      return NONE;
  }
};

/**
 * Whether a letter that was owed a while ago still says something true: a mail server that took nothing for a day, or a renewal in
 * between, may have overtaken a turn. `certificate`: as it stands now.
 */
export const isStillNews = (
  notice: CertificateNotice,
  certificate: SupportCertificate,
  now: Instant,
): boolean => {
  if (notice.kind !== 'turned') return true;
  const state = stateAt(certificate, now);
  if (state === 'revoked') return false;
  switch (notice.turn) {
    case 'began':
      return state === 'in-force';
    case 'ends-in-90':
    case 'ends-in-60':
    case 'ends-in-30':
      return state === 'in-force' && certificate.renewedBy === null;
    case 'ended':
      return state !== 'in-force' && certificate.renewedBy === null;
    case 'loyalty-ended':
      return state !== 'in-force' && state !== 'loyalty' && certificate.renewedBy === null;
  }
};
