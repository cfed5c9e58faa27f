import { earlier, further, knowing, type Calendar } from './calendar.ts';
import { earliestWith, latestWith, openUntil, type Horizon } from './horizon.ts';
import { END_OF_INSTANTS, instantOrNull, type Instant, type Milliseconds } from './instant.ts';

/** Where a deadline that lands on closing time stands: at that closing, or at the next opening. */
export interface AddWorkingTimeOptions {
  readonly edge?: 'closing' | 'opening';
}

const forward = (
  calendar: Calendar,
  start: Instant,
  ms: Milliseconds,
  find: (horizon: Horizon, open: number) => number | null,
): Instant | null => {
  let horizon: Horizon | null = knowing(calendar, start, Math.min(start + ms, END_OF_INSTANTS - 1));
  while (horizon !== null) {
    const at = find(horizon, openUntil(horizon, start) + ms);
    if (at !== null && at < horizon.knownTo) return instantOrNull(at);
    horizon = further(calendar, horizon);
  }
  return null;
};

const backward = (calendar: Calendar, start: Instant, ms: Milliseconds): Instant | null => {
  let horizon: Horizon | null = knowing(calendar, Math.max(start - ms, 0), start);
  while (horizon !== null) {
    const at = latestWith(horizon, openUntil(horizon, start) - ms);
    if (at !== null && at >= horizon.knownFrom) return instantOrNull(at);
    horizon = earlier(calendar, horizon);
  }
  return null;
};

/**
 * The instant by which `ms` of working time has passed since `start` (which may lie outside the hours).
 * Edge 'closing' (default): the earliest such instant, so 8 h from Monday 09:00 in 09-17 is Monday 17:00, and 0 is
 * `start` itself. Edge 'opening': the latest one, Tuesday 09:00, and 0 is the next opening.
 * Negative `ms`: the latest instant with that much working time before `start`, whatever the edge.
 * Null where it never opens for long enough. Throws RangeError when `ms` is not a whole number.
 */
export const addWorkingTime = (
  calendar: Calendar,
  start: Instant,
  ms: Milliseconds,
  options: AddWorkingTimeOptions = {},
): Instant | null => {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`working time is whole milliseconds, got ${ms}`);
  if (ms < 0) return backward(calendar, start, -ms);
  if (options.edge === 'opening') return forward(calendar, start, ms, latestWith);
  return ms === 0 ? start : forward(calendar, start, ms, earliestWith);
};
