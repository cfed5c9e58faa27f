import { describe, expect, it } from 'vitest';
import {
  always,
  calendarYearMissing,
  checkSchedule,
  withProductionCalendar,
  WorkingTimeError,
  type ProductionYear,
} from './index.ts';
import { date, moscow, weekdays } from './test/cases.ts';

const office = weekdays('09:00', '17:00');
const year: ProductionYear = { holidays: [], workingWeekends: [], shortened: [] };
const sound = { id: 'x', years: { '2026': year } };
/** A value that plain JavaScript lets through. */
const any = (value: unknown): never => value as never;
const withDays = (days: object): unknown => ({
  id: 'x',
  years: { '2025': year, '2026': { ...year, ...days } },
});

const refusalOf = (ask: () => unknown): string => {
  try {
    ask();
  } catch (error) {
    if (error instanceof WorkingTimeError) return `${error.code} at ${error.path}: ${error.message}`;
    throw error;
  }
  return 'nothing was refused';
};

const NO_DATE = "(an existing 'YYYY-MM-DD' of the years 1970 to 2200)";

describe('a production calendar is refused with the place', () => {
  it.each<readonly [unknown, string]>([
    [
      withDays({ shortened: ['2026-02-30'] }),
      `date-invalid at years.2026.shortened.0: no date: 2026-02-30 ${NO_DATE}`,
    ],
    [
      withDays({ holidays: ['2026-01-01', '1 May'] }),
      `date-invalid at years.2026.holidays.1: no date: 1 May ${NO_DATE}`,
    ],
    [
      withDays({ workingWeekends: ['2201-01-03'] }),
      `date-invalid at years.2026.workingWeekends.0: no date: 2201-01-03 ${NO_DATE}`,
    ],
    [withDays({ holidays: [null] }), `date-invalid at years.2026.holidays.0: no date: null ${NO_DATE}`],
    [
      withDays({ shortened: undefined }),
      "calendar-invalid at years.2026.shortened: no production calendar: years.2026.shortened must be a list of dates 'YYYY-MM-DD'",
    ],
    [
      withDays({ holidays: '2026-01-01' }),
      "calendar-invalid at years.2026.holidays: no production calendar: years.2026.holidays must be a list of dates 'YYYY-MM-DD'",
    ],
    [
      { id: 'x', years: { '2026': null } },
      'calendar-invalid at years.2026: no production calendar: years.2026 must be an object with holidays, workingWeekends and shortened',
    ],
    ...['next', '26', '02026', '1969', '2201', ''].map((name): [unknown, string] => [
      { id: 'x', years: { [name]: year } },
      `date-invalid at years.${name}: no year: ${name} ('1970' to '2200')`,
    ]),
    [
      { id: 'x', years: [] },
      'calendar-invalid at years: no production calendar: years must be an object, days by year',
    ],
    [{ id: 'x' }, 'calendar-invalid at years: no production calendar: years must be an object, days by year'],
    ...[null, undefined, 'ru', []].map((nothing): [unknown, string] => [
      nothing,
      'calendar-invalid at calendar: no production calendar: calendar must be an object with years',
    ]),
  ])('%j', (calendar, refusal) => {
    for (const shortenedDays of [true, false]) {
      expect(refusalOf(() => withProductionCalendar(office, any(calendar), { shortenedDays }))).toBe(refusal);
    }
  });

  it('when a year is looked for, too', () => {
    const day = date('2026-11-23');
    expect(refusalOf(() => calendarYearMissing(any(null), day))).toMatch(/^calendar-invalid at calendar:/);
    expect(refusalOf(() => calendarYearMissing(any({ id: 'x' }), day))).toMatch(
      /^calendar-invalid at years:/,
    );
    expect(refusalOf(() => calendarYearMissing(sound, any('2026')))).toMatch(/^date-invalid at date:/);
    expect(refusalOf(() => calendarYearMissing(sound, any(null)))).toMatch(/^date-invalid at date:/);
  });
});

it('the last known year has none after it', () => {
  const { exceptions } = withProductionCalendar(office, { id: 'x', years: { '2200': year } });
  expect(exceptions).toEqual({});
});

describe('what else it is given', () => {
  it.each([null, 'true', 1])('%j does not say whether days are shortened', (word) => {
    expect(refusalOf(() => withProductionCalendar(office, sound, { shortenedDays: any(word) }))).toBe(
      `option-unknown at options.shortenedDays: shortenedDays is true or false, got ${word}`,
    );
  });
  it.each([null, true, 'shortened'])('%j holds no options', (options) => {
    expect(refusalOf(() => withProductionCalendar(office, sound, any(options)))).toBe(
      `option-unknown at options: options are an object, got ${options}`,
    );
  });
  it.each([
    [null, ''],
    ['Europe/Moscow', ''],
    [{ ...office, week: null }, 'week'],
    [{ ...office, week: { 5: '09:00-17:00' } }, 'week.5'],
    [{ ...office, week: { 5: [null] } }, 'week.5.0'],
    [{ ...office, exceptions: [] }, 'exceptions'],
  ])('%j is no schedule', (schedule, path) => {
    expect(refusalOf(() => withProductionCalendar(any(schedule), sound))).toMatch(
      new RegExp(`^schedule-unsound at ${path}: `),
    );
  });
  it('a bad time, zone or date of the schedule is left to whoever checks it', () => {
    const schedule = { zone: 'Mars', week: { 1: [['09:00', '25:00']] }, exceptions: { soon: [] } };
    expect(checkSchedule(withProductionCalendar(schedule, sound)).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['zone', 'week.1.0.to', 'exceptions.soon']),
    );
  });
  it('a schedule as people write it, without a week or exceptions', () => {
    const worked = {
      id: 'x',
      years: { '2026': { ...year, holidays: ['2026-11-04'], shortened: ['2026-11-03'] } },
    };
    expect(withProductionCalendar({ zone: 'Europe/Moscow' }, worked).exceptions['2026-11-04']).toEqual([]);
    const week = { 2: [['09:00', '18:00']] };
    expect(
      withProductionCalendar({ zone: 'Europe/Moscow', week }, worked, { shortenedDays: true }).exceptions[
        '2026-11-03'
      ],
    ).toEqual([['09:00', '17:00']]);
  });
  it('hours that never end stay so but for the holidays', () => {
    expect(withProductionCalendar(always(moscow), sound).week).toEqual(always(moscow).week);
  });
});
