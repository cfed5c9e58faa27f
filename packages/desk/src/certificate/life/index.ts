export { allowedOn, unrecordedDates, type CertificateAction } from './allowed-commands.ts';
export { asHeld } from './as-held.ts';
export { bringOver } from './bring-over.ts';
export { beginningOf, offerOf, type Beginning } from './begin.ts';
export {
  certificateNoticesOf,
  isStillNews,
  type CertificateNotice,
  type CertificateNoticeKind,
} from './certificate-notices.ts';
export {
  evolveCertificate,
  type CertificateCommand,
  type CertificateDates,
  type CertificateEvent,
  type CheckOutcome,
  type Correction,
} from './commands.ts';
export { momentNames, spanWords, startCauseNames, termWords } from './certificate-words.ts';
export { decideCertificate } from './decide-certificate.ts';
export { correctionWords } from './correction-words.ts';
export {
  describeCertificateEvent,
  upgradeWords,
  type CertificateNames,
} from './describe-certificate-event.ts';
export {
  correctionOf,
  factsOf,
  midnight,
  momentOfDate,
  type CertificateDraft,
  type CorrectionDraft,
} from './draft.ts';
export { intentOutlook, type IntentOutlook, ownRenewal } from './own-renewal.ts';
export { foldActNumber } from './fold-act-number.ts';
export { bookOf, type CertificateBook, type CertificateWorld } from './facts.ts';
export {
  certificateOf,
  renewOnPaper,
  type JudgedRenewal,
  type RenewalKnown,
  type RenewalOrder,
} from './preview.ts';
export { certificateRefusalWords } from './refusal-words.ts';
export {
  certificateRefusalTexts,
  type CertificateDecision,
  type CertificateRefusal,
  type CertificateRefusalCode,
} from './refusals.ts';
export type { UpgradeKnown } from './issue-upgrade-licence.ts';
export { refuseBuyer } from './refuse-buyer.ts';
export { moveRenewal, type MovedRenewal } from './move-renewal.ts';
export { isLateReturn, judgeRenewal, type Renewal, type RenewalRequest } from './renew.ts';
export { refusedOn, type RefusedAction } from './refused-commands.ts';
export { nextTurn, stateAt } from './state-at.ts';
export { namedRolesOf, namesVisits } from './named-roles.ts';
export { lastDayOf } from './term.ts';
export { daysLeft, type Span, spanBetween } from './time-left.ts';
export { workingDaysOf } from './working-days.ts';
export type {
  CertificateFacts,
  CertificateReminder,
  CertificateState,
  CertificateTurn,
  StartCause,
  SupportCertificate,
  UpgradeLicence,
} from './support-certificate.ts';
