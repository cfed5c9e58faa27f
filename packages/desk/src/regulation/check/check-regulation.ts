import type { LocalDate } from '@reglament/working-time';
import { compileCalendars } from '../../clock/calendars.ts';
import { checkExamples } from '../../clock/check-examples.ts';
import type { CalendarEdition } from '../calendar-edition.ts';
import { problemList } from '../problem.ts';
import { parseRegulation } from '../parse-regulation.ts';
import type { Regulation } from '../regulation.ts';
import { acceptFindings, isBlocking, type Finding } from './accept-findings.ts';
import { directionMarks } from './direction-marks.ts';
import { lintRegulation } from './lint-regulation.ts';

export interface CheckedRegulation {
  /** Everything there is to say, in the order of the file. */
  readonly findings: readonly Finding[];
  /** null: something of it keeps the file from being used. */
  readonly regulation: Regulation | null;
  /** How many examples came out right. */
  readonly examples: number;
}

/** A look at a large regulation may say more than a list of errors. */
const FINDING_LIMIT = 2000;

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => a.line - b.line || a.column - b.column);

/**
 * Reads a regulation file and says everything that can be said about it: errors, contradictions, warnings, notes.
 *
 * `today` decides which years its production calendars have to know. Never throws for any text.
 */
export const checkRegulation = (
  text: string,
  calendars: Readonly<Record<string, CalendarEdition>>,
  today: LocalDate,
): CheckedRegulation => {
  const read = parseRegulation(text, calendars);
  const marks = directionMarks(text);
  if (!read.ok) return { findings: inOrder([...read.problems, ...marks]), regulation: null, examples: 0 };
  const { file, regulation, examples, placeOf } = read;
  const compiled = compileCalendars(regulation);
  const wrong = checkExamples(regulation, examples, compiled);
  const problems = problemList(placeOf, FINDING_LIMIT);
  lintRegulation({ file, regulation, calendars, compiled, today, problems });
  const rest = problemList(placeOf);
  const accepted = acceptFindings(file, problems.all(), rest);
  const findings = inOrder([...marks, ...wrong, ...accepted, ...rest.all()]);
  return {
    findings,
    regulation: findings.some(isBlocking) ? null : regulation,
    examples: examples.length - wrong.length,
  };
};
