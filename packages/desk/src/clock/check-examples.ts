import { formatInstant } from '@reglament/working-time';
import type { GoldenExample } from '../regulation/golden-example.ts';
import type { RegulationProblem } from '../regulation/problem.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { compileCalendars, type Calendars } from './calendars.ts';
import { findRule } from './find-rule.ts';
import { armClock, pauseClock, resumeClock } from './run-clock.ts';

const outcome = (regulation: Regulation, calendars: Calendars, example: GoldenExample): string | null => {
  const rule = findRule(regulation, example);
  if (rule === null) return 'nothing is promised in this case';
  let clock = armClock(rule, example.from, calendars);
  for (const pause of example.pauses) {
    clock = pauseClock(clock, pause.from, 'waiting-for-customer', calendars);
    clock = resumeClock(clock, pause.to, calendars);
  }
  if (clock.dueAt === example.due) return null;
  return clock.dueAt === null
    ? 'the rules give no deadline here'
    : `by the rules it is due ${formatInstant(clock.dueAt, regulation.zone)}`;
};

/** The worked-out cases of a file that come out otherwise by its rules. */
export const checkExamples = (
  regulation: Regulation,
  examples: readonly GoldenExample[],
): readonly RegulationProblem[] => {
  const calendars = compileCalendars(regulation);
  return examples.flatMap((example) => {
    const hint = outcome(regulation, calendars, example);
    const { path, line, column } = example;
    return hint === null ? [] : [{ code: 'example-differs', path, line, column, hint }];
  });
};
