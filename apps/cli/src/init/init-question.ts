import type { Text } from '@reglament/desk';

/** One thing that `init` must know; answers are lines of text, from a person or from a file. */
export interface InitQuestion {
  /** `reaction.plus.critical`: its name in a file of answers. */
  readonly key: string;
  readonly asks: Text;
  /** Taken when nothing is answered; empty: there must be an answer. */
  readonly preset: string;
  /** What is wrong with an answer, or null. */
  readonly wrong: (answer: string) => Text | null;
}

/** Answers by the key of their question. */
export type InitAnswers = ReadonlyMap<string, string>;

/** An id with a name for people, as answered: `plus=Extended`. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/u;
const TAKEN = new Set(['any', 'none', 'else']);

export const ID_HINT: Text = {
  ru: 'малые латинские буквы, цифры, дефис, до 40 знаков',
  en: 'small latin letters, digits, hyphens, at most 40',
};

export const isId = (text: string): boolean => ID.test(text) && !TAKEN.has(text);

const parts = (text: string, between: string): readonly string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `base=Base, plus=Extended`; a name may be left out. Null when an id is none, or stands twice. */
export const namedIds = (answer: string): readonly NamedId[] | null => {
  const list = parts(answer, ',').map((part) => {
    const [id = '', ...name] = part.split('=').map((piece) => piece.trim());
    return { id, name: name.join('=') || id };
  });
  const ids = new Set(list.map(({ id }) => id));
  return ids.size === list.length && list.every(({ id }) => isId(id)) ? list : null;
};

/** A list of words between commas. */
export const listed = (answer: string): readonly string[] => parts(answer, ',');

/** A line of the week: `mon-fri 09:00-13:00 14:00-18:00`. */
export interface WeekLine {
  readonly days: string;
  readonly windows: readonly string[];
}

const DAYS = /^(?:mon|tue|wed|thu|fri|sat|sun)(?:-(?:mon|tue|wed|thu|fri|sat|sun))?$/u;
const WINDOW = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u;

/** `mon-fri 09:00-18:00, sat 10:00-14:00`, or null. */
export const weekLines = (answer: string): readonly WeekLine[] | null => {
  const lines = parts(answer, ',').map((part) => {
    const [days = '', ...windows] = parts(part, ' ');
    return { days, windows };
  });
  const sound = lines.every(
    ({ days, windows }) => DAYS.test(days) && windows.length > 0 && windows.every((one) => WINDOW.test(one)),
  );
  return sound && lines.length > 0 ? lines : null;
};
