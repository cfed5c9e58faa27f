import { instant, type Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped, shippedIds } from '../test/shipped-regulations.ts';
import { findRule } from './find-rule.ts';
import { remainingAt, spentAt } from './clock-time.ts';
import { warningInstants } from './warning-instants.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from './run-clock.ts';

const HOUR = 3_600_000;
const centaur = shipped('centaur');
const optima = shipped('optima');
const flat = shipped('flat');
const waiting = 'waiting-for-customer';

const eightHours = ruleOf(centaur, 'reaction', 'basic', 'medium');
const armed = (from: string) => armClock(eightHours, moscow(from), centaur.calendars);
const twoDays = armClock(
  ruleOf(optima, 'execution', '8x5x4', '2'),
  moscow('2025-02-04 10:00'),
  optima.calendars,
);

describe('a pause', () => {
  test('stops only time that would have run: 8 h from Fri 16:00, paused Fri 16:30 to Mon 09:30, is due Mon 17:00', () => {
    const paused = pauseClock(
      armed('2025-02-07 16:00'),
      moscow('2025-02-07 16:30'),
      waiting,
      centaur.calendars,
    );
    const resumed = resumeClock(paused, moscow('2025-02-10 09:30'), centaur.calendars);
    expect(inMoscow(resumed.dueAt)).toBe('2025-02-10 17:00');
  });

  test('moves a deadline in working days by its working time (R19)', () => {
    const paused = pauseClock(twoDays, moscow('2025-02-04 12:00'), waiting, optima.calendars);
    expect(paused.dueAt).toBeNull();
    const resumed = resumeClock(paused, moscow('2025-02-04 15:00'), optima.calendars);
    expect(inMoscow(twoDays.dueAt)).toBe('2025-02-06 18:00');
    expect(inMoscow(resumed.dueAt)).toBe('2025-02-07 12:00');
  });

  test('at night costs nothing', () => {
    const paused = pauseClock(twoDays, moscow('2025-02-04 19:00'), waiting, optima.calendars);
    expect(resumeClock(paused, moscow('2025-02-05 08:00'), optima.calendars).dueAt).toBe(twoDays.dueAt);
  });

  test('two pauses add up', () => {
    let clock = twoDays;
    for (const [from, to] of [
      ['2025-02-04 12:00', '2025-02-04 15:00'],
      ['2025-02-05 09:00', '2025-02-05 11:00'],
    ] as const)
      clock = resumeClock(
        pauseClock(clock, moscow(from), waiting, optima.calendars),
        moscow(to),
        optima.calendars,
      );
    expect(inMoscow(clock.dueAt)).toBe('2025-02-07 14:00');
  });

  test('after the deadline leaves the miss on record', () => {
    const clock = armed('2025-02-10 09:00');
    const paused = pauseClock(clock, moscow('2025-02-11 10:00'), waiting, centaur.calendars);
    expect(inMoscow(paused.breachedAt)).toBe('2025-02-10 17:00');
    const resumed = resumeClock(paused, moscow('2025-02-11 12:00'), centaur.calendars);
    expect(inMoscow(resumed.dueAt)).toBe('2025-02-10 17:00');
  });
});

describe('a reopening (R21)', () => {
  const execution = armClock(
    ruleOf(optima, 'execution', '8x5x4', '1'),
    moscow('2025-02-04 10:00'),
    optima.calendars,
  );

  test('runs on from what had elapsed; the time since the stop is not counted', () => {
    const stopped = stopClock(execution, moscow('2025-02-04 13:00'), 'resolution', optima.calendars);
    const reopened = reopenClock(stopped, moscow('2025-02-06 09:00'), optima.calendars);
    expect(inMoscow(reopened.dueAt)).toBe('2025-02-06 10:00');
    expect(reopened).toMatchObject({ status: 'running', outcome: 'met', stoppedAt: null });
  });

  test('of a target in days moves it by the working time since the stop', () => {
    const stopped = stopClock(twoDays, moscow('2025-02-05 10:00'), 'resolution', optima.calendars);
    const reopened = reopenClock(stopped, moscow('2025-02-05 12:00'), optima.calendars);
    expect(inMoscow(reopened.dueAt)).toBe('2025-02-07 11:00');
  });

  test('leaves the first outcome on record when the second run is late', () => {
    const stopped = stopClock(execution, moscow('2025-02-04 13:00'), 'resolution', optima.calendars);
    const reopened = reopenClock(stopped, moscow('2025-02-06 09:00'), optima.calendars);
    const again = stopClock(reopened, moscow('2025-02-06 15:00'), 'resolution', optima.calendars);
    expect(again.outcome).toBe('met');
    expect(inMoscow(again.firstBreachAt)).toBe('2025-02-06 10:00');
  });

  test('brings a rule found meanwhile into force (rule 16)', () => {
    const stopped = stopClock(execution, moscow('2025-02-04 13:00'), 'resolution', optima.calendars);
    const other = retargetClock(
      stopped,
      ruleOf(optima, 'execution', '8x5x4', '2'),
      moscow('2025-02-05 10:00'),
      'priority',
      optima.calendars,
    );
    expect(other.rule).toBe(execution.rule);
    const reopened = reopenClock(other, moscow('2025-02-05 12:00'), optima.calendars);
    expect(reopened.rule.priority).toBe('2');
    expect(reopened.changeAtReopening).toBeUndefined();
    // Two working days from Tuesday are Thu 18:00; Tue 13:00 to Wed 12:00 holds eight working hours.
    expect(inMoscow(reopened.dueAt)).toBe('2025-02-07 17:00');
  });
});

