import { describe, expect, it } from 'vitest';
import { compileDays } from './compile-days.ts';
import { dateOfDayNumber, dayNumberOf } from './local-date.ts';
import { patternOf } from './pattern.ts';
import type { Schedule } from './schedule.ts';
import { at, daily, date, HOUR, moscow, weekdays, zone } from './test/cases.ts';

const ALL = { firstDay: -4, endDay: 84_375 };
const compiled = (schedule: Schedule, first: string, last: string): ReturnType<typeof compileDays> =>
  compileDays(patternOf(schedule, ALL), dayNumberOf(date(first)), dayNumberOf(date(last)) + 1);

const intervals = (schedule: Schedule, first: string, last: string): readonly (readonly number[])[] => {
  const { starts, ends } = compiled(schedule, first, last);
  return Array.from(starts, (start, i) => [start, ends[i] ?? Number.NaN]);
};
const stretchesOf = (
  schedule: Schedule,
  first: string,
  last: string,
): readonly (readonly [string, number])[] => {
  const { stretchDays, stretchStarts, stretchEnds } = compiled(schedule, first, last);
  return Array.from(stretchDays, (day, i) => [
    dateOfDayNumber(day),
    ((stretchEnds[i] ?? Number.NaN) - (stretchStarts[i] ?? Number.NaN)) / HOUR,
  ]);
};
const workingDates = (schedule: Schedule, first: string, last: string): readonly string[] =>
  Array.from(compiled(schedule, first, last).workingDays, dateOfDayNumber);

