import { knowing, knows, tableOfCalendar, type Calendar } from './calendar.ts';
import { checkedInstant, type Instant, type Milliseconds } from './instant.ts';
import { openBefore } from './interval-table.ts';

const compileAndCount = (calendar: Calendar, a: Instant, b: Instant): Milliseconds => {
  const [from, to] = [checkedInstant(a, 'a'), checkedInstant(b, 'b')];
  const { table } = from <= to ? knowing(calendar, from, to) : knowing(calendar, to, from);
  return openBefore(table, to) - openBefore(table, from);
};

/**
 * Working time from `a` to `b` in milliseconds; negative when `b` is before `a`. Throws WorkingTimeError
 * 'instant-invalid'.
 *
 *     workingTimeBetween(office, mondayNoon, tuesdayNoon) // 32_400_000: nine hours
 */
export const workingTimeBetween = (calendar: Calendar, a: Instant, b: Instant): Milliseconds => {
  const table = tableOfCalendar(calendar);
  if (knows(table, a) && knows(table, b)) return openBefore(table, b) - openBefore(table, a);
  return compileAndCount(calendar, a, b);
};