describe('another rule (working-time rule 15)', () => {
  const p3 = armClock(ruleOf(flat, 'reaction', '8x5', '3'), moscow('2025-02-10 09:00'), flat.calendars);

  test('keeps what has elapsed', () => {
    const p2 = retargetClock(
      p3,
      ruleOf(flat, 'reaction', '8x5', '2'),
      moscow('2025-02-10 11:00'),
      'priority',
      flat.calendars,
    );
    expect(inMoscow(p2.dueAt)).toBe('2025-02-10 13:00');
  });

  test('a miss that the change causes dates from the change', () => {
    const changed = retargetClock(
      p3,
      ruleOf(flat, 'reaction', '8x5', '1'),
      moscow('2025-02-10 12:00'),
      'priority',
      flat.calendars,
    );
    expect(inMoscow(changed.breachedAt)).toBe('2025-02-10 12:00');
    expect(inMoscow(changed.dueAt)).toBe('2025-02-10 12:00');
  });

  test('a target reached exactly at the change is not missed yet', () => {
    const changed = retargetClock(
      p3,
      ruleOf(flat, 'reaction', '8x5', '1'),
      moscow('2025-02-10 11:00'),
      'priority',
      flat.calendars,
    );
    expect(changed.breachedAt).toBeNull();
    expect(inMoscow(changed.dueAt)).toBe('2025-02-10 11:00');
  });

  test('a longer target clears the miss, never the first one', () => {
    const p1 = armClock(ruleOf(flat, 'reaction', '8x5', '1'), moscow('2025-02-10 09:00'), flat.calendars);
    const missed = breachClock(p1, moscow('2025-02-10 11:00'));
    const changed = retargetClock(
      missed,
      ruleOf(flat, 'reaction', '8x5', '3'),
      moscow('2025-02-10 12:00'),
      'priority',
      flat.calendars,
    );
    expect(changed.breachedAt).toBeNull();
    expect(inMoscow(changed.firstBreachAt)).toBe('2025-02-10 11:00');
    expect(inMoscow(changed.dueAt)).toBe('2025-02-10 17:00');
  });

  test('other hours count from the change: Fri 17:00 in 8x5, then 24x7 from Sat 12:00', () => {
    const office = armClock(ruleOf(flat, 'reaction', '8x5', '3'), moscow('2025-02-07 17:00'), flat.calendars);
    const plus = retargetClock(
      office,
      ruleOf(flat, 'reaction', '24x7-plus', '3'),
      moscow('2025-02-08 12:00'),
      'priority',
      flat.calendars,
    );
    expect(inMoscow(plus.dueAt)).toBe('2025-02-08 19:00');
  });

  test('days are counted from the own start of the clock', () => {
    const p4 = armClock(
      ruleOf(optima, 'execution', '8x5x4', '4'),
      moscow('2025-02-04 10:00'),
      optima.calendars,
    );
    const changed = retargetClock(
      p4,
      ruleOf(optima, 'execution', '8x5x4', '2'),
      moscow('2025-02-05 12:00'),
      'priority',
      optima.calendars,
    );
    expect(inMoscow(changed.dueAt)).toBe('2025-02-06 18:00');
  });

  test('while paused is judged at the change, not by how long the pause has been', () => {
    const paused = pauseClock(twoDays, moscow('2025-02-04 12:00'), waiting, optima.calendars);
    const changed = retargetClock(
      paused,
      ruleOf(optima, 'execution', '8x5x4', '3'),
      moscow('2025-02-20 12:00'),
      'priority',
      optima.calendars,
    );
    expect(changed).toMatchObject({ status: 'paused', breachedAt: null, dueAt: null });
  });
});

