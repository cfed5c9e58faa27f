// What other features ask.
export { companyQuery, useCompany } from './use-companies.ts';
