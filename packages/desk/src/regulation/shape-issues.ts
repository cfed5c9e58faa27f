import type { z } from 'zod';
import { nearest } from './check/nearest.ts';
import { wordsOfMessage } from './check/words/expected.ts';
import { PROBLEM_LIMIT, type Path, type ProblemList } from './problem.ts';
import type { Text } from './regulation.ts';

type Issue = z.core.$ZodIssue;

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

/** Whether a value had the type of an alternative at the top, and is no other word. */
const isClose = (issue: Issue): boolean => {
  if (issue.path.length > 0) return true;
  if (issue.code === 'invalid_union') return issue.errors.some((issues) => issues.every(isClose));
  return issue.code !== 'invalid_type' && issue.code !== 'invalid_value';
};

/** The one alternative of a union that was clearly meant: its value had the right type at the top, and is no other word. */
export const meant = (issue: Issue): readonly Issue[] | null => {
  if (issue.code !== 'invalid_union') return null;
  const close = issue.errors.filter((issues) => issues.every(isClose));
  return close.length === 1 ? (close[0] ?? null) : null;
};

const TYPES: Readonly<Record<string, Text>> = {
  string: {
    ru: 'текст; число или true пишут в кавычках',
    en: 'a text; a number or true stands in quotes',
  },
  number: { ru: 'число', en: 'a number' },
  int: { ru: 'целое число', en: 'a whole number' },
  boolean: { ru: 'true или false', en: 'true or false' },
  array: { ru: 'список: [один, другой]', en: 'a list: [one, another]' },
  object: { ru: 'ключи со значениями: {ключ: значение}', en: 'keys with values: {key: value}' },
  record: { ru: 'ключи со значениями: {ключ: значение}', en: 'keys with values: {key: value}' },
};

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '…';

/** What would have been right, with what was written in it: one for a list, a list for one. */
const oneOrList = (expectedType: string, input: unknown): Text | null => {
  const isList = Array.isArray(input);
  if (expectedType === 'array' && (typeof input === 'string' || typeof input === 'number'))
    return { ru: `список: [${shown(input)}]`, en: `a list: [${shown(input)}]` };
  if (isList && ['string', 'number', 'int', 'boolean'].includes(expectedType)) {
    const [first] = input as readonly unknown[];
    const one = first === undefined ? '' : `: ${shown(first)}`;
    return { ru: `одно значение, а не список${one}`, en: `one value and no list${one}` };
  }
  return null;
};

const SOMETHING_ELSE: Text = { ru: 'значение другого вида', en: 'a value of another kind' };

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    value,
  );

/** Values that the alternatives of a union allow as they stand. */
const literals = (issue: Issue): readonly string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flatMap((issues) =>
    issues.flatMap((inner) => (inner.path.length === 0 ? literals(inner) : [])),
  );
};

const addValue = (problems: ProblemList, path: Path, value: unknown, known: readonly string[]): void =>
  problems.add('unknown-value', path, {
    value: shown(value),
    near: nearest(shown(value), known),
    known: known.join(', '),
  });

/** Whether a list stands where none of the alternatives is one. */
const isListForOne = (issue: Extract<Issue, { readonly code: 'invalid_union' }>): boolean =>
  Array.isArray(issue.input) &&
  issue.errors.every((issues) => issues.some(({ path, code }) => path.length === 0 && code !== 'too_big'));

const addType = (
  problems: ProblemList,
  path: Path,
  expectedType: string,
  input: unknown,
  own: Text | null,
): void =>
  problems.add(
    'wrong-type',
    path,
    own ?? oneOrList(expectedType, input) ?? TYPES[expectedType] ?? SOMETHING_ELSE,
  );

/** A number that a computer can't hold. */
const addRange = (problems: ProblemList, path: Path, input: number): void =>
  input > 0
    ? problems.add('too-large', path, { most: String(Number.MAX_SAFE_INTEGER) })
    : problems.add('too-small', path, { least: String(Number.MIN_SAFE_INTEGER) });

/** Nothing stands behind a key, which people mean as its absence. */
const isEmptyPlace = ({ code, input }: Issue, path: Path): boolean =>
  input === null &&
  typeof path.at(-1) === 'string' &&
  (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');

const addOther = (problems: ProblemList, issue: Issue, path: Path): void => {
  const own = wordsOfMessage(issue.message);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) problems.add('missing-field', path, { key: String(path.at(-1) ?? '') });
      else if (issue.input === Infinity || issue.input === -Infinity) addRange(problems, path, issue.input);
      else addType(problems, path, issue.expected, issue.input, own);
      return;
    case 'invalid_value':
      if (Array.isArray(issue.input)) addType(problems, path, 'string', issue.input, own);
      else addValue(problems, path, issue.input, issue.values.map(String));
      return;
    case 'too_big':
      problems.add('too-large', path, { most: String(issue.maximum) });
      return;
    case 'too_small':
      problems.add('too-small', path, { least: String(issue.minimum) });
      return;
    case 'invalid_union': {
      const known = literals(issue);
      if (issue.input === undefined) problems.add('missing-field', path, { key: String(path.at(-1) ?? '') });
      else if (own !== null) problems.add('wrong-shape', path, own);
      else if (isListForOne(issue)) addType(problems, path, 'string', issue.input, null);
      else if (known.length > 0) addValue(problems, path, issue.input, known);
      else problems.add('wrong-shape', path, SOMETHING_ELSE);
      return;
    }
    // The first two are told before; no shape here asks for the others.
    case 'invalid_key':
    case 'unrecognized_keys':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
    case 'invalid_format':
      problems.add('wrong-format', path, own ?? SOMETHING_ELSE);
  }
};

const addIssue = (problems: ProblemList, issue: Issue, above: Path, keysAt: KeysAt): void => {
  const path = [...above, ...steps(issue.path)];
  if (isEmptyPlace(issue, path)) {
    problems.add('missing-field', path, { key: String(path.at(-1)) });
    return;
  }
  const inner = meant(issue);
  if (inner !== null) {
    for (const one of inner) addIssue(problems, one, path, keysAt);
    return;
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    const free = known.filter((key) => at(issue.input, [key]) === undefined);
    for (const key of issue.keys.slice(0, PROBLEM_LIMIT + 1))
      problems.add('unknown-field', [...path, key], {
        key,
        near: nearest(key, free),
        known: known.join(', '),
      });
    return;
  }
  if (issue.code === 'invalid_key') problems.add('bad-id', path, { key: String(path.at(-1) ?? '') });
  else addOther(problems, issue, path);
};

/** Keys that the shape knows at a path. */
export type KeysAt = (path: Path) => readonly string[];

/** What a computer can hold is no rule of the file where the shape has one of its own. */
const isSaidBetter = (issue: Issue, issues: readonly Issue[]): boolean =>
  issue.code === 'too_big' &&
  issue.maximum === Number.MAX_SAFE_INTEGER &&
  issues.some(
    (one) => one !== issue && one.code === 'too_big' && one.path.join('/') === issue.path.join('/'),
  );

/** Says in words what a shape found wrong. */
export const addIssues = (problems: ProblemList, issues: readonly Issue[], keysAt: KeysAt): void => {
  // One more than are told, so that it is said that there are more.
  for (const issue of issues.slice(0, PROBLEM_LIMIT + 1))
    if (!isSaidBetter(issue, issues)) addIssue(problems, issue, [], keysAt);
};
