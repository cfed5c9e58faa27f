import { describe, expect, it } from 'vitest';
import ru from '../../../regulations/calendars/ru.json' with { type: 'json' };
import { addWorkingDays, addWorkingTime, compileSchedule, withProductionCalendar } from './index.ts';
import { at, HOUR, shown, weekdays } from './test/cases.ts';

describe('targets of two regulations by the production calendar of 2025', () => {
  it.each([
    [4, '2025-02-10T12:00:00+03:00'],
    [8, '2025-02-10T16:00:00+03:00'],
    [24, '2025-02-12T16:00:00+03:00'],
  ])('Centaur, 09:00-17:00: %i working hours from Friday 16:00', (hours, due) => {
    const calendar = compileSchedule(withProductionCalendar(weekdays('09:00', '17:00'), ru));
    expect(shown(addWorkingTime(calendar, at('2025-02-07T16:00+03:00'), hours * HOUR))).toBe(due);
  });

  it.each([
    [2, '2025-02-06T18:00:00+03:00'],
    [4, '2025-02-10T18:00:00+03:00'],
    [9, '2025-02-17T18:00:00+03:00'],
  ])('Optima, 09:00-18:00: %i working days from a Tuesday', (days, due) => {
    const calendar = compileSchedule(withProductionCalendar(weekdays('09:00', '18:00'), ru));
    for (const start of ['2025-02-04T00:00+03:00', '2025-02-04T10:15+03:00', '2025-02-04T23:59+03:00']) {
      expect(shown(addWorkingDays(calendar, at(start), days))).toBe(due);
    }
  });

  it('year end: a Tuesday afternoon of 2024 runs into January 2025', () => {
    const calendar = compileSchedule(withProductionCalendar(weekdays('09:00', '17:00'), ru));
    // 28 December 2024 was a working Saturday, 29 December to 8 January were days off.
    expect(shown(addWorkingTime(calendar, at('2024-12-27T16:00+03:00'), 8 * HOUR))).toBe(
      '2024-12-28T16:00:00+03:00',
    );
    expect(shown(addWorkingTime(calendar, at('2024-12-28T16:00+03:00'), 2 * HOUR))).toBe(
      '2025-01-09T10:00:00+03:00',
    );
    expect(shown(addWorkingDays(calendar, at('2024-12-28T16:00+03:00'), 1))).toBe(
      '2025-01-09T17:00:00+03:00',
    );
  });

  it('a working Saturday counts, the day off it was traded for does not', () => {
    const calendar = compileSchedule(withProductionCalendar(weekdays('09:00', '17:00'), ru));
    expect(shown(addWorkingTime(calendar, at('2025-10-31T17:00+03:00'), 9 * HOUR))).toBe(
      '2025-11-05T10:00:00+03:00',
    );
  });
});
