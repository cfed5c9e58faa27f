// What other features ask.
export { useCompany } from './use-companies.ts';
