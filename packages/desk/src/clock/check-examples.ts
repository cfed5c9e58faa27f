import { formatInstant, type Instant } from '@reglament/working-time';
import type { GoldenExample } from '../regulation/golden-example.ts';
import type { RegulationProblem } from '../regulation/problem.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { compileCalendars, type Calendars } from './calendars.ts';
import type { Clock } from './clock.ts';
import { agreedRule, findRule } from './find-rule.ts';
import { armClock, pauseClock, resumeClock, retargetClock } from './run-clock.ts';

interface Step {
  readonly at: Instant;
  readonly run: (clock: Clock) => Clock;
}

const outcome = (regulation: Regulation, calendars: Calendars, example: GoldenExample): string | null => {
  const { agreed } = example;
  const dated = agreed === null ? null : agreedRule(regulation, example, agreed.date);
  if (agreed !== null && dated === null) return 'no date can be agreed in this case';
  const begins = regulation.clocks.find(({ id }) => id === example.clock)?.start === 'agreement';
  const rule = begins ? dated : findRule(regulation, example);
  if (rule === null) return 'nothing is promised in this case';
  const steps: Step[] = example.pauses.flatMap(({ from, to }) => [
    { at: from, run: (clock) => pauseClock(clock, from, 'waiting-for-customer', calendars) },
    { at: to, run: (clock) => resumeClock(clock, to, calendars) },
  ]);
  if (agreed !== null && dated !== null && !begins)
    steps.push({
      at: agreed.at,
      run: (clock) => retargetClock(clock, dated, agreed.at, 'agreement', calendars),
    });
  const clock = steps
    .toSorted((a, b) => a.at - b.at)
    .reduce((state, step) => step.run(state), armClock(rule, example.from, calendars));
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
