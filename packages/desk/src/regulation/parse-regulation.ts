import { parseTimeZone } from '@reglament/working-time';
import type { z } from 'zod';
import { buildExamples, buildRegulation } from './build/build-regulation.ts';
import type { CalendarEdition } from './calendar-edition.ts';
import type { GoldenExample } from './golden-example.ts';
import { problemList, type Path, type ProblemList, type RegulationProblem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { regulationFile } from './file/regulation-file.ts';
import type { Regulation } from './regulation.ts';

export type ParseRegulationResult =
  | { readonly ok: true; readonly regulation: Regulation; readonly examples: readonly GoldenExample[] }
  | { readonly ok: false; readonly problems: readonly RegulationProblem[] };

type Issue = z.core.$ZodIssue;

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-value',
  too_big: 'too-large',
  too_small: 'too-small',
  invalid_format: 'wrong-format',
  invalid_key: 'bad-id',
  invalid_union: 'wrong-shape',
};

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

/** The one alternative of a union that was clearly meant: its value had the right type at the top. */
const meant = (issue: Issue): readonly Issue[] | null => {
  if (issue.code !== 'invalid_union') return null;
  const close = issue.errors.filter((issues) =>
    issues.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
  );
  return close.length === 1 ? (close[0] ?? null) : null;
};

const addIssue = (problems: ProblemList, issue: Issue, above: Path): void => {
  const path = [...above, ...steps(issue.path)];
  const inner = meant(issue);
  if (inner !== null) {
    for (const one of inner) addIssue(problems, one, path);
    return;
  }
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      problems.add('unknown-field', [...path, key], `"${key}" means nothing here`);
    return;
  }
  if (issue.code === 'invalid_key') {
    problems.add('bad-id', path, issue.issues[0]?.message ?? 'this key is not an id');
    return;
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const name = String(path.at(-1) ?? 'the file');
  if (missing) problems.add('missing-field', path, `"${name}" is missing`);
  else problems.add(CODES[issue.code] ?? 'wrong-value', path, issue.message);
};

/**
 * Reads a regulation file: YAML to shape to meaning, each step only when the one before found nothing wrong.
 *
 * `calendars` are the production calendars a schedule may follow, by id. Never throws for any text; problems are in the
 * order they were found, at most 50.
 */
export const parseRegulation = (
  yamlText: string,
  calendars: Readonly<Record<string, CalendarEdition>>,
): ParseRegulationResult => {
  const yaml = readYaml(yamlText);
  if (!yaml.ok) return yaml;
  const problems = problemList(yaml.placeOf);
  const shape = regulationFile.safeParse(yaml.value, { reportInput: true });
  if (!shape.success) {
    for (const issue of shape.error.issues) addIssue(problems, issue, []);
    return { ok: false, problems: problems.all() };
  }
  const zone = parseTimeZone(shape.data.zone);
  if (zone === null) {
    problems.add(
      'unknown-zone',
      ['zone'],
      `"${shape.data.zone}" is not an IANA time zone, such as Europe/Moscow`,
    );
    return { ok: false, problems: problems.all() };
  }
  const context = { file: shape.data, zone, calendars, problems };
  const regulation = buildRegulation(context);
  const examples = buildExamples(context, yaml.placeOf);
  return problems.all().length > 0
    ? { ok: false, problems: problems.all() }
    : { ok: true, regulation, examples };
};
