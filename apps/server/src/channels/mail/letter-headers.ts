import type { Header } from 'postal-mime';

/** The letter's own headers in the order of the letter, first one wins where only one is allowed. */
export interface LetterHeaders {
  /** First value of the header, null when there is none. */
  readonly first: (name: string) => string | null;
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
}

/** Looks headers up by lower-case name. */
export const letterHeaders = (headers: readonly Header[]): LetterHeaders => {
  const byName = new Map<string, string[]>();
  for (const { key, value } of headers) {
    const values = byName.get(key);
    if (values === undefined) byName.set(key, [value]);
    else values.push(value);
  }
  return {
    first: (name) => byName.get(name)?.[0] ?? null,
    all: (name) => byName.get(name) ?? [],
    has: (name) => byName.has(name),
  };
};
