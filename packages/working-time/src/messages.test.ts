import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  addWorkingTime,
  checkSchedule,
  compileSchedule,
  instant,
  isOpen,
  openTable,
  toInstant,
  wallTime,
  weekdayOf,
  WorkingTimeError,
} from './index.ts';
import { at, calendarOf, date, moscow, never, weekdays } from './test/cases.ts';

const office = calendarOf(weekdays('09:00', '17:00'));
const monday = at('2026-11-23T12:00+03:00');
/** A value that plain JavaScript lets through. */
const any = (value: unknown): never => value as never;

describe('a refusal says what was given and what would do', () => {
  it.each([
    [
      'an instant',
      () => isOpen(office, any(0.5)),
      't is not an instant: 0.5 (whole milliseconds of the years 1970 to 2200)',
    ],
    [
      'an instant of its own',
      () => instant(-1),
      'ms is not an instant: -1 (whole milliseconds of the years 1970 to 2200)',
    ],
    ['a length', () => addWorkingTime(office, monday, 1.5), 'working time is whole milliseconds, got 1.5'],
    [
      'an edge',
      () => addWorkingTime(office, monday, 1, { edge: any('middle') }),
      "edge is 'closing' or 'opening', got middle",
    ],
    [
      'a number of days',
      () => addWorkingDays(office, monday, -1),
      'working days are a whole number from 0, got -1',
    ],
    [
      'a mode',
      () => addWorkingDays(office, monday, 1, { mode: any('start') }),
      "mode is 'end' or 'sameTime', got start",
    ],
    ['a calendar', () => isOpen(any({}), monday), 'not a calendar: make one with compileSchedule'],
    [
      'a schedule',
      () => compileSchedule({ ...never, week: { 1: [['09:00', '25:00']] } }),
      "unsound schedule: time-invalid at 'week.1.0.to', expected an end is 'HH:MM', at most '24:00'",
    ],
    ['a date', () => weekdayOf(any('2026-02-29')), "no date: 2026-02-29 (an existing 'YYYY-MM-DD')"],
    ['a count', () => addDays(date('2026-11-23'), 0.5), 'count must be a whole number, got 0.5'],
    [
      'a date too far',
      () => addDays(date('2026-11-23'), 1e7),
      'no four-digit date lies 10020780 days from 1970-01-01',
    ],
    [
      'a date without instants',
      () => toInstant(moscow, any('2300-01-01'), 0),
      '2300-01-01 lies outside the years 1970 to 2200',
    ],
    ['a zone', () => wallTime(any('Mars/Olympus'), monday), 'unknown time zone: Mars/Olympus'],
    ['a range', () => openTable(office, instant(2), instant(1)), 'a table from 2 ends before it begins: 1'],
  ] as const)('%s', (_, ask, message) => {
    expect(ask).toThrow(WorkingTimeError);
    expect(ask).toThrow(expect.objectContaining({ name: 'WorkingTimeError', message }));
  });

  it('a date too far is told by code and place too', () => {
    expect(() => addDays(date('2026-11-23'), 1e7)).toThrow(
      expect.objectContaining({ code: 'date-invalid', path: 'date', problems: [] }),
    );
  });

  const written = { zone: 'Europe/Moscow', week: {}, exceptions: {} };
  const many = Array.from({ length: 49 }, () => ['09:00', '10:00']);
  const dates = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, n) => [new Date(n * 86_400_000).toISOString().slice(0, 10), []]),
  );
  it.each([
    [null, 'not-a-schedule', '', 'an object with zone, week and exceptions'],
    [{ ...written, zone: 'Mars' }, 'zone-unknown', 'zone', "an IANA name such as 'Europe/Moscow'"],
    [{ ...written, week: [] }, 'not-a-schedule', 'week', 'windows by weekday, 1 is Monday, 7 is Sunday'],
    [{ ...written, week: { 0: [] } }, 'weekday-unknown', 'week.0', 'weekdays are 1 (Monday) to 7 (Sunday)'],
    [{ ...written, week: { 8: [] } }, 'weekday-unknown', 'week.8', 'weekdays are 1 (Monday) to 7 (Sunday)'],
    [{ ...written, week: { 1: {} } }, 'windows-invalid', 'week.1', 'a list of windows; [] means closed'],
    [{ ...written, week: { 1: many } }, 'too-many', 'week.1', 'at most 48 windows a day'],
    [
      { ...written, week: { 1: [['09:00']] } },
      'windows-invalid',
      'week.1.0',
      "a window is a pair such as ['09:00', '18:00']",
    ],
    [
      { ...written, week: { 1: [['24:00', '24:00']] } },
      'time-invalid',
      'week.1.0.from',
      "a start is 'HH:MM' from '00:00' to '23:59'",
    ],
    [
      { ...written, week: { 1: [['09:00', '24:01']] } },
      'time-invalid',
      'week.1.0.to',
      "an end is 'HH:MM', at most '24:00'",
    ],
    [{ ...written, exceptions: 1 }, 'not-a-schedule', 'exceptions', 'windows by date; {} for none'],
    [{ ...written, exceptions: dates }, 'too-many', 'exceptions', 'at most 10000 dates'],
    [
      { ...written, exceptions: { '2026-02-29': [] } },
      'date-invalid',
      'exceptions.2026-02-29',
      "an existing date 'YYYY-MM-DD' of the years 1970 to 2200",
    ],
    [
      { ...written, exceptions: { '2026-02-28': 1 } },
      'windows-invalid',
      'exceptions.2026-02-28',
      'a list of windows; [] means closed',
    ],
  ])('schedule %#', (schedule, code, path, hint) => {
    expect(checkSchedule(schedule)).toEqual([{ code, path, hint }]);
  });

  it('as many windows and dates as there may be are no problem', () => {
    const { '1997-05-19': _, ...fewer } = dates;
    expect(Object.keys(fewer)).toHaveLength(10_000);
    expect(checkSchedule({ ...written, week: { 1: many.slice(1) }, exceptions: fewer })).toEqual([]);
  });
});
