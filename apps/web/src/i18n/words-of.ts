import { readLanguage, type Language } from './language.ts';

/** Words that a part of the product brings with it, one language at a time; the same promise each time they are asked for. */
export type WordsOf<Words> = (language: Language) => Promise<Words>;

const parts = new Set<WordsOf<unknown>>();

/** Words of every part that has been loaded: to be waited for before the screen speaks another language. */
export const loadPartsWords = async (language: Language): Promise<void> => {
  await Promise.all([...parts].map((load) => load(language)));
};

/** Begins to load the words of this browser's language at once, beside the code that says them. */
export const wordsOf = <Words>(
  importers: Readonly<Record<Language, () => Promise<Words>>>,
): WordsOf<Words> => {
  const coming = new Map<Language, Promise<Words>>();
  const load: WordsOf<Words> = (language) => {
    const begun = coming.get(language);
    if (begun !== undefined) return begun;
    const words = importers[language]();
    coming.set(language, words);
    words.then(
      // How React is told that nothing has to be waited for.
      (value) => Object.assign(words, { status: 'fulfilled', value }),
      // A lost connection is no answer for ever.
      () => coming.delete(language),
    );
    return words;
  };
  parts.add(load);
  void load(readLanguage());
  return load;
};
