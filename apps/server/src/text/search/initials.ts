import { SAME_WORDS } from './same-words.ts';
import { transliterate } from './to-latin.ts';

/** Letters that forms of one word may begin with in its different spellings. */
const alike: Readonly<Record<string, string>> = {
  ...{ c: 'k', q: 'k', x: 'k', s: 'k', w: 'v', y: 'i', j: 'i', p: 'f' },
};

const initialOf = (word: string): string => {
  const [first = ''] = transliterate(word.charAt(0).toLowerCase());
  return alike[first] ?? first;
};

const ofMeanings = SAME_WORDS.map((line) => line.split(' ').map(initialOf));

/**
 * Whether a word may have one of the forms, by its first letter alone: most words of a text need no closer look. A word that
 * mixes scripts in its first letter is overlooked: it is found, but not marked.
 */
export const mayHave = (forms: ReadonlySet<string>): ((word: string) => boolean) => {
  const initials = new Set(
    [...forms].flatMap((form) =>
      form.startsWith('=') ? (ofMeanings[Number(form.slice(1))] ?? []) : [initialOf(form)],
    ),
  );
  // Of a code any part may have been asked for.
  return (word) => initials.has(initialOf(word)) || /\P{L}/u.test(word);
};
