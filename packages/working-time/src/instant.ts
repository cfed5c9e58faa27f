import { WorkingTimeError } from './working-time-error.ts';

/** A moment as milliseconds since 1970-01-01T00:00Z, leap seconds ignored. Only `instant` and the parsers mint it. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A length of time in whole milliseconds; may be negative where a function says so. */
export type Milliseconds = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** 2201-01-01T00:00Z, the first moment that is no `Instant`: the years 1970 to 2200 are known, nothing after them. */
export const END_OF_INSTANTS = 84_371 * DAY;

/** Whether a value of any kind is whole milliseconds of the years 1970 to 2200 (UTC). */
export const isInstant = (value: unknown): value is Instant =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < END_OF_INSTANTS;

/** The instant, or a WorkingTimeError that names the argument it came in. */
export const checkedInstant = (ms: number, path: string): Instant => {
  if (isInstant(ms)) return ms;
  throw new WorkingTimeError(
    'instant-invalid',
    path,
    `${path} is not an instant: ${String(ms)} (whole milliseconds of the years 1970 to 2200)`,
  );
};

/**
 * Marks a number of milliseconds since the epoch as an instant.
 * Throws WorkingTimeError 'instant-invalid' for anything but a whole number inside the years 1970 to 2200 (UTC).
 *
 *     instant(Date.now())
 */
export const instant = (ms: number): Instant => checkedInstant(ms, 'ms');

/** A computed moment, or null where it lies beyond the years this package knows. */
export const instantOrNull = (ms: number): Instant | null => (isInstant(ms) ? ms : null);
