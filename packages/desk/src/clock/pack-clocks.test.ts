import { instant } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { anyCalendars } from '../test/any-clock.ts';
import { moscow } from '../test/shipped-regulations.ts';
import { evaluateClocks } from './clock-columns.ts';
import { clockResults, packClocks, readingOf, tablesOf } from './pack-clocks.ts';
import { replayClock, ReplayError, type ReplayEvent } from './replay-clock.ts';

const HOUR = 3_600_000;
const opened = (target: number, cal = 'office'): ReplayEvent => ({
  t: moscow('2025-03-03 09:00'),
  k: 'open',
  cal,
  target,
});

describe('clocks packed into columns', () => {
  test('none at all are none', () => {
    const { columns, rules, from } = packClocks(anyCalendars, []);
    const results = clockResults(0);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, instant(0)), 0, results, 0, 0);
    expect([columns.offset.length, rules, from, results.elapsed.length]).toEqual([1, [], 0, 0]);
  });

  test('a clock without events is idle, as is one that is never opened', () => {
    const clocks: ReplayEvent[][] = [[], [{ t: moscow('2025-03-03 09:00'), k: 'stop' }], [opened(HOUR)]];
    const { columns, rules, from } = packClocks(anyCalendars, clocks);
    const at = moscow('2025-03-03 09:30');
    const results = clockResults(clocks.length, true);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 0, clocks.length);
    expect(results.elapsed.buffer).toBeInstanceOf(SharedArrayBuffer);
    for (const [index, events] of clocks.entries())
      expect(readingOf(results, index)).toEqual(replayClock(anyCalendars, events, at));
  });

  test('read before anything happened are idle', () => {
    const { columns, rules, from } = packClocks(anyCalendars, [[opened(HOUR)]]);
    const at = moscow('2025-03-01 09:00');
    const results = clockResults(1);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 0, 1);
    expect(readingOf(results, 0)).toMatchObject({ state: 'idle', elapsed: 0, remaining: null });
  });

  test('far deadlines lie within the tables, those that never come are none', () => {
    const clocks = [[opened(40_000 * HOUR)], [opened(3 * HOUR, 'once')], [opened(400_000_000 * HOUR)]];
    const { columns, rules, from } = packClocks(anyCalendars, clocks);
    const at = moscow('2025-03-03 12:00');
    const results = clockResults(clocks.length);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 0, clocks.length);
    const deadlines = clocks.map((events, index) => {
      const reading = readingOf(results, index);
      expect(reading).toEqual(replayClock(anyCalendars, events, at));
      return reading.deadline === null;
    });
    expect(deadlines).toEqual([false, true, true]);
  });

  test('a clock that can’t be is told with its place', () => {
    const packing = (): unknown => packClocks(anyCalendars, [[opened(1)], [opened(1), opened(-1)]]);
    expect(packing).toThrow(ReplayError);
    expect(packing).toThrow(
      expect.objectContaining({ code: 'bad-target', path: 'clocks.1.events.1.target' }),
    );
  });

  test('more rules than an argument can name are refused, not mixed up', () => {
    const many = Array.from({ length: 257 }, (_, hours) => [opened(hours * HOUR)]);
    expect(() => packClocks(anyCalendars, many)).toThrow('more than 256 rules');
    const { rules } = packClocks(anyCalendars, many.slice(1));
    expect(rules).toHaveLength(256);
    expect(tablesOf(anyCalendars, rules, instant(0), instant(1)).ruleTarget).toHaveLength(256);
  });

  test('only what brings a rule has one', () => {
    const t = moscow('2025-03-03 09:00');
    const events: readonly ReplayEvent[] = [
      opened(HOUR),
      { t, k: 'pause' },
      { t, k: 'target', target: 2 * HOUR },
      { t, k: 'calendar', cal: 'night' },
    ];
    expect(packClocks(anyCalendars, [events]).rules).toEqual([
      { calendar: 'office', target: HOUR },
      { calendar: 'office', target: 2 * HOUR },
      { calendar: 'night', target: 0 },
    ]);
  });

  test('a target alone has no calendar where there is none', () => {
    const target: ReplayEvent = { t: moscow('2025-03-03 09:00'), k: 'target', target: 1 };
    expect(packClocks(new Map(), [[target]]).rules).toEqual([{ calendar: '', target: 1 }]);
  });

  const YEAR = 366 * 24;
  test.each([
    ['a year ahead', YEAR, 1],
    ['twice as far when that is not enough', YEAR + 1, 2],
    ['and again', 2 * YEAR + 1, 4],
  ])('tables reach %s', (_, hours, years) => {
    const at = moscow('2025-03-03 09:00');
    const [table] = tablesOf(anyCalendars, [{ calendar: 'always', target: hours * HOUR }], at, at).calendars;
    expect([table?.from, table?.to]).toEqual([at, at + years * YEAR * HOUR]);
  });

  test('years before anything happened are read as well', () => {
    const { columns, rules, from } = packClocks(anyCalendars, [[opened(HOUR)]]);
    const at = moscow('2020-03-01 09:00');
    const results = clockResults(1);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 0, 1);
    expect(readingOf(results, 0)).toMatchObject({ state: 'idle', elapsed: 0, remaining: null });
  });

  test('a range of clocks leaves the others alone', () => {
    const clocks = [[opened(HOUR)], [opened(HOUR)], [opened(HOUR)]];
    const { columns, rules, from } = packClocks(anyCalendars, clocks);
    const at = moscow('2025-03-03 09:30');
    const results = clockResults(3);
    evaluateClocks(columns, tablesOf(anyCalendars, rules, from, at), at, results, 1, 2);
    expect([...results.elapsed]).toEqual([0, HOUR / 2, 0]);
  });

  test.each([
    ['an unknown calendar', [{ calendar: 'moon', target: 1 }], 'unknown calendar: moon'],
    ['a negative target', [{ calendar: 'office', target: -1 }], 'not a target: -1'],
    ['a part of a millisecond', [{ calendar: 'office', target: 0.5 }], 'not a target: 0.5'],
    [
      'too many',
      Array.from({ length: 257 }, () => ({ calendar: 'office', target: 1 })),
      '257 rules, at most 256',
    ],
  ])('tables of %s are refused', (_, rules, message) => {
    expect(() => tablesOf(anyCalendars, rules, instant(0), instant(1))).toThrow(new RangeError(message));
  });
});
