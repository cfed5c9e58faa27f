import type { PortalCertificateWords } from '../../i18n/ru/portal-certificates.ts';
import { useWordsOf } from '../../i18n/use-words-of.ts';
import { wordsOf } from '../../i18n/words-of.ts';

const words = wordsOf<PortalCertificateWords>({
  ru: async () => (await import('../../i18n/ru/portal-certificates.ts')).portalCertificates,
  en: async () => (await import('../../i18n/en/portal-certificates.ts')).portalCertificates,
});

/** Words of these pages in the language of the screen; they load with them. */
export const useCertificateWords = (): PortalCertificateWords => useWordsOf(words);
