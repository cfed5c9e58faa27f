import { instant, type Instant } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCalendars } from '../test/any-clock.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import type { Target } from '../regulation/regulation.ts';
import { changeCalendar } from './change-calendar.ts';
import type { Clock, CountingRule } from './clock.ts';
import { dueNotBefore } from './due-not-before.ts';
import { recountClock, type ClockFact, type Recount } from './recount-clock.ts';
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

const HOUR = 3_600_000;
const BEGIN = moscow('2025-03-01 00:00');
const { regulation } = shipped('centaur');

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    kind: fc.constant('working-time' as const),
    ms: fc.constantFrom(0, HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR),
  }),
  fc.record(
    {
      kind: fc.constant('elapsed' as const),
      ms: fc.constantFrom(0, HOUR, 8 * HOUR, 48 * HOUR),
      outsideHours: fc.constantFrom('keep' as const, 'next-opening' as const),
      from: fc.constant('opening' as const),
    },
    { requiredKeys: ['kind', 'ms', 'outsideHours'] },
  ),
  fc.record(
    {
      kind: fc.constant('working-days' as const),
      days: fc.integer({ min: 1, max: 4 }),
      mode: fc.constantFrom('end' as const, 'sameTime' as const),
      from: fc.constant('opening' as const),
      afterPause: fc.constant('closing-time' as const),
    },
    { requiredKeys: ['kind', 'days', 'mode'] },
  ),
  fc.record({ kind: fc.constant('calendar-days' as const), days: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    kind: fc.constant('agreed-date' as const),
    at: fc.integer({ min: BEGIN, max: BEGIN + 400 * HOUR }).map(instant),
    pausesMoveIt: fc.boolean(),
  }),
);

const anyRule: fc.Arbitrary<CountingRule> = fc.record({
  clock: fc.constant('execution'),
  packageId: fc.constant('any'),
  priority: fc.constant(null),
  target: anyTarget,
  schedule: fc.constantFrom('office', 'lunch', 'night', 'always', 'holidays', 'once', 'never'),
  clause: fc.constant('A-1'),
  edition: fc.constant('1'),
  calendar: fc.constant({ id: 'ru', edition: '1' }),
});

interface Step {
  readonly kind:
    | 'pause'
    | 'resume'
    | 'stop'
    | 'reopen'
    | 'restart'
    | 'change'
    | 'anew'
    | 'calendar'
    | 'withdraw'
    | 'notice'
    | 'promised';
  readonly afterMs: number;
  readonly rule: CountingRule;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'pause',
    'resume',
    'stop',
    'reopen',
    'restart',
    'change',
    'anew',
    'calendar',
    'withdraw',
    'notice',
    'promised',
  ),
  // News of a stop may come late: then it is of before the last event.
  afterMs: fc.oneof(
    fc.constantFrom(0, HOUR, 8 * HOUR),
    fc.integer({ min: -3 * HOUR, max: 4 * HOUR }),
    fc.integer({ min: -60 * HOUR, max: 0 }),
    fc.integer({ min: 0, max: 90 * HOUR }),
  ),
  rule: anyRule,
});

interface Lived {
  readonly clock: Clock;
  readonly facts: readonly ClockFact[];
}

const later = (at: Instant, other: Instant): Instant => (other > at ? other : at);

/** One step of the desk's own counting, and what a journal would tell of it. */
const live = ({ clock, facts }: Lived, { kind, rule }: Step, at: Instant): Lived => {
  const told = (next: Clock, ...more: readonly ClockFact[]): Lived => ({
    clock: next,
    facts: [...facts, ...more],
  });
  const cause = rule.target.kind === 'agreed-date' ? 'agreement' : 'priority';
  const now = later(at, clock.since);
  switch (kind) {
    case 'pause':
      return told(pauseClock(clock, at, 'waiting-for-customer', anyCalendars), { kind, at });
    case 'resume':
      return told(resumeClock(clock, at, anyCalendars), { kind, at });
    case 'stop':
      return told(stopClock(clock, at, 'reply', anyCalendars), { kind, at });
    case 'reopen':
      return told(reopenClock(clock, at, anyCalendars), { kind, at });
    case 'restart': {
      if (clock.status !== 'stopped') return { clock, facts };
      const again: ClockFact = { kind: 'change', at: now, rule: clock.rule, anew: true };
      return told(restartClock(clock, at, anyCalendars), { kind: 'reopen', at: now }, again);
    }
    case 'change':
    case 'anew': {
      if (clock.status === 'stopped') return told(clock, { kind: 'change', at, rule });
      const anew = kind === 'anew';
      const next = retargetClock(clock, rule, at, cause, anyCalendars, anew ? 'anew' : 'kept');
      return told(next, { kind: 'change', at, rule, anew });
    }
    case 'calendar': {
      const calendar = { id: 'ru', edition: String(facts.length) };
      const next = changeCalendar(clock, { calendar, since: at }, now, anyCalendars);
      return told(next, { kind, at: now, rule: { ...clock.rule, calendar } });
    }
    case 'withdraw':
      return told(withdrawStop(clock, anyCalendars), { kind: 'withdraw-stop' });
    case 'notice':
      if (clock.dueAt === null || at <= clock.dueAt) return told(clock, { kind: 'missed', at });
      return told(breachClock(clock, at), { kind: 'missed', at });
    case 'promised':
      // Nothing happens to a clock before it is promised.
      if (facts.length > 1) return { clock, facts };
      return told(dueNotBefore(clock, at, anyCalendars), { kind, at });
  }
};