describe('events that can not be change nothing', () => {
  const running = armed('2025-02-10 09:00');
  const stopped = stopClock(running, moscow('2025-02-10 10:00'), 'x', centaur.calendars);
  const at = moscow('2025-02-10 11:00');
  test.each([
    ['resume while running', running, resumeClock(running, at, centaur.calendars)],
    ['reopen while running', running, reopenClock(running, at, centaur.calendars)],
    ['withdraw while running', running, withdrawStop(running, centaur.calendars)],
    ['pause while stopped', stopped, pauseClock(stopped, at, waiting, centaur.calendars)],
    ['stop while stopped', stopped, stopClock(stopped, at, 'y', centaur.calendars)],
    ['breach while stopped', stopped, breachClock(stopped, at)],
    ['breach before the deadline', running, breachClock(running, at)],
  ])('%s', (_, before, after) => {
    expect(after).toBe(before);
  });
});

describe('spent, left, warnings', () => {
  const clock = armed('2025-02-07 16:00');

  test('what is left may be negative and stands still in a pause', () => {
    expect(spentAt(clock, moscow('2025-02-10 10:00'), centaur.calendars)).toBe(2 * HOUR);
    expect(remainingAt(clock, moscow('2025-02-10 10:00'), centaur.calendars)).toBe(6 * HOUR);
    expect(remainingAt(clock, moscow('2025-02-11 10:00'), centaur.calendars)).toBe(-2 * HOUR);
    const paused = pauseClock(clock, moscow('2025-02-10 10:00'), waiting, centaur.calendars);
    expect(remainingAt(paused, moscow('2025-02-20 10:00'), centaur.calendars)).toBe(6 * HOUR);
  });

  test('days are left as working time until their close', () => {
    expect(remainingAt(twoDays, moscow('2025-02-06 12:00'), optima.calendars)).toBe(6 * HOUR);
    expect(remainingAt(twoDays, moscow('2025-02-07 10:00'), optima.calendars)).toBe(-HOUR);
  });

  test('warnings come at shares of the target in its own measure', () => {
    const at = (fraction: number) =>
      warningInstants(clock, [{ fraction }], centaur.calendars).map((w) => inMoscow(w.at));
    expect(at(0.5)).toEqual(['2025-02-10 12:00']);
    expect(at(0.8)).toEqual(['2025-02-10 14:24']);
  });

  test('a share passed before a pause does not ring again, after a change of rule it rings at once', () => {
    const late = moscow('2025-02-10 13:00');
    const resumed = resumeClock(
      pauseClock(clock, late, waiting, centaur.calendars),
      moscow('2025-02-10 14:00'),
      centaur.calendars,
    );
    expect(
      warningInstants(resumed, [{ fraction: 0.5 }, { fraction: 0.8 }], centaur.calendars).map((w) =>
        inMoscow(w.at),
      ),
    ).toEqual(['2025-02-10 15:24']);
    const low = armClock(
      ruleOf(centaur, 'reaction', 'basic', 'low'),
      moscow('2025-02-10 09:00'),
      centaur.calendars,
    );
    const medium = retargetClock(low, eightHours, moscow('2025-02-10 15:00'), 'priority', centaur.calendars);
    expect(
      warningInstants(medium, [{ fraction: 0.5 }, { fraction: 0.8 }], centaur.calendars).map((w) =>
        inMoscow(w.at),
      ),
    ).toEqual(['2025-02-10 15:00', '2025-02-10 15:24']);
  });
});

