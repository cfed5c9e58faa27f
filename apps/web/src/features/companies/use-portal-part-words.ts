import { companyPortal as en } from '../../i18n/en/company-portal.ts';
import { companyPortal as ru, type CompanyPortalWords } from '../../i18n/ru/company-portal.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words about a company's portal; they load with its page. */
export const usePortalPartWords = (): CompanyPortalWords => catalogues[useI18n().language];
