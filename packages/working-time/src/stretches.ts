import { knowing, type Calendar } from './calendar.ts';
import { countWhile } from './horizon.ts';
import type { Instant } from './instant.ts';
import { dateOfDayNumber, type LocalDate } from './local-date.ts';

/** Open without a break from `from` to `to` by the windows that start on `date`. */
export interface Stretch {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The open stretches within [from, to), in order, none overlapping: their lengths add up to `workingTimeBetween`.
 * A stretch belongs to the date its window starts on, also past midnight. Empty when `to` is not after `from`.
 */
export const stretches = (calendar: Calendar, from: Instant, to: Instant): readonly Stretch[] => {
  if (to <= from) return [];
  const { dayStretches } = knowing(calendar, from, to);
  const first = countWhile(dayStretches, (stretch) => stretch.to <= from);
  const end = countWhile(dayStretches, (stretch) => stretch.from < to);
  return dayStretches.slice(first, end).map((stretch) => ({
    date: dateOfDayNumber(stretch.day),
    from: Math.max(stretch.from, from) as Instant,
    to: Math.min(stretch.to, to) as Instant,
  }));
};
