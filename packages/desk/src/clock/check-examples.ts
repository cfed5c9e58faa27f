import type { Instant } from '@reglament/working-time';
import type { GoldenExample } from '../regulation/golden-example.ts';
import { problemAt, type RegulationProblem } from '../regulation/problem.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { compileCalendars, type Calendars } from './calendars.ts';
import type { Clock } from './clock.ts';
import { describeTrace } from './explain/describe-trace.ts';
import { endInstantWords, type Language } from './explain/time-words.ts';
import { traceClock } from './explain/trace-clock.ts';
import { agreedRule, findRule } from './find-rule.ts';
import { armClock, pauseClock, resumeClock, retargetClock } from './run-clock.ts';

interface Step {
  readonly at: Instant;
  readonly run: (clock: Clock) => Clock;
}

type Outcome = Clock | 'example-no-date' | 'example-nothing-promised';

/** The clock as it stands after the example's story. */
const outcome = (regulation: Regulation, calendars: Calendars, example: GoldenExample): Outcome => {
  const { agreed } = example;
  const dated = agreed === null ? null : agreedRule(regulation, example, agreed.date);
  if (agreed !== null && dated === null) return 'example-no-date';
  const begins = regulation.clocks.find(({ id }) => id === example.clock)?.start === 'agreement';
  const rule = begins ? dated : findRule(regulation, example);
  if (rule === null) return 'example-nothing-promised';
  const steps: Step[] = example.pauses.flatMap(({ from, to }) => [
    { at: from, run: (clock) => pauseClock(clock, from, 'waiting-for-customer', calendars) },
    { at: to, run: (clock) => resumeClock(clock, to, calendars) },
  ]);
  if (agreed !== null && dated !== null && !begins)
    steps.push({
      at: agreed.at,
      run: (clock) => retargetClock(clock, dated, agreed.at, 'agreement', calendars),
    });
  return steps
    .toSorted((a, b) => a.at - b.at)
    .reduce((state, step) => step.run(state), armClock(rule, example.from, calendars));
};

const NO_DEADLINE = { ru: 'срока нет', en: 'no deadline' } as const;

/**
 * How the rules get there: all sentences of the explanation but the rule's own words, which stand in the same file. All times are
 * those of the file's zone, in which examples are written; it is named where the hours have another one.
 */
const differs = (
  regulation: Regulation,
  calendars: Calendars,
  example: GoldenExample,
  clock: Clock,
): RegulationProblem => {
  const { path, line, column } = example;
  const { zone } = regulation;
  const trace = traceClock(clock, regulation, calendars, example.from);
  const due = (language: Language): string =>
    clock.dueAt === null ? NO_DEADLINE[language] : endInstantWords(zone, clock.dueAt, language);
  const steps = (language: Language): string =>
    describeTrace(trace, regulation, language, 'customer', zone)
      .filter((_, index) => index !== 1)
      .join(' ');
  return problemAt({ path, line, column }, 'example-differs', {
    ruDue: `${endInstantWords(zone, example.due, 'ru')}${trace.zone === zone ? '' : ` (время — ${zone})`}`,
    enDue: `${endInstantWords(zone, example.due, 'en')}${trace.zone === zone ? '' : ` (times of ${zone})`}`,
    ruRules: due('ru'),
    enRules: due('en'),
    ruSteps: steps('ru'),
    enSteps: steps('en'),
  });
};

/** The worked-out cases of a file that come out otherwise by its rules, with both times and the way to the rules' one. */
export const checkExamples = (
  regulation: Regulation,
  examples: readonly GoldenExample[],
  calendars: Calendars = compileCalendars(regulation),
): readonly RegulationProblem[] =>
  examples.flatMap((example) => {
    const { path, line, column } = example;
    const clock = outcome(regulation, calendars, example);
    if (typeof clock === 'string') return [problemAt({ path, line, column }, clock)];
    return clock.dueAt === example.due ? [] : [differs(regulation, calendars, example, clock)];
  });
