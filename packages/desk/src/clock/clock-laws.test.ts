import type { Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../regulation/regulation.ts';
import { anyCalendars } from '../test/any-clock.ts';
import { moscow } from '../test/shipped-regulations.ts';
import { remainingAt, shareAt, spentAt } from './clock-time.ts';
import type { Clock, ClockChangeCause, CountingRule } from './clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  restartClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from './run-clock.ts';
import { warningInstants } from './warning-instants.ts';

const HOUR = 3_600_000;
const BEGIN = moscow('2025-03-01 00:00');

const at = fc
  .oneof({ weight: 4, arbitrary: fc.nat(24 * 24).map((hour) => hour * HOUR) }, fc.nat(24 * 24 * HOUR))
  .map((ms) => (BEGIN + ms) as Instant);
const ms = fc.constantFrom(0, HOUR / 2, 2 * HOUR, 8 * HOUR, 40 * HOUR);
const target: fc.Arbitrary<Target> = fc.oneof(
  ms.map((time): Target => ({ kind: 'working-time', ms: time })),
  fc
    .tuple(ms, fc.constantFrom('keep' as const, 'next-opening' as const))
    .map(([time, outsideHours]): Target => ({ kind: 'elapsed', ms: time, outsideHours })),
  ms.map((time): Target => ({ kind: 'elapsed', ms: time, outsideHours: 'keep', from: 'opening' })),
  ms.map((time): Target => ({ kind: 'elapsed', ms: time, outsideHours: 'next-opening', from: 'opening' })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('end' as const, 'sameTime' as const),
      fc.constantFrom<Pick<Target & { kind: 'working-days' }, 'from' | 'afterPause'>>(
        {},
        { from: 'opening' },
        { afterPause: 'closing-time' },
        { from: 'opening', afterPause: 'closing-time' },
      ),
    )
    .map(([days, mode, reading]): Target => ({ kind: 'working-days', days, mode, ...reading })),
  fc.integer({ min: 1, max: 14 }).map((days): Target => ({ kind: 'calendar-days', days })),
  fc
    .tuple(at, fc.boolean())
    .map(([date, pausesMoveIt]): Target => ({ kind: 'agreed-date', at: date, pausesMoveIt })),
);
const rule: fc.Arbitrary<CountingRule> = fc
  .tuple(target, fc.constantFrom(...anyCalendars.keys()))
  .map(([promised, schedule]) => ({
    clock: 'any',
    packageId: 'any',
    priority: null,
    target: promised,
    schedule,
    clause: 'A-1',
    edition: '1',
  }));

type Step =
  | { readonly kind: 'pause' | 'resume' | 'stop' | 'reopen' | 'restart' | 'breach' | 'withdraw' }
  | {
      readonly kind: 'change';
      readonly rule: CountingRule;
      readonly cause: ClockChangeCause;
      readonly spent: 'kept' | 'anew';
    };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('pause', 'resume').map((kind): Step => ({ kind })) },
  fc.constantFrom('stop', 'reopen', 'restart', 'breach', 'withdraw').map((kind): Step => ({ kind })),
  fc
    .tuple(
      rule,
      fc.constantFrom<ClockChangeCause>('priority', 'package', 'agreement'),
      fc.constantFrom('kept' as const, 'kept' as const, 'anew' as const),
    )
    .map(([next, cause, spent]): Step => ({ kind: 'change', rule: next, cause, spent })),
);

const apply = (clock: Clock, one: Step, t: Instant): Clock => {
  switch (one.kind) {
    case 'pause':
      return pauseClock(clock, t, 'waiting-for-customer', anyCalendars);
    case 'resume':
      return resumeClock(clock, t, anyCalendars);
    case 'stop':
      return stopClock(clock, t, 'resolution', anyCalendars);
    case 'reopen':
      return reopenClock(clock, t, anyCalendars);
    case 'restart':
      return restartClock(clock, t, anyCalendars);
    case 'breach':
      // The alarm rings once the deadline is over.
      return clock.dueAt !== null && t > clock.dueAt ? breachClock(clock, t) : clock;
    case 'withdraw':
      return withdrawStop(clock, anyCalendars);
    case 'change':
      return retargetClock(clock, one.rule, t, one.cause, anyCalendars, one.spent);
  }
};

