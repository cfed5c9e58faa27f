import { assertSound } from './assert-sound.ts';
import { checkSchedule } from './check-schedule.ts';
import { assertOptions, unknownOption } from './checked-options.ts';
import { checkedYearsIn, yearsIn } from './checked-production-calendar.ts';
import { addDays, dayNumberOf, LAST_YEAR, weekdayOf, type LocalDate, type Weekday } from './local-date.ts';
import type { Schedule, WrittenSchedule } from './schedule.ts';
import { windowMinutes, windowText, type Window } from './window.ts';

/** One approved year, dates 'YYYY-MM-DD'. */
export interface ProductionYear {
  /** Statutory holidays and days off moved to another date. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workingWeekends: readonly string[];
  /** Working days one hour shorter than usual. */
  readonly shortened: readonly string[];
}

/** A Russian production calendar: the years the government has approved so far. */
export interface ProductionCalendar {
  readonly id: string;
  readonly years: Readonly<Record<string, ProductionYear>>;
}

export interface ProductionCalendarOptions {
  /** End pre-holiday days one hour earlier; off unless the regulation asks for it. */
  readonly shortenedDays?: boolean;
}

/** Article 112 of the Labour Code, months and days. */
const NEW_YEAR = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'];
const OTHER_STATUTORY = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];

const FRIDAY_AND_BEFORE: readonly Weekday[] = [5, 4, 3, 2, 1];
const HOUR_MINUTES = 60;

/**
 * The holidays of a year without an approved calendar: the statutory days, and for each one outside January that
 * falls on a weekend the next working day. What the government will move on top of that is unknown.
 */
const statutoryHolidays = (year: number): readonly LocalDate[] => {
  const dateOf = (monthDay: string): LocalDate => `${year}-${monthDay}` as LocalDate;
  const holidays = new Set([...NEW_YEAR, ...OTHER_STATUTORY].map(dateOf));
  for (const holiday of OTHER_STATUTORY.map(dateOf)) {
    if (weekdayOf(holiday) < 6) continue;
    let moved = addDays(holiday, 1);
    while (weekdayOf(moved) >= 6 || holidays.has(moved)) moved = addDays(moved, 1);
    holidays.add(moved);
  }
  return [...holidays].sort((a, b) => dayNumberOf(a) - dayNumberOf(b));
};

const existing = (date: LocalDate): LocalDate => {
  dayNumberOf(date);
  return date;
};

/**
 * Whether the date's year has no approved data, so that its holidays are a guess or absent: true for '2031-05-05' with a
 * calendar that ends in 2027. Throws WorkingTimeError 'date-invalid', 'calendar-invalid' for what is no production calendar.
 */
export const calendarYearMissing = (calendar: ProductionCalendar, date: LocalDate): boolean =>
  !Object.hasOwn(yearsIn(calendar), existing(date).slice(0, 4));

const yearsOf = (calendar: ProductionCalendar): readonly ProductionYear[] => {
  const years = checkedYearsIn(calendar);
  const known = Object.keys(years).map(Number);
  const next = Math.max(...known) + 1;
  if (known.length === 0 || next > LAST_YEAR) return Object.values(years);
  const following: ProductionYear = {
    holidays: statutoryHolidays(next),
    workingWeekends: [],
    shortened: [],
  };
  return [...Object.values(years), following];
};

/** Whether shortened days count; only undefined is left out. */
const shortens = (options: ProductionCalendarOptions | undefined): boolean => {
  assertOptions(options);
  const shortened = options?.shortenedDays;
  if (shortened === undefined || typeof shortened === 'boolean') return shortened === true;
  throw unknownOption('options.shortenedDays', 'shortenedDays is true or false', shortened);
};

/** The week, if this has the shape of a schedule. What else is wrong with it `checkSchedule` is to tell. */
const weekIn = (schedule: WrittenSchedule): Schedule['week'] => {
  assertSound(
    checkSchedule(schedule).filter(({ code }) => code === 'not-a-schedule' || code === 'windows-invalid'),
  );
  // Pairs, as has just been checked.
  return (schedule as Partial<Schedule>).week ?? {};
};

const workingWeekendWindows = (week: Schedule['week']): readonly Window[] | null => {
  for (const weekday of FRIDAY_AND_BEFORE) {
    const windows = week[weekday];
    if (windows !== undefined && windows.length > 0) return windows;
  }
  return null;
};

/** The window that ends last ends an hour earlier; one no longer than that hour goes. */
const anHourShorter = (windows: readonly Window[]): readonly Window[] => {
  const read = windows.map((window) => ({ window, minutes: windowMinutes(window) }));
  const lastEnd = Math.max(...read.map(({ minutes }) => minutes?.to ?? 0));
  return read.flatMap(({ window, minutes }) => {
    if (minutes === null || minutes.to !== lastEnd) return [window];
    const to = minutes.to - HOUR_MINUTES;
    return to > minutes.from ? [windowText({ from: minutes.from, to })] : [];
  });
};

/**
 * The schedule with the production calendar's days as exceptions: holidays are closed, working weekends have the
 * windows of a Friday (or of the nearest earlier weekday that has any), shortened days end an hour earlier when
 * asked. The year after the last approved one gets the statutory days only. The schedule's own exceptions win.
 * Throws WorkingTimeError with the place: 'date-invalid' for a date or year of the calendar that does not exist
 * ('years.2026.shortened.0'), 'calendar-invalid' for what is no production calendar, 'option-unknown', and
 * 'schedule-unsound' for what is no schedule at all (bad times and dates in one are left to `checkSchedule`).
 *
 *     compileSchedule(withProductionCalendar(office, calendar, { shortenedDays: true }))
 */
export const withProductionCalendar = <Written extends WrittenSchedule>(
  schedule: Written,
  calendar: ProductionCalendar,
  options?: ProductionCalendarOptions,
): Written & { readonly exceptions: NonNullable<WrittenSchedule['exceptions']> } => {
  const shortened = shortens(options);
  const week = weekIn(schedule);
  const exceptions: Record<string, readonly Window[]> = {};
  const weekend = workingWeekendWindows(week);
  for (const year of yearsOf(calendar)) {
    for (const date of year.holidays) exceptions[date] = [];
    if (weekend !== null) for (const date of year.workingWeekends) exceptions[date] = weekend;
    if (!shortened) continue;
    for (const date of year.shortened) {
      const windows = exceptions[date] ?? week[weekdayOf(date as LocalDate)] ?? [];
      if (windows.length > 0) exceptions[date] = anHourShorter(windows);
    }
  }
  return { ...schedule, exceptions: { ...exceptions, ...schedule.exceptions } };
};
