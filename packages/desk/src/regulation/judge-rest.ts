import type { FindingCode } from './check/words/findings.ts';
import type { RegulationProblem } from './problem.ts';

/** Sections that a finding is about besides its own place: what was lost there may be all that is wrong. */
const ABOUT: Partial<Readonly<Record<FindingCode, readonly string[]>>> = {
  'unknown-schedule': ['schedules'],
  'unknown-package': ['packages'],
  'unknown-priority': ['priorities'],
  'unknown-clause': ['clauses'],
  'unknown-type': ['types'],
  'unknown-clock': ['clocks'],
  'unknown-service': ['services'],
  'unknown-company-role': ['company-roles'],
  'unknown-installation-type': ['installation-types'],
  'unknown-line': ['lines'],
  'unknown-named-person': ['named-people'],
  'target-missing': ['clocks', 'packages', 'priorities', 'types'],
  'agreement-missing': ['clocks'],
  'agreement-target': ['clocks'],
  'hours-missing': ['packages', 'priorities'],
  'service-missing': ['services', 'packages'],
  'package-missing': ['packages'],
  'priority-rules-missing': ['priorities', 'priority-rules'],
};

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const inside = (value: unknown, step: string): unknown =>
  isHolder(value) && Object.hasOwn(value, step) ? value[step] : undefined;

const stepsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Names of one section, referred to as they stand; priorities are also named by ranges. */
const isPlainReference = (code: FindingCode, about: readonly string[]): boolean =>
  code.startsWith('unknown-') && code !== 'unknown-priority' && about.length === 1;

/** Whether what stands at a place is a name that its section, as it was written, does not have: mending took nothing of it. */
const isNamedNowhere = (original: unknown, { path }: RegulationProblem, section: string): boolean => {
  const steps = stepsOf(path);
  const value = steps.reduce(inside, original);
  const names = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  // A name may be a key too: `{basic: paid}`.
  const all = [...names.map(String), steps.at(-1) ?? ''];
  const known = inside(original, section);
  return names.length > 0 && isHolder(known) && all.every((name) => !Object.hasOwn(known, name));
};

/**
 * Of what is wrong in a mended file, that which is not the mending's own doing.
 *
 * @param original the file's value before it was mended.
 */
export const judgeRest = (
  problems: readonly RegulationProblem[],
  lost: ReadonlySet<string>,
  original: unknown,
): readonly RegulationProblem[] =>
  problems.filter((problem) => {
    const { code } = problem;
    // A condition may be empty because its only key was mistyped.
    if (code === 'condition-empty') return false;
    const about = ABOUT[code] ?? [];
    if (!about.some((section) => lost.has(section))) return true;
    return isPlainReference(code, about) && isNamedNowhere(original, problem, about[0] ?? '');
  });
