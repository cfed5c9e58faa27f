import { DAY, HOUR, instant, MINUTE, SECOND, type Instant } from './instant.ts';
import { dateOfDayNumber, dayNumberOf, type LocalDate } from './local-date.ts';
import { offsetAt, offsetSpans, type TimeZoneId } from './time-zone.ts';

/** What a clock on the wall shows. */
export interface WallTime {
  readonly date: LocalDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** The wall clock as one number: its day number times 24 h plus the time shown. */
export const wallClock = (zone: TimeZoneId, t: number): number => t + offsetAt(zone, t);

/** The day number of the local date at `t`. */
export const localDayOf = (zone: TimeZoneId, t: number): number => Math.floor(wallClock(zone, t) / DAY);

/** The date the zone's wall calendar shows at `t`. */
export const localDateOf = (zone: TimeZoneId, t: Instant): LocalDate => dateOfDayNumber(localDayOf(zone, t));

/** Date and time the zone's wall clock shows at `t`. */
export const wallTime = (zone: TimeZoneId, t: Instant): WallTime => {
  const wall = wallClock(zone, t);
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
 * The first moment whose wall clock shows `wall` or later. In a gap this is the jump, in a fold the first
 * occurrence; never decreasing in `wall`. Every edge of a window is computed here and nowhere else.
 */
export const firstShowing = (zone: TimeZoneId, wall: number): number => {
  // No offset since 1970 reaches 24 hours, so the answer lies within a day of the same reading in UTC.
  const spans = offsetSpans(zone, wall - DAY, wall + DAY);
  for (const [index, span] of spans.entries()) {
    const shown = wall - span.offset;
    const at = index === 0 ? shown : Math.max(shown, span.start);
    const next = spans[index + 1];
    if (next === undefined || at < next.start) return at;
  }
  throw new Error(`no offsets for ${zone}`);
};

/**
 * Wall time to the first instant that shows it or later. `minutesOfDay` may be 1440 (24:00) or more, or negative:
 * it counts on into the neighbouring dates. Throws RangeError where the result is no instant.
 */
export const toInstant = (zone: TimeZoneId, date: LocalDate, minutesOfDay: number): Instant =>
  instant(firstShowing(zone, dayNumberOf(date) * DAY + minutesOfDay * MINUTE));

/** 24:00 of a local date: the first instant of the next one. Throws RangeError where the result is no instant. */
export const endOfLocalDate = (zone: TimeZoneId, date: LocalDate): Instant => toInstant(zone, date, 24 * 60);
