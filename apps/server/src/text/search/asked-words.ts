import { IN_SUBJECT, OF_COMPANY, OF_CONTACT } from './document-words.ts';
import { findWords } from './find-words.ts';
import { type AskedWord, askedWord } from './word-forms.ts';

/** Of a longer question the rest is left out, and `isCut` tells. */
const LONGEST = 500;
const MOST_WORDS = 16;

export interface Question {
  readonly typed: string;
  readonly words: readonly AskedWord[];
  /** Nothing follows the last word: it may be half of one. */
  readonly isLastOpen: boolean;
  readonly isCut: boolean;
}

/** What somebody asks for; operators and wildcards mean nothing, they are signs between words. */
export const readQuestion = (typed: string): Question => {
  // The database takes neither NUL nor half a sign.
  const text = typed.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ');
  const all = findWords(text).flatMap(({ text: word }) => askedWord(word) ?? []);
  return {
    typed: text.trim(),
    words: all.slice(0, MOST_WORDS),
    isLastOpen: !/\s$/u.test(text),
    isCut: typed.length > LONGEST || all.length > MOST_WORDS,
  };
};

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '$&$&')}'`;

/** The question as the database asks it: every word, in any of its forms. `in-subject`: in the subject or name. */
export const asQuery = (
  mark: string,
  words: readonly AskedWord[],
  where: 'anywhere' | 'in-subject',
): string => {
  const before = where === 'in-subject' ? mark + IN_SUBJECT : mark;
  return words
    .map(({ any }) => {
      const ways = any.map((forms) => forms.map((form) => quoted(before + form)).join('&'));
      return `(${ways.map((way) => `(${way})`).join('|')})`;
    })
    .join('&');
};

/** Only documents for customers that are one of these: the contact's, or a company's all of whose tickets are seen. */
export const asQueryOf = (
  mark: string,
  { contactId, all }: { readonly contactId: string; readonly all: readonly string[] },
): string =>
  [OF_CONTACT + contactId, ...all.map((id) => OF_COMPANY + id)]
    .map((whose) => quoted(mark + whose))
    .join('|');

/** The same question with more ways to mean one of its words. */
export const withWays = (
  words: readonly AskedWord[],
  place: number,
  forms: readonly string[],
): readonly AskedWord[] =>
  words.map((word, index) =>
    index === place ? { ...word, any: [...word.any, ...forms.map((form) => [form])] } : word,
  );

/** Every form that a text may show when it was found. */
export const formsAsked = (words: readonly AskedWord[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ any }) => any.flat()));
