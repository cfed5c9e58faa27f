import { knowing, type Calendar } from './calendar.ts';
import { countUpTo } from './count-up-to.ts';
import { checkedInstant, type Instant } from './instant.ts';
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
 * Throws WorkingTimeError 'instant-invalid'.
 *
 *     stretches(office, mondayNoon, tuesdayNoon) // [{ date: '2026-11-23', from, to }, { date: '2026-11-24', from, to }]
 */
export const stretches = (calendar: Calendar, from: Instant, to: Instant): readonly Stretch[] => {
  const [first, last] = [checkedInstant(from, 'from'), checkedInstant(to, 'to')];
  if (last <= first) return [];
  const { stretchDays, stretchStarts, stretchEnds } = knowing(calendar, first, last).days;
  const end = countUpTo(stretchStarts, last - 1);
  const found: Stretch[] = [];
  for (let i = countUpTo(stretchEnds, first); i < end; i += 1) {
    found.push({
      date: dateOfDayNumber(stretchDays[i] as number),
      from: Math.max(stretchStarts[i] as number, first) as Instant,
      to: Math.min(stretchEnds[i] as number, last) as Instant,
    });
  }
  return found;
};
