import type { Instant } from '@reglament/working-time';
import type { Calendars } from './calendars.ts';
import type { Clock } from './clock.ts';
import { countedFrom, instantOrNull, measure, measureOf } from './measure.ts';

/** Milliseconds of the rule's measure spent up to `at`; frozen while paused or stopped. */
export const spentAt = (clock: Clock, at: Instant, calendars: Calendars): number =>
  clock.status === 'running' ? clock.spentMs + measure(clock, calendars, clock.since, at) : clock.spentMs;

/** The measure from one instant to another, negative when it goes back. */
const signed = (clock: Clock, calendars: Calendars, from: Instant, to: Instant): number =>
  to >= from ? measure(clock, calendars, from, to) : -measure(clock, calendars, to, from);

/**
 * What is left until the deadline, in milliseconds of the rule's measure (row 17): negative when exceeded, frozen while
 * paused or stopped. Null when the schedule never opens again. Where the deadline is a date (days, an agreed date, a move
 * to the next opening) it is the time until that date.
 */
export const remainingAt = (clock: Clock, at: Instant, calendars: Calendars): number | null => {
  const { dated, target } = measureOf(clock.rule, calendars, clock);
  if (dated === null) return target - spentAt(clock, at, calendars);
  const due = instantOrNull(dated(clock.since, clock.spentMs));
  const now = clock.status === 'running' && at > clock.since ? at : clock.since;
  return due === null ? null : signed(clock, calendars, now, due);
};

/**
 * Share of the promised time that is spent: 0 at the start, 1 at the deadline, more when exceeded, frozen while paused or
 * stopped. Null when the schedule never opens again.
 */
export const shareAt = (clock: Clock, at: Instant, calendars: Calendars): number | null => {
  const left = remainingAt(clock, at, calendars);
  if (left === null) return null;
  const spent = spentAt(clock, at, calendars);
  // Nothing was promised, or the date lies before the first opening: the deadline is reached at once.
  return spent + left <= 0 ? 1 : spent / (spent + left);
};

/** The whole promised time in milliseconds of the rule's measure; days take what their dates really hold. */
export const wholeMs = (clock: Clock, calendars: Calendars): number | null => {
  const begins = countedFrom(clock);
  const { dated, target } = measureOf(clock.rule, calendars, { ...clock, pauses: [] });
  if (dated === null) return target;
  const due = instantOrNull(dated(begins, 0));
  return due === null ? null : measure(clock, calendars, begins, due);
};
