import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { treeFiles } from '../tidy/tree-file.ts';
import { CLAUSE_IDS } from './clause-ids.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { coveragePage } from './coverage-page.ts';
import { OPEN } from './open.ts';
import { readCitations } from './read-citations.ts';
import { readScenarios } from './read-scenarios.ts';

const SCENARIOS = 'apps/server/src/scenarios';

/** Where the page stands, from the project's folder. */
export const COVERAGE_PAGE = 'docs/coverage.md';

export interface ProjectCoverage extends Coverage {
  readonly page: string;
}

/** The coverage of the project in a folder, as its files stand. */
export const readProject = (root: string): ProjectCoverage => {
  const read = treeFiles(join(root, SCENARIOS))
    .filter(({ path }) => path.endsWith('.scenario.ts'))
    .map((file) => readScenarios({ ...file, path: `${SCENARIOS}/${file.path}` }));
  const said = Object.fromEntries(
    Object.keys(CLAUSE_IDS).map((desk) => [
      desk,
      readCitations(readFileSync(join(root, `regulations/${desk}.yaml`), 'utf8')),
    ]),
  );
  const scenarios = read.flatMap((one) => one.scenarios);
  const coverage = coverageOf({ clauseIds: CLAUSE_IDS, said, scenarios, open: OPEN });
  return {
    rows: coverage.rows,
    problems: [...read.flatMap(({ problems }) => problems), ...coverage.problems],
    page: coveragePage(coverage),
  };
};
