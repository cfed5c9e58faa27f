import { further, horizonOf, knowing, knows, tableOfCalendar, type Calendar } from './calendar.ts';
import type { Horizon } from './horizon.ts';
import { checkedInstant, type Instant } from './instant.ts';
import { intervalNear, type OpenTable } from './interval-table.ts';

/** The table that knows `t`; throws when it is no instant. */
const tableAt = (calendar: Calendar, t: Instant): OpenTable => {
  const table = tableOfCalendar(calendar);
  if (knows(table, t)) return table;
  const at = checkedInstant(t, 't');
  return knowing(calendar, at, at).table;
};

/**
 * Whether `t` is within opening hours; half open: the opening instant is, the closing one is not.
 * Throws WorkingTimeError 'instant-invalid'.
 *
 *     isOpen(office, parseInstant('2026-11-23T18:00:00+03:00')) // false: it closed at that moment
 */
export const isOpen = (calendar: Calendar, t: Instant): boolean => {
  const table = tableAt(calendar, t);
  const { pairs } = table;
  const at = intervalNear(table, t);
  const since = t - (pairs[at + 1] as number);
  return since >= (pairs[at] as number) && since < (pairs[at + 2] as number);
};

/** The first open instant of the table at or after `t`; at or beyond its end when there is none. */
const openingIn = (table: OpenTable, t: number): number => {
  const { pairs } = table;
  const at = intervalNear(table, t);
  const shift = pairs[at + 1] as number;
  return t < shift + (pairs[at + 2] as number)
    ? Math.max(t, shift + (pairs[at] as number))
    : (pairs[at + 2] as number) + (pairs[at + 3] as number);
};

/**
 * The first open instant at or after `t`: `t` itself when open, null when it never opens again.
 * Throws WorkingTimeError 'instant-invalid'.
 *
 *     nextOpening(office, parseInstant('2026-11-27T18:00:00+03:00')) // Monday the 30th, 09:00
 */
export const nextOpening = (calendar: Calendar, t: Instant): Instant | null => {
  const table = tableAt(calendar, t);
  const opening = openingIn(table, t);
  if (opening < table.to) return opening as Instant;
  let horizon: Horizon | null = further(calendar, horizonOf(calendar));
  while (horizon !== null) {
    const found = openingIn(horizon.table, t);
    if (found < horizon.table.to) return found as Instant;
    horizon = further(calendar, horizon);
  }
  return null;
};
