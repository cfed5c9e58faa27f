/** Something wrong in a regulation file, at a place a person can go to. */
export interface RegulationProblem {
  /** Stable word for programs: `unknown-field`, `yaml-alias`, `target-missing`. */
  readonly code: string;
  /** JSON pointer into the file: `/packages/basic/hours`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What to do about it, in English. */
  readonly hint: string;
}

/** No file is told more than this many problems at once. */
export const PROBLEM_LIMIT = 50;

export type Path = readonly (string | number)[];

export const pointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Where problems are collected while a file is read; the place is looked up by path. */
export interface ProblemList {
  readonly add: (code: string, path: Path, hint: string) => void;
  readonly all: () => readonly RegulationProblem[];
}

export const problemList = (placeOf: (path: Path) => { line: number; column: number }): ProblemList => {
  const problems: RegulationProblem[] = [];
  return {
    add: (code, path, hint) => {
      if (problems.length < PROBLEM_LIMIT)
        problems.push({ code, path: pointer(path), ...placeOf(path), hint });
    },
    all: () => problems,
  };
};
