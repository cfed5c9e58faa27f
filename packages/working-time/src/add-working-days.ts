import { further, knowing, patternOfCalendar, type Calendar } from './calendar.ts';
import { assertOptions, unknownOption } from './checked-options.ts';
import type { CompiledDays } from './compile-days.ts';
import type { Horizon } from './horizon.ts';
import { checkedInstant, DAY, instantOrNull, type Instant } from './instant.ts';
import { isOpen, nextOpening } from './opening.ts';
import { localDayOf, wallClock } from './wall-time.ts';
import { WorkingTimeError } from './working-time-error.ts';
import { firstShowing } from './zone-offsets.ts';

/** 'end': the close of the n-th working date. 'sameTime': the same wall time on it, within that day's hours. */
export interface AddWorkingDaysOptions {
  readonly mode?: 'end' | 'sameTime';
}

const modeOf = (options: AddWorkingDaysOptions | undefined): 'end' | 'sameTime' => {
  assertOptions(options);
  const mode = options?.mode;
  if (mode === undefined || mode === 'end') return 'end';
  if (mode === 'sameTime') return mode;
  throw unknownOption('options.mode', "mode is 'end' or 'sameTime'", mode);
};

/** How many of the compiled working days are before `day`. */
const workingBefore = ({ workingBefore: counts, firstDay, endDay }: CompiledDays, day: number): number =>
  counts[Math.min(Math.max(day, firstDay), endDay) - firstDay] as number;

/** The n-th working day after the local day of `start`, with the days it was found in; null where there is none. */
const nthAfter = (
  calendar: Calendar,
  start: Instant,
  n: number,
): { readonly day: number; readonly close: number } | null => {
  const today = localDayOf(patternOfCalendar(calendar).zone, start);
  let horizon: Horizon | null = knowing(calendar, start, start);
  while (horizon !== null) {
    const { days } = horizon;
    const i = workingBefore(days, today + 1) + n - 1;
    if (i < days.closes.length) {
      return { day: days.workingDays[i] as number, close: days.closes[i] as number };
    }
    horizon = further(calendar, horizon);
  }
  return null;
};

/** The first close after `start` of the working days from its local day on. */
const firstClose = (calendar: Calendar, start: Instant): number | null => {
  const today = localDayOf(patternOfCalendar(calendar).zone, start);
  let horizon: Horizon | null = knowing(calendar, start, start);
  while (horizon !== null) {
    const { closes } = horizon.days;
    let i = workingBefore(horizon.days, today);
    while (i < closes.length && (closes[i] as number) <= start) i += 1;
    const beyond = further(calendar, horizon);
    // A window of 24 hours may close after the next date's, so that one has to be known too.
    if (i + 1 < closes.length || (beyond === null && i < closes.length)) {
      const [found, next] = [closes[i] as number, closes[i + 1] ?? Number.POSITIVE_INFINITY];
      return next > start ? Math.min(found, next) : found;
    }
    horizon = beyond;
  }
  return null;
};

const sameTime = (calendar: Calendar, start: Instant, n: number): Instant | null => {
  const opening = nextOpening(calendar, start);
  if (opening === null || n === 0) return opening;
  const target = nthAfter(calendar, opening, n);
  if (target === null) return null;
  const { zone } = patternOfCalendar(calendar);
  const wall = wallClock(zone, opening);
  const time = wall - Math.floor(wall / DAY) * DAY;
  const at = instantOrNull(firstShowing(zone, target.day * DAY + time));
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
 * Null where there are not so many working dates. Throws WorkingTimeError: 'instant-invalid', 'count-invalid' for a
 * fraction or a negative n, 'option-unknown'.
 *
 *     addWorkingDays(office, tuesdayMorning, 2) // Thursday 18:00
 */
export const addWorkingDays = (
  calendar: Calendar,
  start: Instant,
  n: number,
  options?: AddWorkingDaysOptions,
): Instant | null => {
  const mode = modeOf(options);
  const from = checkedInstant(start, 'start');
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new WorkingTimeError(
      'count-invalid',
      'n',
      `working days are a whole number from 0, got ${String(n)}`,
    );
  }
  if (mode === 'sameTime') return sameTime(calendar, from, n);
  const close = n === 0 ? firstClose(calendar, from) : (nthAfter(calendar, from, n)?.close ?? null);
  return close === null ? null : instantOrNull(close);
};
