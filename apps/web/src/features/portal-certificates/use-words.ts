import { portalCertificates as en } from '../../i18n/en/portal-certificates.ts';
import { portalCertificates as ru, type PortalCertificateWords } from '../../i18n/ru/portal-certificates.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of these pages in the language of the screen; they load with them. */
export const useCertificateWords = (): PortalCertificateWords => catalogues[useI18n().language];
