import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockLife } from '../test/clock-life.ts';
import { checkTrace } from '../test/check-trace.ts';
import { moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { countedStates } from './clock-states.ts';
import { countTrace } from './count-trace.ts';
import { armClock, breachClock } from './run-clock.ts';

describe('a trace', () => {
  test('adds up with a pencil, whatever the clock went through', () => {
    fc.assert(
      fc.property(clockLife(0), ({ clock, desk, at }) => {
        const { calendars } = shipped(desk);
        expect(
          checkTrace(countTrace(clock, () => calendars, at, [{ fraction: 0.5 }, { fraction: 0.8 }])),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("is counted from the record: starts, pauses, changes and stops lead to the clock as it stands (of two events at one instant the record doesn't tell the order)", () => {
    fc.assert(
      fc.property(clockLife(1), ({ clock, desk, at }) => {
        const { calendars } = shipped(desk);
        const counted = countedStates(clock, () => calendars).at(-1)?.clock;
        // A miss is on record once it was noticed; counting alone notices it at the next event.
        const noticed =
          counted === undefined || clock.breachedAt === null ? counted : breachClock(counted, at);
        // What waits for the reopening isn't in force.
        const { changeAtReopening: _, ...rest } = clock;
        expect(noticed).toEqual(rest);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long promise', () => {
  test('of hundreds of days is told by months, none left out', () => {
    const desk = shipped('centaur');
    const rule = ruleOf(desk, 'reaction', 'basic', 'medium');
    const long = { ...rule, target: { kind: 'working-time', ms: 5000 * 3_600_000 } } as const;
    const clock = armClock(long, moscow('2023-01-09 09:00'), desk.calendars);
    const [period] = countTrace(clock, () => desk.calendars, clock.startedAt, []).periods;
    expect(period?.stretches).toEqual([]);
    expect(period?.runs?.length).toBeGreaterThan(25);
    expect(period?.runs?.reduce((sum, { workedMs }) => sum + workedMs, 0)).toBe(5000 * 3_600_000);
    expect(period?.workedMs).toBe(5000 * 3_600_000);
    expect(period?.runs?.[0]).toMatchObject({ name: '2023-01', dates: 17, stretches: 17 });
  });

  test('missed long ago tells what came after the deadline apart', () => {
    const desk = shipped('centaur');
    const rule = ruleOf(desk, 'reaction', 'basic', 'medium');
    const armed = armClock(rule, moscow('2024-02-05 09:00'), desk.calendars);
    const at = moscow('2026-02-05 12:00');
    const trace = countTrace(breachClock(armed, at), () => desk.calendars, at, [{ fraction: 0.5 }]);
    const parts = new Set(trace.periods[0]?.runs?.map(({ part }) => part));
    expect(parts).toEqual(new Set(['promised', 'late']));
    expect(checkTrace(trace)).toEqual([]);
    expect(trace.warnings.map((warning) => warning.at)).toEqual([moscow('2024-02-05 13:00')]);
  });
});
