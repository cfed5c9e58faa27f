import { describe, expect, it } from 'vitest';
import { addWorkingTime, withProductionCalendar, type Window } from './index.ts';
import { at, calendarOf, daily, HOUR, shown, weekdays } from './test/cases.ts';
import { windowMinutes, windowText } from './window.ts';

describe('a window in minutes', () => {
  it.each<[Window, number, number]>([
    [['09:00', '18:00'], 540, 1080],
    [['00:00', '24:00'], 0, 1440],
    [['22:00', '00:00'], 1320, 1440],
    [['22:00', '06:00'], 1320, 1800],
    [['09:00', '09:00'], 540, 1980],
    [['09:00', '23:59'], 540, 1440],
    [['09:00', '23:59:59'], 540, 1440],
    [['09:00', '23:59:00'], 540, 1439],
    [['23:59', '23:59:00'], 1439, 2879],
    [['23:59', '23:59'], 1439, 2879],
  ])('%j is %i to %i', (window, from, to) => {
    expect(windowMinutes(window)).toEqual({ from, to });
  });

  it('written and read again it is the same, whatever its end', () => {
    for (const from of [0, 1, 719, 1439]) {
      for (let to = from + 1; to <= from + 1440; to += 1) {
        expect(windowMinutes(windowText({ from, to }))).toEqual({ from, to });
      }
    }
  });

  it.each<Window>([
    ['23:59:00', '24:00'],
    ['09:00', '23:58:00'],
    ['09:00', '24:01'],
    ['24:00', '09:00'],
  ])('%s to %s is unreadable', (from, to) => {
    expect(windowMinutes([from, to])).toBeNull();
  });
});

it('a shortened day that would have closed at 00:59 closes at 23:59, not at midnight', () => {
  const calendar = {
    id: 'x',
    years: { '2026': { holidays: [], workingWeekends: [], shortened: ['2026-11-03'] } },
  };
  const office = calendarOf(
    withProductionCalendar(weekdays('09:00', '00:59'), calendar, { shortenedDays: true }),
  );
  const due = addWorkingTime(office, at('2026-11-03T09:00+03:00'), 15 * HOUR);
  expect(shown(due)).toBe('2026-11-04T09:01:00+03:00');
});

it('23:59 is midnight in a schedule, 23:59:00 is not', () => {
  const start = at('2026-11-23T23:00+03:00');
  expect(shown(addWorkingTime(calendarOf(daily([['09:00', '23:59']])), start, HOUR))).toBe(
    '2026-11-24T00:00:00+03:00',
  );
  expect(shown(addWorkingTime(calendarOf(daily([['09:00', '23:59:00']])), start, HOUR))).toBe(
    '2026-11-24T09:01:00+03:00',
  );
});
