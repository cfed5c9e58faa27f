import type { Path } from '../problem.ts';
import { conditionsOf } from './lint-conditions.ts';
import type { LintContext } from './lint-context.ts';
import { nearest } from './nearest.ts';

/** `[word](#term-id)` marks a word as a term. */
const TERM = /\[[^\]\n]{1,200}\]\(#(?<term>[^)\s]{1,60})\)/gu;

interface FoundText {
  readonly text: string;
  readonly path: Path;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of a file with its place, in the file's order. */
const textsIn = (value: unknown, path: Path): readonly FoundText[] => {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
};

const lintTerms = ({ file, problems }: LintContext, texts: readonly FoundText[]): void => {
  const known = Object.keys(file.terms ?? {});
  const used = new Set<string>();
  for (const { text, path } of texts)
    for (const { groups } of text.matchAll(TERM)) {
      const term = groups?.['term'] ?? '';
      used.add(term);
      if (!known.includes(term)) problems.add('term-undefined', path, { term, near: nearest(term, known) });
    }
  for (const term of known) if (!used.has(term)) problems.add('term-unused', ['terms', term], { term });
};

const isClauseKey = (step: string | number | undefined): boolean =>
  typeof step === 'string' && (step === 'clause' || step.endsWith('-clause'));

const lintClauses = ({ file, problems }: LintContext, texts: readonly FoundText[]): void => {
  const cited = new Set(texts.filter(({ path }) => isClauseKey(path.at(-1))).map(({ text }) => text));
  for (const clause of Object.keys(file.clauses))
    if (!cited.has(clause)) problems.add('clause-unused', ['clauses', clause], { clause });
};

const lintNames = ({ regulation, problems }: LintContext): void => {
  const conditions = conditionsOf(regulation).map(({ when }) => when);
  const { packages, certificates, routing } = regulation;
  const used = {
    'company-roles': new Set([
      ...conditions.flatMap(({ companyIs }) => companyIs ?? []),
      ...packages.flatMap(({ onlyFrom }) => onlyFrom ?? []),
      ...(certificates?.offers ?? []).flatMap(({ soldTo }) => soldTo ?? []),
    ]),
    'installation-types': new Set(conditions.flatMap(({ installationTypes }) => installationTypes ?? [])),
    'named-people': new Set((routing?.people ?? []).map(({ to }) => to)),
  };
  const named = {
    'company-roles': regulation.companyRoles,
    'installation-types':
      certificates?.covers?.installationTypes === 'named' ? [] : regulation.installationTypes,
    'named-people': regulation.namedPeople,
  };
  for (const key of Object.keys(named) as (keyof typeof named)[])
    for (const { id } of named[key])
      if (!used[key].has(id)) problems.add('name-unused', [key, id], { name: id });
};

/** Terms, clauses and names that nothing uses, and terms that are used and nowhere explained. */
export const lintWords = (context: LintContext): void => {
  const texts = textsIn(context.file, []);
  lintTerms(context, texts);
  lintClauses(context, texts);
  lintNames(context);
};
