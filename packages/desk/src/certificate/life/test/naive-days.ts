/** A date as people write it in figures: 20250131. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const YEARS = 120;
const FIRST_YEAR = 2000;
const FIRST_MIDNIGHT = Date.UTC(FIRST_YEAR, 0, 1);
/** 1 January 2000 was a Saturday; Monday is 0. */
const FIRST_WEEKDAY = 5;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Every day of the years in question, one after another: all counting is counting along this list. */
const DAYS: readonly DayNumber[] = Array.from({ length: YEARS }, (_, n) => FIRST_YEAR + n).flatMap((year) =>
  LENGTHS.flatMap((__, index) =>
    Array.from(
      { length: monthLength(year, index + 1) },
      (___, d) => year * 10_000 + (index + 1) * 100 + d + 1,
    ),
  ),
);
const PLACES: ReadonlyMap<DayNumber, number> = new Map(DAYS.map((day, place) => [day, place]));

const at = (place: number): DayNumber => {
  const day = DAYS[place];
  if (day === undefined) throw new Error(`the list of days has no place ${place}`);
  return day;
};

const placeOf = (day: DayNumber): number => {
  const place = PLACES.get(day);
  if (place === undefined) throw new Error(`the list of days has no ${day}`);
  return place;
};

/** Monday is 0. */
export const weekdayOf = (day: DayNumber): number => (placeOf(day) + FIRST_WEEKDAY) % 7;

export const daysOn = (day: DayNumber, count: number): DayNumber => at(placeOf(day) + count);

const monthOf = (day: DayNumber): number => Math.floor(day / 100);
const isLastOfMonth = (place: number): boolean => monthOf(at(place)) !== monthOf(at(place + 1));

/** Walks on until so many months have turned and the day number is the same, or the month has no such day. */
export const monthsOn = (day: DayNumber, count: number): DayNumber => {
  let place = placeOf(day);
  for (let turned = 0; turned < count;) {
    if (isLastOfMonth(place)) turned += 1;
    place += 1;
  }
  while (at(place) % 100 < day % 100 && !isLastOfMonth(place)) place += 1;
  return at(place);
};

/** Zones whose clocks need no table: fixed ones since the end of 2014, and one that turns on last Sundays. */
export const NAIVE_ZONES = ['Europe/Moscow', 'Asia/Yekaterinburg', 'Europe/Berlin'] as const;
export type NaiveZone = (typeof NAIVE_ZONES)[number];

const lastSunday = (year: number, month: number): DayNumber => {
  let day = year * 10_000 + month * 100 + monthLength(year, month);
  while (weekdayOf(day) !== 6) day -= 1;
  return day;
};

const MARCH = 3;
const OCTOBER = 10;

/** Hours before UTC at the midnight that begins a day: on both Sundays the clocks turn later in the night. */
const hoursAtMidnight = (zone: NaiveZone, day: DayNumber): number => {
  if (zone === 'Europe/Moscow') return 3;
  if (zone === 'Asia/Yekaterinburg') return 5;
  const year = Math.floor(day / 10_000);
  return day > lastSunday(year, MARCH) && day <= lastSunday(year, OCTOBER) ? 2 : 1;
};

/** The instant of 00:00 of a day. */
export const midnightOf = (zone: NaiveZone, day: DayNumber): number =>
  FIRST_MIDNIGHT + placeOf(day) * DAY_MS - hoursAtMidnight(zone, day) * HOUR_MS;

const MORNING_HOUR = 9;

/** Nine in the morning so many days before a day, by the clock that shows 00:00 when that day is over. */
export const morningBefore = (zone: NaiveZone, day: DayNumber, days: number): number =>
  FIRST_MIDNIGHT +
  placeOf(daysOn(day, -days)) * DAY_MS +
  (MORNING_HOUR - hoursAtMidnight(zone, daysOn(day, 1))) * HOUR_MS;

/** The day that an instant belongs to. */
export const dayOf = (zone: NaiveZone, instant: number): DayNumber => {
  let place = Math.floor((instant - FIRST_MIDNIGHT) / DAY_MS) + 1;
  while (midnightOf(zone, at(place)) > instant) place -= 1;
  return at(place);
};

/** `2025-01-31`. */
export const dayText = (day: DayNumber): string => {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

export const dayNumber = (text: string): DayNumber => Number(text.replaceAll('-', ''));
