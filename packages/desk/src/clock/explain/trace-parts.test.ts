import { compileSchedule } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Target } from '../../regulation/regulation.ts';
import type { Calendars } from '../calendars.ts';
import type { Clock } from '../clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  resumeClock,
  retargetClock,
  stopClock,
  withdrawStop,
} from '../run-clock.ts';
import { countTrace } from './count-trace.ts';
import type { TraceStretch } from './count-stretches.ts';
import type { CountedTrace } from './trace.ts';
import { traceClock } from './trace-clock.ts';

const HOUR = 3_600_000;
const { calendars, regulation, ...centaur } = shipped('centaur');
const medium = ruleOf({ ...centaur, regulation, calendars }, 'reaction', 'basic', 'medium');
const working = (count: number): Target => ({ kind: 'working-time', ms: count * HOUR });
const FRIDAY = '2026-11-20 10:00';
// Mon-Fri 09:00-17:00; 2026-11-20 is a Friday.
const armed = (target: Target, from = FRIDAY): Clock =>
  armClock({ ...medium, target }, moscow(from), calendars);
const paused = (clock: Clock, at: string): Clock =>
  pauseClock(clock, moscow(at), 'waiting-for-customer', calendars);
const resumed = (clock: Clock, at: string): Clock => resumeClock(clock, moscow(at), calendars);
const stopped = (clock: Clock, at: string): Clock => stopClock(clock, moscow(at), 'reply', calendars);
const changed = (clock: Clock, target: Target, at: string): Clock =>
  retargetClock(clock, { ...clock.rule, target }, moscow(at), 'priority', calendars);

const traced = (clock: Clock, at: string | null = null, warnAt: readonly number[] = []): CountedTrace =>
  countTrace(
    clock,
    () => calendars,
    at === null ? clock.since : moscow(at),
    warnAt.map((fraction) => ({ fraction })),
  );
const told = (stretches: readonly TraceStretch[]) =>
  stretches.map(({ from, to, part }) => [inMoscow(from), inMoscow(to), part]);

describe('what a pause cost', () => {
  const cost = (clock: Clock, at: string | null = null): readonly number[] =>
    traced(clock, at).pauses.map(({ workingMs }) => workingMs / HOUR);

  test('is what would have counted, up to now where it goes on', () => {
    const clock = paused(armed(working(8)), '2026-11-20 15:00');
    expect(cost(resumed(clock, '2026-11-23 10:00'))).toEqual([3]);
    expect(cost(clock, '2026-11-20 16:30')).toEqual([1.5]);
    expect(cost(clock, '2026-11-20 14:00')).toEqual([0]);
  });

  test('each part is in the measure of the rule in force then', () => {
    const plain: Target = { kind: 'elapsed', ms: 100 * HOUR, outsideHours: 'keep' };
    const clock = paused(armed(working(8)), '2026-11-20 16:00');
    // An hour until closing; then plain time, from Saturday noon to Sunday noon.
    expect(cost(resumed(changed(clock, plain, '2026-11-21 12:00'), '2026-11-22 12:00'))).toEqual([1 + 24]);
    const back = changed(changed(clock, plain, '2026-11-21 12:00'), working(8), '2026-11-21 18:00');
    expect(cost(resumed(back, '2026-11-23 10:00'))).toEqual([1 + 6 + 1]);
    const before = changed(armed(working(8)), plain, '2026-11-20 12:00');
    expect(cost(resumed(paused(before, '2026-11-20 16:00'), '2026-11-21 16:00'))).toEqual([24]);
    const after = changed(resumed(clock, '2026-11-23 10:00'), plain, '2026-11-23 12:00');
    expect(cost(after)).toEqual([2]);
  });
});

describe('what was not needed', () => {
  test('is what would have counted from the stop to the deadline', () => {
    expect(told(traced(stopped(armed(working(8)), '2026-11-20 16:00')).unused)).toEqual([
      ['2026-11-20 16:00', '2026-11-20 17:00', 'promised'],
      ['2026-11-23 09:00', '2026-11-23 10:00', 'promised'],
    ]);
  });

  test.each([
    ['a clock that runs', armed(working(8))],
    ['a stop at the deadline', stopped(armed(working(8)), '2026-11-23 10:00')],
    ['a stop after it', stopped(armed(working(8)), '2026-11-23 12:00')],
  ])('is nothing of %s', (_, clock) => {
    expect(traced(clock).unused).toEqual([]);
  });

  test('is nothing where it never opens', () => {
    const never: Calendars = new Map([
      [medium.schedule, compileSchedule({ zone: 'Europe/Moscow', week: {}, exceptions: {} })],
    ]);
    const clock = stopClock(
      armClock(medium, moscow(FRIDAY), never),
      moscow('2026-11-20 12:00'),
      'reply',
      never,
    );
    const trace = countTrace(clock, () => never, clock.since, []);
    expect([trace.unused, trace.remainingMs, trace.lastDueAt]).toEqual([[], 8 * HOUR, null]);
  });

  test('is left out where there are too many stretches to be told', () => {
    expect(traced(stopped(armed(working(8 * 401)), '2026-11-20 10:00')).unused).toEqual([]);
    expect(traced(stopped(armed(working(8 * 399)), '2026-11-20 10:00')).unused).toHaveLength(400);
  });
});

