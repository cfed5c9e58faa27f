import { addWorkingTime, type Instant } from '@reglament/working-time';
import type { WarningMark, WarningOffset } from '../regulation/regulation.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import { wholeMs } from './clock-time.ts';
import type { Clock } from './clock.ts';
import { advance, deadline, later, measure } from './measure.ts';
import { markOf } from './warning-mark.ts';

export type WarningInstant = WarningMark & { readonly at: Instant };

/** So long before a deadline; null: before the years that instants know. */
const ahead = (clock: Clock, before: WarningOffset, due: Instant, calendars: Calendars): Instant | null =>
  before.measure === 'elapsed'
    ? later(due, -before.ms)
    : addWorkingTime(calendarOf(calendars, clock.rule.schedule), due, -before.ms);

/** Whether it had not come yet when the last pause began: the nights and days of the pause brought it forward. */
const skippedByPause = (clock: Clock, before: WarningOffset, calendars: Calendars): boolean => {
  const last = clock.pauses.at(-1);
  if (last === undefined || last.to !== clock.since) return false;
  const then = { ...clock, since: last.from, pauses: clock.pauses.slice(0, -1) };
  const due = deadline(clock.rule, calendars, then);
  const at = due === null ? null : ahead(clock, before, due, calendars);
  return at !== null && at > last.from;
};

/** The instant at which a share of the promised time is used up; `passed` when that was before the running segment. */
const shareInstant = (
  clock: Clock,
  fraction: number,
  due: Instant,
  calendars: Calendars,
): Instant | null | 'passed' => {
  const whole = wholeMs(clock, calendars);
  if (whole === null) return null;
  // Seen from the deadline: days are counted from their dates, so what was spent before a change of rule counts anew.
  const left = measure(clock, calendars, clock.since, due);
  const ms = fraction * whole - (whole - left);
  return ms <= 0 ? 'passed' : advance(clock, calendars, clock.since, ms);
};

/**
 * When people are to be warned, if nothing changes, in the order of their instants. A mark already passed is left out, since
 * people were warned then; after a change of rule it is due at once, because the deadline is another one. Empty unless the
 * clock runs towards a deadline not yet missed.
 */
export const warningInstants = (
  clock: Clock,
  marks: readonly WarningMark[],
  calendars: Calendars,
): readonly WarningInstant[] => {
  const { since, dueAt } = clock;
  if (clock.status !== 'running' || dueAt === null || clock.breachedAt !== null) return [];
  const changedNow = clock.changes?.at(-1)?.at === since;
  const found = marks.flatMap((mark): WarningInstant[] => {
    const one = markOf(mark);
    if (mark.before === undefined) {
      const at = shareInstant(clock, mark.fraction, dueAt, calendars);
      if (at !== 'passed') return at === null ? [] : [{ ...one, at }];
      return changedNow ? [{ ...one, at: since }] : [];
    }
    const at = ahead(clock, mark.before, dueAt, calendars);
    if (at !== null && at > since) return [{ ...one, at }];
    return changedNow || skippedByPause(clock, mark.before, calendars) ? [{ ...one, at: since }] : [];
  });
  return found.toSorted((a, b) => a.at - b.at);
};