/** Each clock of a random life with the instant it was reached at, from the arming on. */
const lives = fc
  .tuple(rule, at, fc.array(fc.tuple(step, at), { maxLength: 9 }))
  .map(([first, start, steps]) => {
    const ordered = steps.filter(([, t]) => t >= start).toSorted(([, a], [, b]) => a - b);
    const states = [{ clock: armClock(first, start, anyCalendars), t: start }];
    for (const [one, t] of ordered) states.push({ clock: apply(states.at(-1)?.clock as Clock, one, t), t });
    return states;
  });

const everyState = (law: (state: { readonly clock: Clock; readonly t: Instant }) => void): void => {
  fc.assert(
    fc.property(lives, (states) => {
      for (const state of states) law(state);
    }),
    { numRuns: 1500 },
  );
};

describe('of any clock, by hours, days or dates, whatever happens to it', () => {
  test('a deadline stands only while it runs, and never before the running began', () => {
    everyState(({ clock }) => {
      if (clock.status !== 'running') expect(clock.dueAt).toBeNull();
      else if (clock.breachedAt !== null) expect(clock.dueAt).toBe(clock.breachedAt);
      else if (clock.dueAt !== null) expect(clock.dueAt).toBeGreaterThanOrEqual(clock.since);
    });
  });

  test('the first miss stands for ever, and no miss is older than it', () => {
    fc.assert(
      fc.property(lives, (states) => {
        let first: Instant | null = null;
        for (const { clock } of states) {
          if (clock.breachedAt !== null) expect(clock.firstBreachAt).toBeLessThanOrEqual(clock.breachedAt);
          if (first !== null) expect(clock.firstBreachAt).toBe(first);
          first = clock.firstBreachAt;
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('a pause of no length changes nothing', () => {
    everyState(({ clock, t }) => {
      if (clock.status !== 'running') return;
      const before = apply(clock, { kind: 'breach' }, t);
      const after = apply(apply(clock, { kind: 'pause' }, t), { kind: 'resume' }, t);
      const missed = clock.dueAt !== null && clock.dueAt < t ? before : clock;
      expect([after.dueAt, after.breachedAt, after.firstBreachAt]).toEqual([
        missed.dueAt,
        missed.breachedAt,
        missed.firstBreachAt,
      ]);
    });
  });

  test('what is spent and what is left stand still in a pause, and add up to the share', () => {
    everyState(({ clock, t }) => {
      const later = (t + 50 * HOUR) as Instant;
      const left = remainingAt(clock, later, anyCalendars);
      if (clock.status !== 'running') {
        expect(left).toBe(remainingAt(clock, t, anyCalendars));
        expect(spentAt(clock, later, anyCalendars)).toBe(clock.spentMs);
      }
      const share = shareAt(clock, later, anyCalendars);
      expect(share === null).toBe(left === null);
      if (share !== null && left !== null && left < 0) expect(share).toBeGreaterThanOrEqual(1);
      if (share !== null && left !== null && left > 0) expect(share).toBeLessThan(1);
    });
  });

  test('warnings come in order, from the running on and before the deadline', () => {
    const marks = [
      { fraction: 0.5 },
      { fraction: 0.8 },
      { before: { ms: 3 * HOUR, measure: 'elapsed' as const } },
      { before: { ms: HOUR, measure: 'working-time' as const } },
    ];
    everyState(({ clock }) => {
      const instants = warningInstants(clock, marks, anyCalendars).map((w) => w.at);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      for (const instant of instants) {
        expect(instant).toBeGreaterThanOrEqual(clock.since);
        expect(instant).toBeLessThanOrEqual(clock.dueAt ?? 0);
      }
    });
  });

  test('what a journal keeps of it is the clock again', () => {
    everyState(({ clock }) => {
      expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
    });
  });
});
