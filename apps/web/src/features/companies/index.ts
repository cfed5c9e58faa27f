// What other features ask.
export { CompanyChoice, MakeCompany, useCompanyChoice } from './company-choice.tsx';
export { ContactsDialog } from './opened-dialogs.ts';
export { companyQuery, useCompany, useMayKeep } from './use-companies.ts';
export { useKeepInstance } from './use-installations.ts';
