import type { PortalWords } from '../../i18n/ru/portal.ts';
import { useWordsOf } from '../../i18n/use-words-of.ts';
import { wordsOf } from '../../i18n/words-of.ts';

const words = wordsOf<PortalWords>({
  ru: async () => (await import('../../i18n/ru/portal.ts')).portal,
  en: async () => (await import('../../i18n/en/portal.ts')).portal,
});

/** Words of the portal in the language of the screen; they load with it, so that the workspace need not wait for them. */
export const usePortalWords = (): PortalWords => useWordsOf(words);
