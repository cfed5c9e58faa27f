import { isRecord } from './check-schedule.ts';
import { LAST_YEAR, parseLocalDate } from './local-date.ts';
import type { ProductionCalendar, ProductionYear } from './production-calendar.ts';
import { WorkingTimeError } from './working-time-error.ts';

const shapeless = (path: string, expected: string): WorkingTimeError =>
  new WorkingTimeError('calendar-invalid', path, `no production calendar: ${path} must be ${expected}`);

const assertDates = (dates: unknown, path: string): void => {
  if (!Array.isArray(dates)) throw shapeless(path, "a list of dates 'YYYY-MM-DD'");
  for (const [index, date] of dates.entries()) {
    if (typeof date === 'string' && parseLocalDate(date) !== null) continue;
    throw new WorkingTimeError(
      'date-invalid',
      `${path}.${index}`,
      `no date: ${String(date)} (an existing 'YYYY-MM-DD' of the years 1970 to 2200)`,
    );
  }
};

const assertYear = (year: string, days: unknown): void => {
  const path = `years.${year}`;
  if (parseLocalDate(`${year}-01-01`) === null) {
    throw new WorkingTimeError('date-invalid', path, `no year: ${year} ('1970' to '${LAST_YEAR}')`);
  }
  if (!isRecord(days)) throw shapeless(path, 'an object with holidays, workingWeekends and shortened');
  for (const list of [
    'holidays',
    'workingWeekends',
    'shortened',
  ] as const satisfies (keyof ProductionYear)[]) {
    assertDates(days[list], `${path}.${list}`);
  }
};

/** The years of a production calendar. Throws WorkingTimeError with the place of what is none: 'calendar-invalid'. */
export const yearsIn = (calendar: ProductionCalendar): ProductionCalendar['years'] => {
  const read: unknown = calendar;
  if (!isRecord(read)) throw shapeless('calendar', 'an object with years');
  if (!isRecord(read['years'])) throw shapeless('years', 'an object, days by year');
  return calendar.years;
};

/** The years, each with existing dates. Throws as `yearsIn` does, and 'date-invalid' ('years.2026.shortened.0'). */
export const checkedYearsIn = (calendar: ProductionCalendar): ProductionCalendar['years'] => {
  const years = yearsIn(calendar);
  for (const [year, days] of Object.entries(years)) assertYear(year, days);
  return years;
};
