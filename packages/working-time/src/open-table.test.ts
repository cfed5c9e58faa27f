import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingTime,
  always,
  compileSchedule,
  instant,
  openBefore,
  openReached,
  openTable,
  stretches,
  workingTimeBetween,
  type Calendar,
} from './index.ts';
import { at, calendarOf, daily, HOUR, moscow, never, weekdays } from './test/cases.ts';

const calendars: readonly (readonly [string, Calendar])[] = [
  ['an office', calendarOf(weekdays('09:00', '18:00'))],
  [
    'an office with lunch',
    calendarOf(
      daily([
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ]),
    ),
  ],
  [
    'holes of a minute',
    calendarOf(
      daily([
        ['00:01', '12:00'],
        ['12:01', '24:00'],
      ]),
    ),
  ],
  // Several intervals fall into one bucket of open time, several holes into one of time.
  [
    'minutes and hours',
    calendarOf(
      daily([
        ['00:00', '00:01'],
        ['00:02', '00:03'],
        ['00:04', '00:05'],
        ['00:06', '00:07'],
        ['06:00', '23:00'],
      ]),
    ),
  ],
  ['a minute a day', calendarOf(daily([['12:00', '12:01']]))],
  // After 256 such days the end of an interval is the beginning of a bucket of open time.
  ['64 minutes a day', calendarOf(daily([['12:00', '13:04']]))],
  ['all the time', calendarOf(always(moscow))],
  ['one dated minute', calendarOf(never, { '2026-05-05': [['10:00', '10:01']] })],
  ['never', compileSchedule(never)],
];
const from = at('2024-01-01T00:00Z');
const to = at('2029-01-01T00:00Z');
const moments = fc.integer({ min: from, max: to });

describe.each(calendars)('the open table of %s', (_name, calendar) => {
  const table = openTable(calendar, from, to);

  it('counts what workingTimeBetween counts', () => {
    fc.assert(
      fc.property(moments, (t) => {
        expect(openBefore(table, t)).toBe(workingTimeBetween(calendar, from, instant(t)));
      }),
      { numRuns: 500 },
    );
    expect(openBefore(table, from)).toBe(0);
    expect(openBefore(table, to)).toBe(table.total);
  });

  it('reaches what addWorkingTime reaches', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 3000 * HOUR }), (t, ms) => {
        const due = addWorkingTime(calendar, instant(t), ms);
        const reached = Math.max(t, openReached(table, openBefore(table, t) + ms));
        if (due !== null && due <= to) expect(reached).toBe(due);
        else expect(reached).toBeNaN();
      }),
      { numRuns: 500 },
    );
  });

  it('stands at every edge of five years', () => {
    const wrong: string[] = [];
    const same = (what: string, t: number, answer: number | null, expected: number): void => {
      if (answer !== expected) wrong.push(`${what} at ${t}: ${answer}, not ${expected}`);
    };
    let before = 0;
    for (const { from: opens, to: closes } of stretches(calendar, from, to)) {
      const after = before + closes - opens;
      same('opening', opens, openBefore(table, opens), before);
      same('closing', closes, openBefore(table, closes), after);
      same('reached', opens, openReached(table, before + 1), opens + 1);
      same('reached', closes, openReached(table, after), closes);
      same('added', closes, addWorkingTime(calendar, opens, closes - opens), closes);
      same('taken off', opens, addWorkingTime(calendar, closes, opens - closes), opens);
      before = after;
    }
    expect(wrong).toEqual([]);
  });

  it('says NaN for more than it holds and less than nothing', () => {
    expect(openReached(table, table.total + 1)).toBeNaN();
    expect(openReached(table, -1)).toBeNaN();
    expect(openReached(table, Number.NaN)).toBeNaN();
    expect(openReached(table, 0)).toBe(from);
  });

  it('can be posted to another thread', () => {
    const month = openTable(calendar, from, at('2024-02-01T00:00Z'));
    expect(structuredClone(month)).toEqual(month);
  });
});

describe('an open table', () => {
  it('stands at the edges of its intervals', () => {
    const table = openTable(calendarOf(weekdays('09:00', '17:00')), at('2026-11-23T00:00+03:00'), to);
    const nine = at('2026-11-23T09:00+03:00');
    const five = at('2026-11-23T17:00+03:00');
    expect(openBefore(table, nine)).toBe(0);
    expect(openBefore(table, nine + 1)).toBe(1);
    expect(openBefore(table, five - 1)).toBe(8 * HOUR - 1);
    expect(openBefore(table, five)).toBe(8 * HOUR);
    expect(openBefore(table, five + 1)).toBe(8 * HOUR);
    expect(openReached(table, 8 * HOUR)).toBe(five);
    expect(openReached(table, 8 * HOUR + 1)).toBe(at('2026-11-24T09:00:00.001+03:00'));
  });

  it('is clipped to its range, in the middle of an interval too', () => {
    const noon = at('2026-11-23T12:00+03:00');
    const table = openTable(calendarOf(weekdays('09:00', '17:00')), noon, instant(noon + 1000));
    expect(table.total).toBe(1000);
    expect(openReached(table, 1000)).toBe(noon + 1000);
    expect(openTable(calendarOf(weekdays('09:00', '17:00')), noon, noon).total).toBe(0);
  });

  it('refuses a range that ends before it begins', () => {
    expect(() => openTable(calendarOf(never), to, from)).toThrow(RangeError);
  });
});

describe('a table has room for its intervals and nothing else', () => {
  const office = calendarOf(weekdays('09:00', '18:00'));
  // 2026-11-23 is a Monday; a pair for each interval and one at the end.
  it.each([
    ['from an opening to a closing', '2026-11-23T09:00', '2026-11-24T18:00', 2],
    ['an opening at the end is left out', '2026-11-23T09:00', '2026-11-24T09:00', 1],
    ['so is a closing at the beginning', '2026-11-23T18:00', '2026-11-24T18:00', 1],
    ['a millisecond of either', '2026-11-23T17:59:59.999', '2026-11-24T09:00:00.001', 2],
    ['within an interval', '2026-11-23T10:00', '2026-11-23T11:00', 1],
    ['outside of all, an empty one', '2026-11-23T18:00', '2026-11-24T09:00', 1],
    ['a single open moment', '2026-11-23T10:00', '2026-11-23T10:00', 1],
    ['a single shut moment', '2026-11-23T20:00', '2026-11-23T20:00', 1],
  ])('%s', (_, first, last, intervals) => {
    const [begin, end] = [at(`${first}+03:00`), at(`${last}+03:00`)];
    const table = openTable(office, begin, end);
    expect(table.pairs).toHaveLength(2 * (intervals + 1));
    expect(table.pairs.buffer.byteLength).toBe(table.pairs.byteLength);
    expect(table.total).toBe(workingTimeBetween(office, begin, end));
    expect(openBefore(table, end)).toBe(table.total);
  });
});
