import type { WaysInWords } from '../../i18n/ru/ways-in.ts';
import { useWordsOf } from '../../i18n/use-words-of.ts';
import { wordsOf } from '../../i18n/words-of.ts';

const words = wordsOf<WaysInWords>({
  ru: async () => (await import('../../i18n/ru/ways-in.ts')).waysIn,
  en: async () => (await import('../../i18n/en/ways-in.ts')).waysIn,
});

/** Words of the ways in, in the language of the screen; they load with the sign-in. */
export const useWords = (): WaysInWords => useWordsOf(words);
