/** A word as it stands in a text; `at` and `end` count UTF-16 units. */
export interface FoundWord {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** Letters and digits, held together by what codes, versions, addresses and file names have inside. */
const word = /[\p{L}\p{N}\p{M}]+(?:[._@+\-/\\][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text in their order. */
export const findWords = (text: string): readonly FoundWord[] =>
  [...text.matchAll(word)].map((found) => ({
    text: found[0],
    at: found.index,
    end: found.index + found[0].length,
  }));
