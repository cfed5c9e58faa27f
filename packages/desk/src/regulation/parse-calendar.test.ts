import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCalendar } from './parse-calendar.ts';

const shipped = readFileSync(new URL('../../../../regulations/calendars/ru.json', import.meta.url), 'utf8');

const calendar = (changes: object, year: object = {}): string =>
  JSON.stringify({
    id: 'ru',
    edition: '1',
    years: {
      2025: { holidays: ['2025-01-01'], workingWeekends: ['2025-11-01'], shortened: ['2025-03-07'], ...year },
    },
    ...changes,
  });

const problemsOf = (text: string): unknown => {
  const parsed = parseCalendar(text);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
};

describe('a production calendar’s file', () => {
  test('that comes with the product is sound and has a name', () => {
    const parsed = parseCalendar(shipped);
    expect(parsed.ok && parsed.calendar.edition).toBe('2026-09-17');
  });

  test.each([
    ['sound', calendar({}), []],
    ['no JSON', '{', ['not-json ']],
    ['no name', calendar({ edition: ' ' }), ['wrong-shape edition']],
    ['no years', calendar({ years: {} }), ['wrong-shape years']],
    ['a year that no instant knows', calendar({ years: { 2201: {} } }), ['wrong-shape years.2201']],
    ['a field that means nothing', calendar({}, { weekends: [] }), ['wrong-shape years.2025']],
    [
      'a date that does not exist',
      calendar({}, { holidays: ['2025-02-29'] }),
      ['no-date years.2025.holidays.0'],
    ],
    [
      'a date of another year',
      calendar({}, { holidays: ['2024-02-29'] }),
      ['other-year years.2025.holidays.0'],
    ],
    [
      'a date twice',
      calendar({}, { shortened: ['2025-03-07', '2025-03-07'] }),
      ['twice years.2025.shortened.1'],
    ],
    [
      'a worked weekday',
      calendar({}, { workingWeekends: ['2025-11-03'] }),
      ['no-weekend years.2025.workingWeekends.0'],
    ],
    [
      'a day off that is worked',
      calendar({}, { holidays: ['2025-11-01'] }),
      ['day-off-and-worked years.2025.holidays.0'],
    ],
    [
      'a day off that is shorter',
      calendar({}, { shortened: ['2025-01-01'] }),
      ['day-off-and-worked years.2025.shortened.0'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});