describe('what would count if a paused clock went on now', () => {
  const clock = (): Clock => paused(armed(working(8)), '2026-11-20 16:00');

  test('is the rest, from now on', () => {
    expect(told(traced(clock(), '2026-11-23 15:00').expected)).toEqual([
      ['2026-11-23 15:00', '2026-11-23 17:00', 'promised'],
    ]);
  });

  test('is nothing of one that runs, and of one that was missed', () => {
    expect(traced(armed(working(8))).expected).toEqual([]);
    const missed = paused(breachClock(armed(working(8)), moscow('2026-11-23 12:00')), '2026-11-23 12:00');
    expect(traced(missed).expected).toEqual([]);
  });
});

describe('a due time outside the hours', () => {
  const next: Target = { kind: 'elapsed', ms: 24 * HOUR, outsideHours: 'next-opening' };

  test('is told with the opening it moved to, and the time between apart', () => {
    const trace = traced(armed(next), '2026-11-23 10:00');
    expect(trace.movedToOpening).toEqual({
      from: moscow('2026-11-21 10:00'),
      to: moscow('2026-11-23 09:00'),
    });
    expect(told(trace.periods.flatMap(({ stretches }) => stretches))).toEqual([
      ['2026-11-20 10:00', '2026-11-21 10:00', 'promised'],
      ['2026-11-21 10:00', '2026-11-23 09:00', 'moved'],
      ['2026-11-23 09:00', '2026-11-23 10:00', 'late'],
    ]);
  });

  test.each([
    ['within the hours it didn’t move', armed({ ...next, ms: 2 * HOUR })],
    ['a paused clock has none', paused(armed(next), '2026-11-20 12:00')],
    ['hours of work have none', armed(working(8))],
    ['a missed one is not told any more', breachClock(armed(next), moscow('2026-11-23 12:00'))],
  ])('%s', (_, clock) => {
    expect(traced(clock).movedToOpening).toBeNull();
  });
});

describe('warnings of a clock’s whole life', () => {
  const at = (clock: Clock): readonly (string | null)[] =>
    traced(clock, null, [0.5]).warnings.map((warning) => inMoscow(warning.at));

  test('are those that rang, and the one to come', () => {
    expect(at(armed(working(2)))).toEqual(['2026-11-20 11:00']);
    expect(at(resumed(paused(armed(working(2)), '2026-11-20 10:30'), '2026-11-20 12:00'))).toEqual([
      '2026-11-20 12:30',
    ]);
    expect(at(changed(armed(working(2)), working(8), '2026-11-20 11:30'))).toEqual([
      '2026-11-20 11:00',
      '2026-11-20 14:00',
    ]);
  });

  test('one at the instant of a pause never rang', () => {
    expect(at(paused(armed(working(2)), '2026-11-20 11:00'))).toEqual([]);
    expect(at(paused(armed(working(2)), '2026-11-20 11:01'))).toEqual(['2026-11-20 11:00']);
  });

  test('of a missed clock are those before the miss', () => {
    expect(at(breachClock(armed(working(2)), moscow('2026-11-20 12:30')))).toEqual(['2026-11-20 11:00']);
  });
});

describe('a stop that was withdrawn', () => {
  test('is told until something else happens', () => {
    const clock = withdrawStop(stopped(armed(working(8)), '2026-11-20 12:00'), calendars);
    expect(inMoscow(traced(clock).withdrawnStopAt)).toBe('2026-11-20 12:00');
    expect(traced(paused(clock, '2026-11-20 13:00')).withdrawnStopAt).toBeNull();
    expect(traced(armed(working(8))).withdrawnStopAt).toBeNull();
  });
});