describe('laws', () => {
  const start = moscow('2025-01-01 00:00');
  const moment = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minutes) => instant(start + minutes * 60_000));
  const rules = [
    ruleOf(centaur, 'reaction', 'basic', 'low'),
    ruleOf(centaur, 'reaction', 'extended', 'critical'),
    eightHours,
  ];

  test('pauses never bring a deadline nearer, and what is spent at the deadline is the target', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.array(moment, { minLength: 3, maxLength: 9 }),
        (rule, moments) => {
          const [from, ...events] = moments.toSorted((a, b) => a - b) as [Instant, ...Instant[]];
          const whole = armClock(rule, from, centaur.calendars);
          let clock = whole;
          for (const at of events)
            clock =
              clock.status === 'running'
                ? pauseClock(clock, at, waiting, centaur.calendars)
                : resumeClock(clock, at, centaur.calendars);
          if (clock.status === 'paused') clock = resumeClock(clock, clock.since, centaur.calendars);
          if (whole.dueAt === null || clock.dueAt === null) throw new Error('always opens again');
          expect(clock.dueAt).toBeGreaterThanOrEqual(whole.dueAt);
          if (clock.breachedAt === null && rule.target.kind === 'working-time')
            expect(spentAt(clock, clock.dueAt, centaur.calendars)).toBe(rule.target.ms);
        },
      ),
    );
  });

  test('a change of rule and back at one instant leaves the deadline', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 5 * 24 * 60 }), (from, minutes) => {
        const clock = armClock(eightHours, from, centaur.calendars);
        const at = instant(from + minutes * 60_000);
        const other = retargetClock(clock, rules[0] ?? eightHours, at, 'priority', centaur.calendars);
        const back = retargetClock(other, eightHours, at, 'priority', centaur.calendars);
        // A miss is cleared by the longer target and, back again, dates from the change.
        const expected =
          clock.dueAt !== null && at > clock.dueAt && other.breachedAt === null ? at : clock.dueAt;
        expect(back.dueAt).toBe(expected);
      }),
    );
  });
});

test.each([0, 1, 7_289_654_400_000 - 1, 7_289_654_400_000 - 3_600_000])(
  'at the ends of the known years (%d) a clock has a deadline or none, and no error',
  (ms) => {
    const at = instant(ms);
    for (const id of shippedIds) {
      const { regulation, calendars } = shipped(id);
      const promised = regulation.clocks.flatMap(({ targets }) => targets.map(({ within }) => within));
      for (const within of promised.filter((target) => target !== null)) {
        const [held] = regulation.packages;
        const clock = regulation.clocks[0]?.id ?? '';
        const rule = findRule(regulation, {
          clock,
          packageId: held?.id ?? '',
          priority: regulation.priorities[0]?.id ?? null,
        });
        if (rule === null) throw new Error(id);
        for (const target of [within, { kind: 'calendar-days', days: 14 } as const]) {
          const armed = armClock({ ...rule, target }, at, calendars);
          expect(armed.dueAt === null || armed.dueAt >= at).toBe(true);
        }
      }
    }
  },
);

test('a clock holds plain values only, so that a journal can keep it', () => {
  expect(structuredClone(twoDays)).toEqual(JSON.parse(JSON.stringify(twoDays)));
});

describe('a miss is recorded', () => {
  const rule = eightHours;
  const { calendars } = centaur;
  const due = moscow('2025-02-10 17:00');
  const clock = armClock(rule, moscow('2025-02-10 09:00'), calendars);

  test.each([
    ['at the deadline', clock, 0, due],
    ['after it, dated from the deadline', clock, 1, due],
    ['not before', clock, -1, null],
    ['once', { ...clock, breachedAt: instant(1) }, 1, instant(1)],
    ['not where there is no deadline', { ...clock, dueAt: null }, 1, null],
    ['not while it stands', { ...clock, status: 'paused' }, 1, null],
  ] as const)('%s', (_, one, ms, breachedAt) => {
    expect(breachClock(one, instant(due + ms)).breachedAt).toBe(breachedAt);
  });

  test('a rule found while it was stopped is counted anew where any of the changes said so', () => {
    const stopped = stopClock(clock, moscow('2025-02-10 12:00'), 'reply', calendars);
    const anew = retargetClock(stopped, rule, moscow('2025-02-10 13:00'), 'priority', calendars, 'anew');
    expect(anew.changeAtReopening).toEqual({ rule, cause: 'priority', anew: true });
    const later = retargetClock(anew, rule, moscow('2025-02-10 14:00'), 'package', calendars);
    expect(later.changeAtReopening).toEqual({ rule, cause: 'package', anew: true });
    const calendar = retargetClock(later, rule, moscow('2025-02-10 15:00'), 'calendar', calendars);
    expect(calendar.changeAtReopening).toEqual({ rule, cause: 'package', anew: true });
    const kept = retargetClock(stopped, rule, moscow('2025-02-10 13:00'), 'priority', calendars);
    expect(kept.changeAtReopening).toEqual({ rule, cause: 'priority' });
  });
});
