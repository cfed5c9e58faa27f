import { lintCertificates } from './lint-certificates.ts';
import { lintClocks } from './lint-clocks.ts';
import { lintConditions } from './lint-conditions.ts';
import type { LintContext } from './lint-context.ts';
import { lintHandling } from './lint-handling.ts';
import { lintHours } from './lint-hours.ts';
import { lintNotObeyed } from './lint-not-obeyed.ts';
import { lintRights } from './lint-rights.ts';
import { lintTargets } from './lint-targets.ts';
import { lintUnanswered } from './lint-unanswered.ts';
import { lintWords } from './lint-words.ts';

const LINTS: readonly ((context: LintContext) => void)[] = [
  lintHours,
  lintTargets,
  lintClocks,
  lintRights,
  lintConditions,
  lintHandling,
  lintCertificates,
  lintWords,
  lintUnanswered,
  lintNotObeyed,
];

/** Looks at a regulation that can be read for what its author probably did not mean. */
export const lintRegulation = (context: LintContext): void => {
  for (const lint of LINTS) lint(context);
};
