import { checkedInstant, DAY, END_OF_INSTANTS, HOUR, MINUTE, SECOND, type Instant } from './instant.ts';
import { assertWhole, dateOfDayNumber, dayNumberOf, type LocalDate } from './local-date.ts';
import { offsetAt, zoneOf, type TimeZoneId } from './time-zone.ts';
import { WorkingTimeError } from './working-time-error.ts';
import { firstShowing, offsetIn, type Zone } from './zone-offsets.ts';

/** What a clock on the wall shows. */
export interface WallTime {
  readonly date: LocalDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** The wall clock as one number: its day number times 24 h plus the time shown. */
export const wallClock = (zone: Zone, t: number): number => t + offsetIn(zone, t);

/** The day number of the local date at `t`. */
export const localDayOf = (zone: Zone, t: number): number => Math.floor(wallClock(zone, t) / DAY);

/**
 * The date the zone's wall calendar shows at `t`. Throws WorkingTimeError 'instant-invalid', 'zone-unknown'.
 *
 *     localDateOf(moscow, parseInstant('2026-12-31T21:00:00Z')) // '2027-01-01'
 */
export const localDateOf = (zone: TimeZoneId, t: Instant): LocalDate =>
  dateOfDayNumber(localDayOf(zoneOf(zone), checkedInstant(t, 't')));

/**
 * Date and time the zone's wall clock shows at `t`. Throws WorkingTimeError 'instant-invalid', 'zone-unknown'.
 *
 *     wallTime(moscow, parseInstant('2026-11-23T06:30:00Z')) // { date: '2026-11-23', hour: 9, minute: 30, ... }
 */
export const wallTime = (zone: TimeZoneId, t: Instant): WallTime => {
  const wall = t + offsetAt(zone, checkedInstant(t, 't'));
  const day = Math.floor(wall / DAY);
  const time = wall - day * DAY;
  return {
    date: dateOfDayNumber(day),
    hour: Math.floor(time / HOUR),
    minute: Math.floor((time % HOUR) / MINUTE),
    second: Math.floor((time % MINUTE) / SECOND),
    ms: time % SECOND,
  };
};

/**
 * Wall time to the first instant that shows it or later. `minutesOfDay` may be 1440 (24:00) or more, or negative:
 * it counts on into the neighbouring dates. Throws WorkingTimeError: 'zone-unknown', 'date-invalid', 'count-invalid'
 * for a fraction of a minute, 'instant-invalid' where the result is no instant.
 *
 *     toInstant(berlin, '2026-03-29', 150) // 02:30 was skipped: the instant that shows 03:00
 */
export const toInstant = (zone: TimeZoneId, date: LocalDate, minutesOfDay: number): Instant => {
  const known = zoneOf(zone);
  assertWhole(minutesOfDay, 'minutesOfDay');
  const wall = dayNumberOf(date) * DAY + minutesOfDay * MINUTE;
  if (!(wall >= -DAY && wall <= END_OF_INSTANTS + DAY)) {
    throw new WorkingTimeError('instant-invalid', 'date', `${date} lies outside the years 1970 to 2200`);
  }
  return checkedInstant(firstShowing(known, wall), 'date');
};

/** 24:00 of a local date: the first instant of the next one. Throws as `toInstant` does. */
export const endOfLocalDate = (zone: TimeZoneId, date: LocalDate): Instant => toInstant(zone, date, 24 * 60);
