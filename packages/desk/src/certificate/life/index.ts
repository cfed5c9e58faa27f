export { asHeld } from './as-held.ts';
export { bringOver } from './bring-over.ts';
export { beginningOf, offerOf, type Beginning } from './begin.ts';
export {
  evolveCertificate,
  type CertificateCommand,
  type CertificateDates,
  type CertificateEvent,
  type Correction,
} from './commands.ts';
export { decideCertificate } from './decide-certificate.ts';
export { bookOf, type CertificateBook, type CertificateWorld } from './facts.ts';
export {
  certificateRefusalTexts,
  type CertificateDecision,
  type CertificateRefusal,
  type CertificateRefusalCode,
} from './refusals.ts';
export { judgeRenewal, type Renewal, type RenewalRequest } from './renew.ts';
export { nextTurn, stateAt } from './state-at.ts';
export type {
  CertificateFacts,
  CertificateState,
  CertificateTurn,
  StartCause,
  SupportCertificate,
} from './support-certificate.ts';
