import type { OutsideWords } from '../i18n/ru/outside.ts';
import { useWordsOf } from '../i18n/use-words-of.ts';
import { wordsOf } from '../i18n/words-of.ts';

const words = wordsOf<OutsideWords>({
  ru: async () => (await import('../i18n/ru/outside.ts')).outside,
  en: async () => (await import('../i18n/en/outside.ts')).outside,
});

/** Words of keys, webhooks and the reference, in the language of the screen; they load with these screens. */
export const useOutsideWords = (): OutsideWords => useWordsOf(words);
