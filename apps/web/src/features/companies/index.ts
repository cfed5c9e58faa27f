// What other features ask.
export { ContactsDialog } from './contacts-dialog.tsx';
export { companyQuery, useCompany, useMayKeep } from './use-companies.ts';