describe('compiled days', () => {
  it('round the clock is one interval, and a stretch a day', () => {
    const always = daily([['00:00', '24:00']]);
    expect(intervals(always, '2026-11-23', '2026-11-25')).toEqual([
      [at('2026-11-23T00:00+03:00'), at('2026-11-26T00:00+03:00')],
    ]);
    expect(stretchesOf(always, '2026-11-23', '2026-11-24')).toEqual([
      ['2026-11-23', 24],
      ['2026-11-24', 24],
    ]);
  });

  it('intervals that are a stretch each are kept once', () => {
    const days = compiled(daily([['09:00', '17:00']]), '2026-11-23', '2026-12-23');
    expect(days.stretchStarts.buffer).toBe(days.starts.buffer);
    expect(days.stretchEnds.buffer).toBe(days.ends.buffer);
    expect(stretchesOf(daily([['09:00', '17:00']]), '2026-11-23', '2026-11-24')).toEqual([
      ['2026-11-23', 8],
      ['2026-11-24', 8],
    ]);
  });

  it('what the evening before covers is not counted again, but its date is worked', () => {
    const covered = daily([['20:00', '20:00']]);
    expect(stretchesOf(covered, '2026-11-23', '2026-11-24')).toEqual([
      ['2026-11-23', 24],
      ['2026-11-24', 24],
    ]);
    const inside: Schedule = {
      zone: moscow,
      week: { 1: [['20:00', '10:00']], 2: [['06:00', '09:00']] },
      exceptions: {},
    };
    expect(stretchesOf(inside, '2026-11-23', '2026-11-25')).toEqual([['2026-11-23', 14]]);
    expect(workingDates(inside, '2026-11-23', '2026-11-25')).toEqual(['2026-11-23', '2026-11-24']);
    expect([...compiled(inside, '2026-11-23', '2026-11-25').closes]).toEqual([
      at('2026-11-24T10:00+03:00'),
      at('2026-11-24T09:00+03:00'),
    ]);
  });

  it('an hour the clock skips swallows the windows within it, and their date is not worked', () => {
    const night = daily([['02:15', '02:45']], zone('Europe/Berlin'));
    expect(workingDates(night, '2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-30']);
    expect(intervals(night, '2026-03-29', '2026-03-29')).toEqual([]);
    const around = daily([['01:30', '03:30']], zone('Europe/Berlin'));
    expect(stretchesOf(around, '2026-03-29', '2026-03-29')).toEqual([['2026-03-29', 1]]);
  });

  it('windows that a skipped hour joins are one stretch', () => {
    const split = daily(
      [
        ['01:00', '02:10'],
        ['02:50', '04:00'],
      ],
      zone('Europe/Berlin'),
    );
    expect(stretchesOf(split, '2026-03-29', '2026-03-29')).toEqual([['2026-03-29', 2]]);
    expect(intervals(split, '2026-03-29', '2026-03-29')).toHaveLength(1);
  });

  it('are one stretch too between days that touch', () => {
    const split = daily(
      [
        ['00:00', '02:10'],
        ['02:50', '24:00'],
      ],
      zone('Europe/Berlin'),
    );
    expect(intervals(split, '2026-03-28', '2026-03-30')).toHaveLength(3);
    expect(stretchesOf(split, '2026-03-28', '2026-03-30')).toEqual([
      ['2026-03-28', 130 / 60],
      ['2026-03-28', 1270 / 60],
      ['2026-03-29', 23],
      ['2026-03-30', 130 / 60],
      ['2026-03-30', 1270 / 60],
    ]);
  });

  // 2026-11-23 is a Monday. A calendar of all years has room for no more than its windows.
  it.each([
    ['a week has its windows', {}, 5],
    ['a date has its own besides', { '2026-11-23': [['10:00', '11:00']] }, 6],
    ['the last one too', { '2026-11-29': [['10:00', '11:00']] }, 6],
    [
      'with each of its windows',
      {
        '2026-11-28': [
          ['10:00', '11:00'],
          ['12:00', '13:00'],
        ],
      },
      7,
    ],
    ['not the day before', { '2026-11-22': [['10:00', '11:00']] }, 5],
    ['not the day after', { '2026-11-30': [['10:00', '11:00']] }, 5],
  ] as const)('have room for what they can hold: %s', (_, exceptions, room) => {
    const days = compiled({ ...weekdays('09:00', '18:00'), exceptions }, '2026-11-23', '2026-11-29');
    expect(days.starts.buffer.byteLength).toBe(room * Float64Array.BYTES_PER_ELEMENT);
  });

  it('of a date the clock skips, only what runs past its midnight is left', () => {
    const apia = zone('Pacific/Apia');
    const office = daily([['09:00', '18:00']], apia);
    expect(workingDates(office, '2011-12-29', '2011-12-31')).toEqual(['2011-12-29', '2011-12-31']);
    expect(intervals(office, '2011-12-30', '2011-12-30')).toEqual([]);
    const night = daily([['22:00', '06:00']], apia);
    expect(intervals(night, '2011-12-29', '2011-12-31')).toEqual([
      [at('2011-12-29T22:00-10:00'), at('2011-12-31T06:00+14:00')],
      [at('2011-12-31T22:00+14:00'), at('2012-01-01T06:00+14:00')],
    ]);
    expect(stretchesOf(night, '2011-12-29', '2011-12-31')).toEqual([
      ['2011-12-29', 2],
      ['2011-12-30', 6],
      ['2011-12-31', 8],
    ]);
  });

  // Offsets are read a piece of time at a time; in these zones the clock changes within days of such a seam.
  it.each([
    ['Europe/Moscow', '1992-01-14', '1992-01-23'],
    ['America/New_York', '1974-01-01', '1974-01-09'],
    ['Pacific/Tongatapu', '2002-01-22', '2002-01-29'],
    ['America/St_Johns', '2058-03-05', '2058-03-13'],
  ])('are the same one by one as together: %s', (id, first, last) => {
    const nights = daily([['18:00', '17:00']], zone(id));
    const together = intervals(nights, first, last);
    expect(together).toHaveLength(dayNumberOf(date(last)) - dayNumberOf(date(first)) + 1);
    const dates = together.map((_, i) => dateOfDayNumber(dayNumberOf(date(first)) + i));
    expect(dates.flatMap((day) => intervals(nights, day, day))).toEqual(together);
    const lengths = together.map(([from = 0, to = 0]) => (to - from) / HOUR);
    expect(new Set(lengths)).toEqual(new Set([23, id === 'Pacific/Tongatapu' ? 24 : 22]));
  });

  it('counts the working days before each day', () => {
    const office: Schedule = {
      zone: moscow,
      week: { 1: [['09:00', '18:00']] },
      exceptions: { '2026-11-25': [['10:00', '11:00']] },
    };
    const { workingBefore } = compiled(office, '2026-11-22', '2026-11-26');
    expect([...workingBefore]).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
