// What a browser needs to show an order before it is saved, and nothing more: no YAML, no schemas in its import graph.
export { momentNames, spanWords, startCauseNames, termWords } from './certificate-words.ts';
export { factsOf, type CertificateDraft } from './draft.ts';
export { certificateOf, renewOnPaper, type JudgedRenewal, type RenewalOrder } from './preview.ts';
export { certificateRefusalWords } from './refusal-words.ts';
export type { CertificateRefusal } from './refusals.ts';
export { localZone } from '../../customer/local-zone.ts';
export { regulationAt } from '../../regulation/regulation-at.ts';
export { offerOf } from './begin.ts';
export { namedRolesOf, namesVisits } from './named-roles.ts';
export { foldActNumber } from './fold-act-number.ts';
export { lastDayOf } from './term.ts';
export type { SupportCertificate } from './support-certificate.ts';
export { workingDaysOf } from './working-days.ts';
