import { instant, type Instant } from '@reglament/working-time';
import fc from 'fast-check';
import {
  armClock,
  breachClock,
  findRule,
  pauseClock,
  reopenClock,
  restartClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
  type Clock,
  type CountingRule,
} from '../clock/index.ts';
import { moscow, shipped, shippedIds, type Shipped } from './shipped-regulations.ts';

const HOUR = 3_600_000;

/** Everything an edition promises, the same by other readings, and a date agreed for each clock; one list a clock. */
const rulesOf = ({ regulation }: Shipped): readonly (readonly CountingRule[])[] =>
  regulation.clocks.map(({ id: clock }) => {
    const found = regulation.packages.flatMap(({ id: packageId }) =>
      [null, ...regulation.priorities.map(({ id }) => id)].flatMap((priority) => {
        const rule = findRule(regulation, { clock, packageId, priority });
        return rule === null ? [] : [rule];
      }),
    );
    // The other readings of the same promises: no shipped file says them.
    const others = found.flatMap((rule): CountingRule[] => {
      const { target } = rule;
      if (target.kind === 'working-time')
        return [
          { ...rule, target: { kind: 'elapsed', ms: target.ms, outsideHours: 'keep', from: 'opening' } },
        ];
      if (target.kind === 'elapsed') return [{ ...rule, target: { ...target, from: 'opening' } }];
      if (target.kind !== 'working-days') return [];
      return [
        { ...rule, target: { ...target, from: 'opening' } },
        { ...rule, target: { ...target, afterPause: 'closing-time' } },
        { ...rule, target: { ...target, from: 'opening', mode: 'sameTime', afterPause: 'closing-time' } },
      ];
    });
    const agreed = found.slice(0, 1).flatMap((rule): CountingRule[] =>
      [true, false].map((pausesMoveIt) => ({
        ...rule,
        target: { kind: 'agreed-date', at: moscow('2026-11-27 15:00'), pausesMoveIt },
      })),
    );
    return [...found, ...others, ...agreed];
  });

/** A clock after some events. */
export interface ClockLife {
  /** Id of a shipped regulation. */
  readonly desk: string;
  readonly clock: Clock;
  /** Some time after the last event. */
  readonly at: Instant;
}

interface LifeEvent {
  readonly kind: 'pause' | 'resume' | 'change' | 'stop' | 'reopen' | 'restart' | 'withdraw' | 'notice';
  /** A change with which counting begins anew. */
  readonly anew: boolean;
  readonly afterMs: number;
  readonly rule: number;
}

const lifeEvent = (min: number): fc.Arbitrary<LifeEvent> =>
  fc.record({
    kind: fc.constantFrom('pause', 'resume', 'change', 'stop', 'reopen', 'restart', 'withdraw', 'notice'),
    anew: fc.boolean(),
    afterMs: fc.oneof(
      fc.constant(min),
      fc.integer({ min, max: 4 * HOUR }),
      fc.integer({ min, max: 90 * HOUR }),
    ),
    rule: fc.nat(1000),
  });

const after = (
  clock: Clock,
  event: LifeEvent,
  at: Instant,
  { calendars }: Shipped,
  rules: readonly CountingRule[],
): Clock => {
  switch (event.kind) {
    case 'pause':
      return pauseClock(clock, at, 'waiting-for-customer', calendars);
    case 'resume':
      return resumeClock(clock, at, calendars);
    case 'stop':
      return stopClock(clock, at, 'resolution', calendars);
    case 'reopen':
      return reopenClock(clock, at, calendars);
    case 'restart':
      return restartClock(clock, at, calendars);
    case 'withdraw':
      return withdrawStop(clock, calendars);
    case 'notice':
      return clock.dueAt !== null && at > clock.dueAt ? breachClock(clock, at) : clock;
    case 'change': {
      const rule = rules[event.rule % rules.length];
      const cause = rule?.target.kind === 'agreed-date' ? 'agreement' : 'priority';
      return rule === undefined
        ? clock
        : retargetClock(clock, rule, at, cause, calendars, event.anew ? 'anew' : 'kept');
    }
  }
};

/**
 * Clocks of the five regulations with lives of every kind, in November 2026.
 *
 * @param minimumGapMs between two events: 0 lets them fall on one instant.
 */
export const clockLife = (minimumGapMs: 0 | 1): fc.Arbitrary<ClockLife> =>
  fc
    .record({
      desk: fc.constantFrom(...shippedIds),
      clock: fc.nat(20),
      rule: fc.nat(1000),
      start: fc.integer({ min: moscow('2026-11-02 00:00'), max: moscow('2026-11-16 00:00') }),
      events: fc.array(lifeEvent(minimumGapMs), { maxLength: 8 }),
      tailMs: fc.oneof(fc.integer({ min: 0, max: 40 * HOUR }), fc.integer({ min: 0, max: 4000 * HOUR })),
    })
    .map(({ desk, clock: clockIndex, rule: ruleIndex, start, events, tailMs }) => {
      const one = shipped(desk);
      const all = rulesOf(one).filter((rules) => rules.length > 0);
      const rules = all[clockIndex % all.length] ?? [];
      const rule = rules[ruleIndex % rules.length];
      if (rule === undefined) throw new Error(`${desk} promises nothing`);
      let at = instant(start);
      let clock = armClock(rule, at, one.calendars);
      for (const event of events) {
        at = instant(at + event.afterMs);
        clock = after(clock, event, at, one, rules);
      }
      return { desk, clock, at: instant(at + tailMs) };
    });