describe('a deadline that is a date of its own', () => {
  test('hours have no dates', () => {
    expect(traced(armed(working(8))).dates).toBeNull();
    expect(traced(armed({ kind: 'elapsed', ms: HOUR, outsideHours: 'keep' })).dates).toBeNull();
  });

  test('working days: their dates after the first, and the time of the pauses', () => {
    const days: Target = { kind: 'working-days', days: 2, mode: 'end' };
    const clock = resumed(paused(armed(days), '2026-11-20 12:00'), '2026-11-20 13:00');
    expect(traced(clock).dates).toEqual({
      dates: ['2026-11-23', '2026-11-24'],
      after: '2026-11-20',
      sameTimeShut: null,
      plainDueAt: moscow('2026-11-24 17:00'),
      movedMs: HOUR,
    });
    expect(traced(paused(clock, '2026-11-20 15:00'), '2026-11-20 16:00').dates?.movedMs).toBe(HOUR);
  });

  test('more than four hundred are not listed', () => {
    const dates = (days: number) =>
      traced(armed({ kind: 'working-days', days, mode: 'end' })).dates?.dates?.length;
    expect([dates(400), dates(401)]).toEqual([400, undefined]);
  });

  test('calendar days: the end of the date, and plain time of the pauses', () => {
    const clock = resumed(
      paused(armed({ kind: 'calendar-days', days: 2 }), '2026-11-20 20:00'),
      '2026-11-21 20:00',
    );
    expect(traced(clock).dates).toEqual({
      dates: null,
      after: null,
      sameTimeShut: null,
      plainDueAt: moscow('2026-11-23 00:00'),
      movedMs: 24 * HOUR,
    });
    const far: Target = { kind: 'calendar-days', days: 400_000 };
    expect(traced(armed(far)).dates).toMatchObject({ dates: null, plainDueAt: null, movedMs: 0 });
  });

  test('an agreed date: how far it moved', () => {
    const agreed: Target = { kind: 'agreed-date', at: moscow('2026-11-24 12:00'), pausesMoveIt: true };
    const clock = resumed(paused(armed(agreed), '2026-11-20 12:00'), '2026-11-20 13:00');
    const dates = { dates: null, after: null, sameTimeShut: null, plainDueAt: moscow('2026-11-24 12:00') };
    expect(traced(clock).dates).toEqual({ ...dates, movedMs: HOUR });
    expect(traced(paused(clock, '2026-11-20 15:00')).dates).toEqual({ ...dates, movedMs: HOUR });
  });
});

describe('a change whose rule nobody kept', () => {
  const clock = changed(
    changed(armed(working(8)), working(16), '2026-11-20 12:00'),
    working(24),
    '2026-11-20 13:00',
  );
  const forgotten = (lost: number): Clock => ({
    ...clock,
    changes: (clock.changes ?? []).map((one, index) => (index === lost ? { ...one, before: null } : one)),
  });
  const periods = (lost: number) =>
    traced(forgotten(lost)).periods.map(({ rule, from, to, workedMs, isProven, stretches, runs }) => [
      rule?.target.kind === 'working-time' ? rule.target.ms / HOUR : null,
      inMoscow(from),
      inMoscow(to),
      workedMs / HOUR,
      isProven,
      stretches.length,
      runs,
    ]);
  const last = [24, '2026-11-20 13:00', '2026-11-25 10:00', 21, true, 4, null];

  test('leaves the sum of its time, those after it are counted', () => {
    expect(periods(0)).toEqual([
      [null, '2026-11-20 10:00', '2026-11-20 12:00', 2, false, 0, null],
      [16, '2026-11-20 12:00', '2026-11-20 13:00', 1, true, 1, null],
      last,
    ]);
  });

  test('leaves those before it, with their rule, in sums too', () => {
    expect(periods(1)).toEqual([
      [8, '2026-11-20 10:00', '2026-11-20 12:00', 2, false, 0, null],
      [null, '2026-11-20 12:00', '2026-11-20 13:00', 1, false, 0, null],
      last,
    ]);
  });
});

test('a trace says what its own clock begins with', () => {
  const optima = shipped('optima');
  const execution = ruleOf(optima, 'execution', '8x5x4', '2');
  const clock = armClock(execution, moscow(FRIDAY), optima.calendars);
  const { startedBy } = traceClock(clock, optima.regulation, optima.calendars, clock.since);
  expect(startedBy).toBe(optima.regulation.clocks.find(({ id }) => id === 'execution')?.start);
  expect(startedBy).not.toBe(optima.regulation.clocks[0]?.start);
});

test('a year without an approved calendar is told of a clock that stands, by its last deadline', () => {
  const clock = paused(armed(working(16), '2027-12-30 10:00'), '2027-12-30 12:00');
  expect(inMoscow(clock.lastDueAt)).toBe('2028-01-11 10:00');
  expect(traceClock(clock, regulation, calendars, clock.since).calendarYearMissing).toBe(true);
});

test('what a regulation doesn’t know is null in a trace', () => {
  const bare = { ...regulation, clocks: [], clauses: [], schedules: [] };
  const clock = armed(working(8));
  expect(traceClock(clock, bare, calendars, clock.since)).toMatchObject({
    clause: null,
    scheduleName: null,
    calendar: null,
    calendarYearMissing: false,
    timeZoneData: null,
    startedBy: null,
    warnings: [],
  });
  const { calendar: _, ...unpinned } = clock.rule;
  expect(traceClock({ ...clock, rule: unpinned }, bare, calendars, clock.since).calendarEdition).toBeNull();
});
