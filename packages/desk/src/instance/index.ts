export { certificateOfNote, commissioningNote, type CommissioningNote } from './commissioning-note.ts';
export { certificateNewsWords, type CertificateNews } from './certificate-news.ts';
export { foldKey } from './fold-key.ts';
export type { InstanceFacts, LicenceFacts } from './instance-facts.ts';
export {
  instanceRefusalWords,
  refuseInstance,
  type InstanceFault,
  type InstanceRefusal,
  type InstanceRefusalCode,
} from './instance-refusals.ts';
export { judgeInstance, judgeLicence, type InstanceKnown } from './judge-instance.ts';
export {
  complianceOf,
  licencesFor,
  type ComplianceFinding,
  type UsedCertificate,
  type UsedInstance,
} from './compliance.ts';
export { complianceWords } from './compliance-words.ts';
export { fittingCertificates, waitsFor } from './fitting-certificates.ts';
export { keyOfferOf } from './key-offer.ts';
export { quotaSince } from './quota-since.ts';
export { isLicensedOn, typeOnRecord, type UseOnRecord } from './used-as.ts';
