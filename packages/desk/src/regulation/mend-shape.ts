import type { z } from 'zod';
import { nearest } from './check/nearest.ts';
import { type KeysAt, meant } from './shape-issues.ts';
import { regulationFile, type RegulationFile } from './file/regulation-file.ts';
import type { Path } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Value = Record<string | number, unknown>;

/** Of one place; a file with more is another kind of file. */
const MOST_MISTYPED = 20;

/** What is left of a file with faults of shape, so that the rest of it can be judged too. */
export interface MendedFile {
  readonly file: RegulationFile;
  /** Sections of the file from which something was taken: what refers to them can't be judged. */
  readonly lost: ReadonlySet<string>;
}

/** Each round takes out what the one before laid bare; more rounds than the shape is deep change nothing. */
const ROUNDS = 8;

const isContainer = (value: unknown): value is Value => typeof value === 'object' && value !== null;

const at = (root: Value, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (isContainer(value) ? value[step] : undefined), root);

/** Where the faults of an issue are, the one clearly meant alternative of a union looked through. */
const placesOf = (issue: Issue, above: Path): readonly { readonly issue: Issue; readonly path: Path }[] => {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const inner = meant(issue);
  return inner === null ? [{ issue, path }] : inner.flatMap((one) => placesOf(one, path));
};

/** An item of a list can't go by itself, the others would move up: the list goes. */
const removable = (path: Path): Path => {
  const item = path.findIndex((step) => typeof step === 'number');
  return item < 0 ? path : path.slice(0, item);
};

const takeOut = (root: Value, path: Path): void => {
  const whole = removable(path);
  const last = whole.at(-1);
  const holder = at(root, whole.slice(0, -1));
  if (last !== undefined && isContainer(holder)) delete holder[last];
};

/** A mistyped key is read as the one that is missing beside it; any other goes. */
const mendKeys = (root: Value, path: Path, keys: readonly string[], known: readonly string[]): void => {
  const holder = at(root, path);
  if (!isContainer(holder)) return;
  const isWorthReading = keys.length <= MOST_MISTYPED;
  for (const key of keys) {
    const missing = isWorthReading ? known.filter((one) => holder[one] === undefined) : [];
    const meantKey = nearest(key, missing);
    if (meantKey !== '') holder[meantKey] = holder[key];
    delete holder[key];
  }
};

/** One fault taken out; the section that lost something by it, null: none did. */
const mend = (root: Value, issue: Issue, path: Path, keysAt: KeysAt): string | null => {
  if (issue.code === 'unrecognized_keys') {
    mendKeys(root, path, issue.keys, keysAt(path));
    return null;
  }
  const isMissing = at(root, path) === undefined;
  takeOut(root, isMissing ? path.slice(0, -1) : path);
  return String(path[0] ?? '');
};

/**
 * Takes out of a file what its shape refuses. null: nothing is left that could be judged.
 *
 * @param value of the file; it is not changed.
 */
export const mendShape = (value: unknown, first: readonly Issue[], keysAt: KeysAt): MendedFile | null => {
  if (!isContainer(value)) return null;
  const root = structuredClone(value);
  const lost = new Set<string>();
  let issues = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    const places = issues.flatMap((issue) => placesOf(issue, []));
    // Keys first: one of them may be what another misses.
    const keys = places.filter(({ issue }) => issue.code === 'unrecognized_keys');
    for (const { issue, path } of keys.length > 0 ? keys : places) {
      const section = mend(root, issue, path, keysAt);
      if (section !== null) lost.add(section);
    }
    const shape = regulationFile.safeParse(root, { reportInput: true });
    if (shape.success) return { file: shape.data, lost };
    issues = shape.error.issues;
  }
  return null;
};
