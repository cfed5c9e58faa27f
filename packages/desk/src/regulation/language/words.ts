import type { WordsTable } from './key-words.ts';
import { certificateWords } from './words-certificates.ts';
import { conditionWords } from './words-condition.ts';
import { fileWords } from './words-file.ts';
import { handlingWords } from './words-handling.ts';
import { promiseWords } from './words-promises.ts';
import { rightsWords } from './words-rights.ts';

/** Every key of a regulation file in Russian and English. */
export const words: WordsTable = {
  ...fileWords,
  ...rightsWords,
  ...promiseWords,
  ...handlingWords,
  ...certificateWords,
  ...conditionWords,
};
