import { use } from 'react';
import { useI18n } from './i18n.tsx';
import type { WordsOf } from './words-of.ts';

/** A part's words in the language of the screen; the screen waits for them when it is the first that says them. */
export const useWordsOf = <Words>(words: WordsOf<Words>): Words => use(words(useI18n().language));