const recounted = ({
  rule,
  status,
  startedAt,
  countsFrom,
  spentMs,
  since,
  dueAt,
  lastDueAt,
  breachedAt,
  firstBreachAt,
  outcome,
  stoppedAt,
}: Recount): Recount => ({
  rule,
  status,
  startedAt,
  countsFrom,
  spentMs,
  since,
  dueAt,
  lastDueAt,
  breachedAt,
  firstBreachAt,
  outcome,
  stoppedAt,
});

/** Two hours of the office. */
const plainly: CountingRule = {
  clock: 'execution',
  packageId: 'any',
  priority: null,
  target: { kind: 'working-time', ms: 2 * HOUR },
  schedule: 'office',
  clause: 'A-1',
  edition: '1',
};

describe('a clock counted a second way', () => {
  test('comes to the same, whatever it went through', () => {
    const start = fc.integer({ min: BEGIN, max: BEGIN + 200 * HOUR }).map(instant);
    fc.assert(
      fc.property(anyRule, start, fc.array(anyStep, { maxLength: 9 }), (rule, startedAt, steps) => {
        let lived: Lived = {
          clock: armClock(rule, startedAt, anyCalendars),
          facts: [{ kind: 'start', at: startedAt, rule }],
        };
        let at = startedAt;
        for (const step of steps) {
          const then = instant(step.kind === 'stop' ? at + step.afterMs : at + Math.max(0, step.afterMs));
          lived = live(lived, step, then);
          at = later(at, then);
        }
        expect(recountClock(lived.facts, regulation, anyCalendars)).toEqual(recounted(lived.clock));
      }),
      { numRuns: 3000 },
    );
  });

  test('has no deadline beyond the known years', () => {
    const last = moscow('2200-12-31 10:00');
    const targets: readonly Target[] = [
      { kind: 'elapsed', ms: 24 * HOUR, outsideHours: 'keep' },
      { kind: 'elapsed', ms: 24 * HOUR, outsideHours: 'next-opening' },
      { kind: 'working-time', ms: 24 * HOUR },
      { kind: 'working-days', days: 3, mode: 'end' },
    ];
    for (const target of targets) {
      const rule: CountingRule = { ...plainly, target };
      const clock = armClock(rule, last, anyCalendars);
      expect(clock.dueAt).toBeNull();
      expect(recountClock([{ kind: 'start', at: last, rule }], regulation, anyCalendars)).toEqual(
        recounted(clock),
      );
    }
  });

  test('told late that it was stopped in time, it was not missed', () => {
    const at = moscow('2025-03-03 10:00');
    const [missed, stopped] = [moscow('2025-03-03 13:00'), moscow('2025-03-03 11:30')];
    const clock = breachClock(armClock(plainly, at, anyCalendars), missed);
    expect(clock.firstBreachAt).toBe(moscow('2025-03-03 12:00'));
    const facts: readonly ClockFact[] = [
      { kind: 'start', at, rule: plainly },
      { kind: 'missed', at: missed },
    ];
    for (const news of [stopped, moscow('2025-03-03 12:00'), instant(moscow('2025-03-03 12:00') + 1)])
      expect(recountClock([...facts, { kind: 'stop', at: news }], regulation, anyCalendars)).toEqual(
        recounted(stopClock(clock, news, 'reply', anyCalendars)),
      );
  });

  test('told late, a second miss is taken back, the first one stays', () => {
    const at = moscow('2025-03-03 10:00');
    const longer: CountingRule = { ...plainly, target: { kind: 'working-time', ms: 4 * HOUR } };
    const [first, second, news] = ['12:30', '14:30', '13:30'].map((time) => moscow(`2025-03-03 ${time}`));
    if (first === undefined || second === undefined || news === undefined) throw new Error('no time');
    const once = breachClock(armClock(plainly, at, anyCalendars), first);
    const twice = breachClock(retargetClock(once, longer, first, 'priority', anyCalendars), second);
    const clock = stopClock(twice, news, 'reply', anyCalendars);
    expect([clock.breachedAt, clock.firstBreachAt, clock.outcome]).toEqual([
      null,
      moscow('2025-03-03 12:00'),
      'met',
    ]);
    const facts: readonly ClockFact[] = [
      { kind: 'start', at, rule: plainly },
      { kind: 'missed', at: first },
      { kind: 'change', at: first, rule: longer },
      { kind: 'missed', at: second },
      { kind: 'stop', at: news },
    ];
    expect(recountClock(facts, regulation, anyCalendars)).toEqual(recounted(clock));
  });

  test('begins with its start', () => {
    const at = moscow('2025-03-03 09:00');
    expect(() => recountClock([], regulation, anyCalendars)).toThrow('a clock begins with its start');
    expect(() => recountClock([{ kind: 'stop', at }], regulation, anyCalendars)).toThrow(
      'a clock begins with its start',
    );
  });
});
