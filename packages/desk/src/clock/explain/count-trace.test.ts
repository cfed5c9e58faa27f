import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockLife } from '../../test/clock-life.ts';
import { checkTrace } from '../../test/check-trace.ts';
import { moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import { countedStates } from './clock-states.ts';
import { spentAt } from '../clock-time.ts';
import { countTrace } from './count-trace.ts';
import { describeTrace } from './describe-trace.ts';
import { armClock, breachClock, stopClock, withdrawStop } from '../run-clock.ts';
import { traceClock } from './trace-clock.ts';

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

  // Of two events at one instant the record doesn't tell the order, so here they never fall on one.
  test('is counted from the record: start, pauses, changes and stops lead to the clock as it stands', () => {
    fc.assert(
      fc.property(clockLife(1), ({ clock, desk, at }) => {
        const { calendars } = shipped(desk);
        const counted = countedStates(clock, () => calendars).at(-1)?.clock;
        // A miss is on record once it was noticed; counting alone notices it at the next event.
        const noticed =
          counted === undefined || clock.breachedAt === null ? counted : breachClock(counted, at);
        // What waits for the reopening isn't in force; a withdrawn stop leaves `since` at the stop that never was.
        const { changeAtReopening: _, since: __, spentMs, ...rest } = clock;
        expect(noticed).toMatchObject(rest);
        expect(noticed === undefined ? null : spentAt(noticed, at, calendars)).toBe(
          clock.status === 'running' ? spentAt(clock, at, calendars) : spentMs,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test('a stop that was withdrawn never was: counting goes on, and it is told', () => {
  const { calendars, regulation } = shipped('centaur');
  const rule = ruleOf(shipped('centaur'), 'reaction', 'basic', 'medium');
  const armed = armClock(rule, moscow('2026-11-20 10:00'), calendars);
  const at = moscow('2026-11-20 12:00');
  const stopped = stopClock(armed, at, 'registration-notice', calendars);
  const trace = traceClock(withdrawStop(stopped, calendars), regulation, calendars, at);
  expect(checkTrace(trace)).toEqual([]);
  expect(trace.withdrawnStopAt).toBe(at);
  expect(trace.periods[0]?.stretches[0]).toMatchObject({
    from: moscow('2026-11-20 10:00'),
    to: moscow('2026-11-20 17:00'),
  });
  expect(describeTrace(trace, regulation, 'ru')).toContain(
    'Остановка отсчёта пт 20.11.2026 12:00 отменена: время считается без перерыва.',
  );
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
