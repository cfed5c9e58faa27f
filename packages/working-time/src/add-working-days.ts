import { further, knowing, type Calendar } from './calendar.ts';
import { countWhile, type Horizon, type WorkingDay } from './horizon.ts';
import { DAY, instantOrNull, type Instant } from './instant.ts';
import { isOpen, nextOpening } from './opening.ts';
import { firstShowing, localDayOf, wallClock } from './wall-time.ts';

/** 'end': the close of the n-th working date. 'sameTime': the same wall time on it, within that day's hours. */
export interface AddWorkingDaysOptions {
  readonly mode?: 'end' | 'sameTime';
}

/** Looks among the compiled working dates, further and further, until `pick` finds one. */
const findWorkingDay = (
  calendar: Calendar,
  start: Instant,
  pick: (horizon: Horizon) => WorkingDay | undefined,
): WorkingDay | null => {
  let horizon: Horizon | null = knowing(calendar, start, start);
  while (horizon !== null) {
    const found = pick(horizon);
    if (found !== undefined) return found;
    horizon = further(calendar, horizon);
  }
  return null;
};

const nthAfter = (calendar: Calendar, start: Instant, n: number): WorkingDay | null => {
  const day = localDayOf(calendar.zone, start);
  return findWorkingDay(
    calendar,
    start,
    ({ workingDays }) => workingDays[countWhile(workingDays, (one) => one.day <= day) + n - 1],
  );
};

/** The working date on or after start's that closes first after start. */
const firstClose = (calendar: Calendar, start: Instant): WorkingDay | null => {
  const today = localDayOf(calendar.zone, start);
  return findWorkingDay(calendar, start, (horizon) => {
    const days = horizon.workingDays;
    let index = countWhile(days, (one) => one.day < today);
    while ((days[index]?.close ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    const [found, next] = [days[index], days[index + 1]];
    if (found === undefined || next === undefined) {
      return horizon.knownTo === Number.POSITIVE_INFINITY ? found : undefined;
    }
    // A window of 24 hours may close after the next date's.
    return next.close > start && next.close < found.close ? next : found;
  });
};

const sameTime = (calendar: Calendar, start: Instant, n: number): Instant | null => {
  const opening = nextOpening(calendar, start);
  if (opening === null || n === 0) return opening;
  const target = nthAfter(calendar, opening, n);
  if (target === null) return null;
  const wall = wallClock(calendar.zone, opening);
  const at = instantOrNull(
    firstShowing(calendar.zone, target.day * DAY + (wall - Math.floor(wall / DAY) * DAY)),
  );
  if (at === null || isOpen(calendar, at)) return at;
  const next = nextOpening(calendar, at);
  return next !== null && next < target.close ? next : instantOrNull(target.close);
};

/**
 * The deadline `n` working days after `start`; a working date is one on which a non-empty window starts.
 * Mode 'end' (default, Civil Code art. 191-194): the close of the n-th working date after start's own local date;
 * n = 0 is the first working close after start, on or after its date.
 * Mode 'sameTime': from the next opening, its wall time on the n-th working date after its date; where that is shut,
 * the next opening if it comes before that date's close, else that close; n = 0 is the next opening.
 * Null where there are not so many working dates. Throws RangeError for a fraction or a negative n.
 */
export const addWorkingDays = (
  calendar: Calendar,
  start: Instant,
  n: number,
  options: AddWorkingDaysOptions = {},
): Instant | null => {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`working days are a whole number from 0, got ${n}`);
  if (options.mode === 'sameTime') return sameTime(calendar, start, n);
  const day = n === 0 ? firstClose(calendar, start) : nthAfter(calendar, start, n);
  return day === null ? null : instantOrNull(day.close);
};
