import type { AskedWord } from './word-forms.ts';

/** As many documents as are counted of one word. */
const COUNTED = 1000;
/** Longer words are kept with their documents alone. */
const LONGEST_COUNTED = 32;

/** How many documents of a kind a form came into, as far as it is counted; 0: none. */
export type CountOf = (form: string) => number;

const countOfForm = (form: string, countOf: CountOf): number => {
  // What many words mean is not counted; nor is a long code, which hardly anything else is.
  if (form.startsWith('=')) return COUNTED;
  return form.length > LONGEST_COUNTED ? 1 : countOf(form);
};

/**
 * What to expect of a question: `nothing` has all its words, few do, or many may. A way to mean a word is as rare as the rarest
 * of its forms, a word as common as its ways together, a question as rare as its rarest word.
 */
export const rarityOf = (words: readonly AskedWord[], countOf: CountOf): 'nothing' | 'few' | 'many' => {
  const counts = words.map(({ any }) =>
    any.reduce((sum, forms) => sum + Math.min(...forms.map((form) => countOfForm(form, countOf))), 0),
  );
  const least = Math.min(...counts);
  return least === 0 ? 'nothing' : least < COUNTED ? 'few' : 'many';
};
