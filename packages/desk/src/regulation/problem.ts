import { FINDINGS, type FindingCode, type WordsFor } from './check/words/findings.ts';
import type { FindingLevel } from './check/words/finding-kind.ts';
import type { Text } from './regulation.ts';

/** A place in a file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something to say about a regulation file, at a place a person can go to. */
export interface RegulationProblem extends Place {
  /** Stable word for programs: `unknown-field`, `yaml-alias`, `target-missing`. */
  readonly code: FindingCode;
  readonly level: FindingLevel;
  /** JSON pointer into the file: `/packages/basic/hours`. */
  readonly path: string;
  /** What is wrong and how to mend it. */
  readonly says: Text;
  /** The other place, of two that don't go together. */
  readonly second?: Place & { readonly path: string };
}

/** No file is told more than this many problems at once. */
export const PROBLEM_LIMIT = 200;

export type Path = readonly (string | number)[];

export const pointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A problem of a kind, in the words of its code. */
export const problemAt = <C extends FindingCode>(
  place: Place & { readonly path: string },
  code: C,
  ...words: WordsFor<C>
): RegulationProblem => {
  const { level, says } = FINDINGS[code];
  // The words were checked against the code above; the catalogue's union has forgotten which goes with which.
  return { code, level, ...place, says: (says as (words?: object) => Text)(words[0]) };
};

/** Where the value at a path stands, or its key; of what isn't there the nearest thing above it. */
export type PlaceOf = (path: Path, of?: 'key' | 'value') => Place;

/** Of these the key is what is wrong, not what stands behind it. */
const KEY_IS_WRONG: readonly FindingCode[] = ['unknown-field', 'bad-id', 'bad-days', 'reserved-id'];

/** Where problems are collected while a file is read; the place is looked up by path. */
export interface ProblemList {
  readonly add: <C extends FindingCode>(code: C, path: Path, ...words: WordsFor<C>) => void;
  /** One that concerns two places. */
  readonly addBoth: <C extends FindingCode>(
    code: C,
    paths: readonly [Path, Path],
    ...words: WordsFor<C>
  ) => void;
  readonly all: () => readonly RegulationProblem[];
}

/** At most `limit` are kept; one more says that there were more. */
export const problemList = (placeOf: PlaceOf, limit = PROBLEM_LIMIT): ProblemList => {
  const problems: RegulationProblem[] = [];
  const at = (path: Path, of: 'key' | 'value' = 'value') => ({ path: pointer(path), ...placeOf(path, of) });
  const keep = (make: () => RegulationProblem): void => {
    if (problems.length < limit) problems.push(make());
    else if (problems.length === limit)
      problems.push(problemAt(at([]), 'too-many-problems', { most: String(limit) }));
  };
  return {
    add: (code, path, ...words) => {
      const of = KEY_IS_WRONG.includes(code) ? 'key' : 'value';
      keep(() => problemAt(at(path, of), code, ...words));
    },
    addBoth: (code, [first, second], ...words) =>
      keep(() => ({ ...problemAt(at(first), code, ...words), second: at(second) })),
    all: () => problems,
  };
};
