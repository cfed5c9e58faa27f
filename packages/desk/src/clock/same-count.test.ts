import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCalendars, anyClock, numbersFrom, type AnyClock } from '../test/any-clock.ts';
import { clockResults, packClocks, readingOf, tablesOf } from './pack-clocks.ts';
import { evaluateClocks } from './clock-columns.ts';
import { remainingAt, spentAt } from './clock-time.ts';
import type { Clock, CountingRule } from './clock.ts';
import { replayClock, type ClockReading, type ReplayEvent } from './replay-clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
} from './run-clock.ts';

const RULE: CountingRule = {
  clock: 'any',
  packageId: 'any',
  priority: null,
  target: { kind: 'working-time', ms: 0 },
  schedule: 'never',
  clause: 'A-1',
  edition: '1',
};

/** `always` as the desk says it: plain time. */
const ruleBy = (schedule: string, ms: number): CountingRule =>
  schedule === 'always'
    ? { ...RULE, schedule, target: { kind: 'elapsed', ms, outsideHours: 'keep' } }
    : { ...RULE, schedule, target: { kind: 'working-time', ms } };

const msOf = ({ target }: CountingRule): number =>
  target.kind === 'working-time' || target.kind === 'elapsed' ? target.ms : 0;

const inForce = (clock: Clock): CountingRule => clock.changeAtReopening?.rule ?? clock.rule;

const stepped = (clock: Clock | null, event: ReplayEvent): Clock | null => {
  const { t, k, cal = '', target = 0 } = event;
  if (clock === null) return k === 'open' ? armClock(ruleBy(cal, target), t, anyCalendars) : null;
  switch (k) {
    case 'open':
      return clock;
    case 'pause':
      return pauseClock(clock, t, 'waiting-for-customer', anyCalendars);
    case 'resume':
      return resumeClock(clock, t, anyCalendars);
    case 'stop':
      return stopClock(clock, t, 'resolution', anyCalendars);
    case 'reopen':
      return reopenClock(clock, t, anyCalendars);
    case 'target':
      return retargetClock(clock, ruleBy(inForce(clock).schedule, target), t, 'priority', anyCalendars);
    case 'calendar':
      return retargetClock(clock, ruleBy(cal, msOf(inForce(clock))), t, 'calendar', anyCalendars);
  }
};

/** The desk's own functions, with the alarm of the breach ringing in between as it does in life. */
const byDesk = ({ events, at }: AnyClock): ClockReading => {
  let clock: Clock | null = null;
  for (const event of events) {
    if (event.t > at) break;
    if (clock?.dueAt !== null && clock !== null && event.t > clock.dueAt) clock = breachClock(clock, event.t);
    clock = stepped(clock, event);
  }
  if (clock === null)
    return {
      elapsed: 0,
      remaining: null,
      state: 'idle',
      deadline: null,
      breachedAt: null,
      firstBreachAt: null,
    };
  const read = clock.dueAt !== null && at > clock.dueAt ? breachClock(clock, at) : clock;
  // While stopped the clock keeps its old rule for the record; what is asked here is what remains of the one set meanwhile.
  const remaining =
    read.changeAtReopening === undefined
      ? remainingAt(read, at, anyCalendars)
      : msOf(read.changeAtReopening.rule) - read.spentMs;
  return {
    elapsed: spentAt(read, at, anyCalendars),
    remaining,
    state: read.status,
    deadline: read.dueAt,
    breachedAt: read.breachedAt,
    firstBreachAt: read.firstBreachAt,
  };
};

const inColumns = (clocks: readonly (readonly ReplayEvent[])[], at: Instant): readonly ClockReading[] => {
  const { columns, rules, from } = packClocks(anyCalendars, clocks);
  const results = clockResults(clocks.length);
  const tables = tablesOf(anyCalendars, rules, from, at);
  // Two workers' ranges.
  const half = clocks.length >> 1;
  evaluateClocks(columns, tables, at, results, 0, half);
  evaluateClocks(columns, tables, at, results, half, clocks.length);
  return clocks.map((_, index) => readingOf(results, index));
};

describe('a clock is counted alike', () => {
  const lives = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => anyClock(numbersFrom(seed)));

  test('from its events and by the desk’s own functions', () => {
    fc.assert(
      fc.property(lives, (life) => {
        expect(byDesk(life)).toEqual(replayClock(anyCalendars, life.events, life.at));
      }),
      { numRuns: 5000 },
    );
  });

  test('from its events and in columns, 20,000 clocks at 20 instants', () => {
    const next = numbersFrom(20_261_121);
    for (let batch = 0; batch < 20; batch += 1) {
      const clocks = Array.from({ length: 1000 }, () => anyClock(next));
      const at = clocks[0]?.at ?? (0 as Instant);
      const all = inColumns(
        clocks.map(({ events }) => events),
        at,
      );
      for (const [index, { events }] of clocks.entries())
        if (JSON.stringify(all[index]) !== JSON.stringify(replayClock(anyCalendars, events, at)))
          expect({ events, at, reading: all[index] }).toEqual({
            events,
            at,
            reading: replayClock(anyCalendars, events, at),
          });
    }
  });
});
