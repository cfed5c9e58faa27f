import type { Text } from '../regulation.ts';

/** What a key of the file means, for the person who writes regulations. */
export interface KeyWords {
  readonly says: Text;
  /** What holds when the key is left out: a value of its own, or a sentence. Of optional keys only. */
  readonly without?: string | Text;
  /** What each of the allowed words means. */
  readonly values?: Readonly<Record<string, Text>>;
}

/**
 * Words by path: `clocks.*.targets.*.within`. A star stands for an id or a place in a list. Parts that stand in many places
 * (`condition`, `named`) begin a path of their own.
 */
export type WordsTable = Readonly<Record<string, KeyWords>>;

export const both = (ru: string, en: string): Text => ({ ru, en });

/** One key's words. */
export const key = (ru: string, en: string, more: Omit<KeyWords, 'says'> = {}): KeyWords => ({
  says: { ru, en },
  ...more,
});

/** The key that names where a rule comes from, the same in every map. */
export const clauseKey = key(
  'Пункт документа, откуда взято правило: id из раздела `clauses`.',
  'The clause the rule comes from: an id of the section `clauses`.',
);

export const nameKey = key('Название для людей.', 'The name people read.');
