import { CAPABILITIES, type OpenClause } from './open.ts';
import type { SaidClause } from './read-citations.ts';
import type { FoundScenario } from './read-scenarios.ts';

/** `silent`: neither proven nor listed as open, which is red. */
export type Standing = 'proven' | 'partly' | 'open' | 'silent';

/** One clause: where it is said, what proves it, what it still waits for. */
export interface CoverageRow {
  readonly clause: string;
  readonly desk: string;
  readonly says: string;
  readonly rules: readonly string[];
  readonly scenarios: readonly FoundScenario[];
  readonly standing: Standing;
  readonly open: OpenClause | null;
}

export interface CoverageSources {
  /** Every clause there is, by desk. */
  readonly clauseIds: Readonly<Record<string, readonly string[]>>;
  /** What each desk's file says. */
  readonly said: Readonly<Record<string, ReadonlyMap<string, SaidClause>>>;
  readonly scenarios: readonly FoundScenario[];
  readonly open: Readonly<Record<string, OpenClause>>;
}

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  /** What makes it red, a sentence each. */
  readonly problems: readonly string[];
}

// A rule that a desk made up where the document is silent.
const OWN_RULE = /^[A-Z]+-OWN-/;

const rowOf = (desk: string, clause: string, sources: CoverageSources): CoverageRow => {
  const said = sources.said[desk]?.get(clause);
  const scenarios = sources.scenarios.filter((s) => s.desk === desk && s.clauses.includes(clause));
  const open = sources.open[clause] ?? null;
  const [shown, unshown] = open === null ? (['proven', 'silent'] as const) : (['partly', 'open'] as const);
  const standing = scenarios.length === 0 ? unshown : shown;
  return { clause, desk, says: said?.says ?? '', rules: said?.rules ?? [], scenarios, standing, open };
};

const problemsOfRow = (row: CoverageRow, sources: CoverageSources): readonly string[] => {
  const { clause, desk, scenarios, open } = row;
  const found: string[] = [];
  if (sources.said[desk]?.has(clause) !== true)
    found.push(`${clause}: regulations/${desk}.yaml has no such clause`);
  if (open === null && scenarios.length === 0)
    found.push(`${clause}: no scenario proves it, and it is not listed as open`);
  if (open !== null && scenarios.length > 0 && open.missing === undefined)
    found.push(`${clause}: open, yet a scenario shows something of it: say what is missing, or close it`);
  if (open !== null && scenarios.length === 0 && open.missing !== undefined)
    found.push(`${clause}: something is said to be missing, yet no scenario shows the rest`);
  return found;
};

const strangers = (sources: CoverageSources): readonly string[] => {
  const known = new Set(Object.values(sources.clauseIds).flat());
  const ofScenarios = sources.scenarios.flatMap(({ desk, clauses, file, title }) =>
    clauses
      .filter((clause) => sources.clauseIds[desk]?.includes(clause) !== true)
      .map((clause) => `${file}: “${title}” names ${clause}, which is no clause of ${desk}`),
  );
  const ofFiles = Object.entries(sources.said).flatMap(([desk, said]) =>
    [...said.keys()]
      .filter((clause) => !OWN_RULE.test(clause) && sources.clauseIds[desk]?.includes(clause) !== true)
      .map((clause) => `${clause}: stands in regulations/${desk}.yaml and not in the list of clauses`),
  );
  const ofOpen = Object.keys(sources.open)
    .filter((clause) => !known.has(clause))
    .map((clause) => `${clause}: listed as open, and no clause`);
  return [...ofScenarios, ...ofFiles, ...ofOpen];
};

/** Holds the clauses of all documents against files, scenarios and the list of what is open. */
export const coverageOf = (sources: CoverageSources): Coverage => {
  const rows = Object.entries(sources.clauseIds).flatMap(([desk, clauses]) =>
    clauses.map((clause) => rowOf(desk, clause, sources)),
  );
  return { rows, problems: [...rows.flatMap((row) => problemsOfRow(row, sources)), ...strangers(sources)] };
};

/** What a row still waits for, in words; empty when it is proven. */
export const waitsFor = ({ open, scenarios }: CoverageRow): string => {
  if (open === null) return '';
  const needs = `needs ${open.needs.map((need) => CAPABILITIES[need]).join(', ')}`;
  return scenarios.length === 0 ? `open: ${needs}` : `partly: ${open.missing ?? ''} (${needs})`;
};
