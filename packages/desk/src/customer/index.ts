export { isInn, isKpp, isOgrn } from './check-digits.ts';
export {
  companyRefusalWords,
  refuseCompany,
  type CompanyRefusal,
  type CompanyRefusalCode,
} from './company-refusals.ts';
export { federalDistricts, guessDistrict } from './federal-district.ts';
export { foldCompanyName } from './fold-company-name.ts';
export { judgeCompany, type CompanyFacts, type CompanyFault } from './judge-company.ts';
export { judgeMerge, judgeUnmerge, type MergedCompany } from './judge-merge.ts';
export { hasStanding, judgeStandings, type Standing } from './judge-standings.ts';
export {
  judgeReversal,
  judgeStop,
  stopRefusalTexts,
  type StopFacts,
  type StopRefusal,
} from './judge-stop.ts';
export { localZone, type CustomerPlace } from './local-zone.ts';
export type {
  ImportedSite,
  ImportedStanding,
  KnownRole,
  KnownSite,
  KnownStanding,
} from './plan-import-parts.ts';
export type { ImportedRow, KnownCompanies, KnownCompany, KnownPerson } from './import-book.ts';
export { planImport, type ImportedField, type ImportPlan, type PlannedRow } from './plan-import.ts';
export { offersCompanies, rolesOffered } from './roles-offered.ts';
