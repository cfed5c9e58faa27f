import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../regulation/regulation.ts';
import { anyCalendars, anyLife, numbersFrom, type AnyClock } from '../test/any-clock.ts';
import { evaluateClocks } from './clock-columns.ts';
import { spentAt } from './clock-time.ts';
import type { Clock, CountingRule } from './clock.ts';
import { clockResults, packClocks, readingOf, tablesOf } from './pack-clocks.ts';
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

const ruleBy = (target: Target, schedule: string): CountingRule => ({
  clock: 'any',
  packageId: 'any',
  priority: null,
  target,
  schedule,
  clause: 'A-1',
  edition: '1',
});

const promisedBy = ({ target = 0, promise }: ReplayEvent): Target =>
  promise ?? { kind: 'working-time', ms: target };

const inForce = (clock: Clock): CountingRule => clock.changeAtReopening?.rule ?? clock.rule;

const retargeted = (clock: Clock, event: ReplayEvent): Clock => {
  const target = promisedBy(event);
  const cause = target.kind === 'agreed-date' ? 'agreement' : 'priority';
  const rule = { ...inForce(clock), target };
  return retargetClock(clock, rule, event.t, cause, anyCalendars, event.anew === true ? 'anew' : 'kept');
};

const stepped = (clock: Clock | null, event: ReplayEvent): Clock | null => {
  const { t, k, cal = '' } = event;
  if (clock === null) return k === 'open' ? armClock(ruleBy(promisedBy(event), cal), t, anyCalendars) : null;
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
      return retargeted(clock, event);
    case 'calendar':
      return retargetClock(clock, { ...inForce(clock), schedule: cal }, t, 'calendar', anyCalendars);
  }
};

const IDLE: ClockReading = {
  elapsed: 0,
  remaining: null,
  state: 'idle',
  deadline: null,
  breachedAt: null,
  firstBreachAt: null,
};

/** What is left of a target in hours; null where the deadline is a date of its own. */
const leftOf = ({ target }: CountingRule, spentMs: number): number | null =>
  target.kind === 'working-time' || (target.kind === 'elapsed' && target.outsideHours === 'keep')
    ? target.ms - spentMs
    : null;

/** The desk's own functions, with the alarm of the breach ringing in between as it does in life. */
const byDesk = ({ events, at }: AnyClock): ClockReading => {
  let clock: Clock | null = null;
  for (const event of events) {
    if (event.t > at) break;
    if (clock !== null && clock.dueAt !== null && event.t > clock.dueAt) clock = breachClock(clock, event.t);
    clock = stepped(clock, event);
  }
  if (clock === null) return IDLE;
  const read = clock.dueAt !== null && at > clock.dueAt ? breachClock(clock, at) : clock;
  const elapsed = spentAt(read, at, anyCalendars);
  return {
    elapsed,
    remaining: leftOf(inForce(read), elapsed),
    state: read.status,
    deadline: read.dueAt,
    breachedAt: read.breachedAt,
    firstBreachAt: read.firstBreachAt,
  };
};

describe('a clock by days, plain hours or agreed dates is counted alike', () => {
  test('from its events and by the desk’s own functions', () => {
    const lives = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => anyLife(numbersFrom(seed)));
    fc.assert(
      fc.property(lives, (life) => {
        expect(byDesk(life)).toEqual(replayClock(anyCalendars, life.events, life.at));
      }),
      { numRuns: 5000 },
    );
  });

  test('from its events and in columns, hours and days in one batch', () => {
    const next = numbersFrom(20_261_122);
    let days = 0;
    for (let batch = 0; batch < 60; batch += 1) {
      const clocks = Array.from({ length: 60 }, () => anyLife(next));
      const at = clocks[0]?.at ?? (0 as Instant);
      const { columns, rules, from } = packClocks(
        anyCalendars,
        clocks.map(({ events }) => events),
      );
      const results = clockResults(clocks.length);
      evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 0, clocks.length);
      for (const [index, { events }] of clocks.entries()) {
        const reading = readingOf(results, index);
        const told = replayClock(anyCalendars, events, at);
        expect({ events, at, reading }).toEqual({ events, at, reading: told });
        if (told.remaining === null && told.state !== 'idle') days += 1;
      }
    }
    expect(days).toBeGreaterThan(500);
  });
});
