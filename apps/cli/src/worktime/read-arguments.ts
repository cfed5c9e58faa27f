import { isInstant, type Instant } from '@reglament/working-time';
import { refuse, type Reading } from './complaint.ts';
import type { Fields } from './fields.ts';

/** Reads an argument by its name, or says why it can't be; the complaint's path is the name. */
export type ReadArgument<T> = (args: Fields, name: string) => Reading<T>;

export const readInstant: ReadArgument<Instant> = (args, name) => {
  const value = args[name];
  return isInstant(value) ? { ok: true, value } : refuse('not-an-instant', name);
};

/** A length in whole milliseconds, negative ones too; -0 is 0. */
export const readMilliseconds: ReadArgument<number> = (args, name) => {
  const value = args[name];
  return Number.isSafeInteger(value)
    ? { ok: true, value: (value as number) + 0 }
    : refuse('not-milliseconds', name);
};

/** A whole number from 0. */
export const readCount: ReadArgument<number> = (args, name) => {
  const value = args[name];
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? { ok: true, value: (value as number) + 0 }
    : refuse('not-a-count', name);
};

/** One of the words, or nothing at all. */
export const readWord =
  <Word extends string>(...words: readonly Word[]): ReadArgument<Word | undefined> =>
  (args, name) => {
    const value = args[name];
    if (value === undefined) return { ok: true, value };
    const word = words.find((one) => one === value);
    return word === undefined ? refuse(`unknown-${name}`, name) : { ok: true, value: word };
  };
