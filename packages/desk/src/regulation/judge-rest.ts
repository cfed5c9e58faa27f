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

/** Of what is wrong in a mended file, that which is not the mending's own doing. */
export const judgeRest = (
  problems: readonly RegulationProblem[],
  lost: ReadonlySet<string>,
): readonly RegulationProblem[] =>
  problems.filter(
    ({ code }) =>
      // A condition may be empty because its only key was mistyped.
      code !== 'condition-empty' && !(ABOUT[code] ?? []).some((section) => lost.has(section)),
  );
