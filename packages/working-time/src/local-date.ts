import { WorkingTimeError } from './working-time-error.ts';

/** A date on somebody's wall calendar, 'YYYY-MM-DD', proleptic Gregorian, without a zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1970;
export const LAST_YEAR = 2200;
/** 0001-01-01 and 9999-12-31: what four digits can write. */
const FIRST_DAY_NUMBER = -719_162;
const LAST_DAY_NUMBER = 2_932_896;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lastDayOfMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

export const isCivilDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);

/**
 * Days since 1970-01-01 of a civil date. Years begin in March here, so that the leap day is the last of its year
 * and the months before it have a closed form.
 */
export const dayNumber = (year: number, month: number, day: number): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
};

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const civilOf = (days: number): CivilDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day of the month, 1 to 31, of a day number. */
export const dayOfMonth = (days: number): number => civilOf(days).day;

/** The local date of a day number. Throws WorkingTimeError 'date-invalid' outside the years 1 to 9999. */
export const dateOfDayNumber = (days: number): LocalDate => {
  if (!(days >= FIRST_DAY_NUMBER && days <= LAST_DAY_NUMBER)) {
    throw new WorkingTimeError(
      'date-invalid',
      'date',
      `no four-digit date lies ${days} days from 1970-01-01`,
    );
  }
  const { year, month, day } = civilOf(days);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate;
};

/** The parts of a date written by whomever: a brand does not keep plain JavaScript from 30 February. */
const partsOf = (date: string): CivilDate => {
  const match = DATE.exec(date);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || !isCivilDate(year, month, day)) {
    throw new WorkingTimeError('date-invalid', 'date', `no date: ${date} (an existing 'YYYY-MM-DD')`);
  }
  return { year, month, day };
};

/** Days from 1970-01-01 to a local date. Throws WorkingTimeError 'date-invalid' for one that does not exist. */
export const dayNumberOf = (date: LocalDate): number => {
  const { year, month, day } = partsOf(date);
  return dayNumber(year, month, day);
};

/**
 * Reads 'YYYY-MM-DD' of the years 1970 to 2200; null for another form or a date that does not exist:
 * parseLocalDate('2026-02-30') is null.
 */
export const parseLocalDate = (text: string): LocalDate | null => {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return isCivilDate(year, month, day) ? (text as LocalDate) : null;
};

/** 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (days: number): Weekday => (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The weekday of a date: weekdayOf('2026-11-23') is 1. Throws WorkingTimeError 'date-invalid'. */
export const weekdayOf = (date: LocalDate): Weekday => weekdayOfDayNumber(dayNumberOf(date));

export const assertWhole = (count: number, path: string): void => {
  if (!Number.isSafeInteger(count)) {
    throw new WorkingTimeError('count-invalid', path, `${path} must be a whole number, got ${String(count)}`);
  }
};

/**
 * The date `count` days later (earlier when negative): addDays('2026-12-31', 1) is '2027-01-01'. Throws
 * WorkingTimeError 'count-invalid' for a fraction, 'date-invalid' beyond the years 1 to 9999.
 */
export const addDays = (date: LocalDate, count: number): LocalDate => {
  assertWhole(count, 'count');
  return dateOfDayNumber(dayNumberOf(date) + count);
};

/**
 * The same day `count` months later, or that month's last day where there is none: 31 January + 1 is 28 February.
 * Throws WorkingTimeError 'count-invalid' for a fraction, 'date-invalid' beyond the years 1 to 9999.
 */
export const addMonths = (date: LocalDate, count: number): LocalDate => {
  assertWhole(count, 'count');
  const { year, month, day } = partsOf(date);
  const months = year * 12 + month - 1 + count;
  const targetYear = Math.floor(months / 12);
  const targetMonth = months - targetYear * 12 + 1;
  return dateOfDayNumber(
    dayNumber(targetYear, targetMonth, Math.min(day, lastDayOfMonth(targetYear, targetMonth))),
  );
};
