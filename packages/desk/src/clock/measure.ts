import {
  addDays,
  addWorkingDays,
  addWorkingTime,
  endOfLocalDate,
  instant,
  isInstant,
  isOpen,
  localDateOf,
  nextOpening,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '@reglament/working-time';
import type { ClockChange, CountingRule, ClockPause } from './clock.ts';
import { calendarOf, type Calendars } from './calendars.ts';
import { deadlineOf, idleCount, type Measure } from './count.ts';

/** What a deadline depends on, besides the rule. */
export interface Counted {
  readonly startedAt: Instant;
  /** Milliseconds of the rule's measure, up to `since`. */
  readonly spentMs: number;
  /** Pauses count up to here. */
  readonly since: Instant;
  readonly pauses: readonly ClockPause[];
  readonly changes?: readonly ClockChange[];
}

const DAY = 86_400_000;

export const later = (t: Instant, ms: number): Instant | null => {
  const at = t + Math.round(ms);
  return isInstant(at) ? at : null;
};

const plainTime = (rule: CountingRule): boolean =>
  rule.target.kind === 'elapsed' || rule.target.kind === 'calendar-days';

/** Time of the rule's measure between two instants: plain for plain hours and calendar days, else working time. */
export const measure = (rule: CountingRule, calendars: Calendars, from: Instant, to: Instant): number => {
  if (to <= from) return 0;
  return plainTime(rule) ? to - from : workingTimeBetween(calendarOf(calendars, rule.schedule), from, to);
};

/** When counting begins: the start itself for plain time, else the next opening; null when it never opens. */
export const countsFrom = (rule: CountingRule, calendars: Calendars, startedAt: Instant): Instant | null =>
  plainTime(rule) ? startedAt : nextOpening(calendarOf(calendars, rule.schedule), startedAt);

/** The instant `ms` of the rule's measure after another one. */
export const advance = (
  rule: CountingRule,
  calendars: Calendars,
  from: Instant,
  ms: number,
): Instant | null =>
  plainTime(rule)
    ? later(from, ms)
    : addWorkingTime(calendarOf(calendars, rule.schedule), from, Math.round(ms));

/** A due time outside the hours goes to the next opening; exactly at closing it stays (R1). */
export const movedToOpening = (calendar: Calendar, due: Instant): Instant | null =>
  isOpen(calendar, due) || (due > 0 && isOpen(calendar, instant(due - 1))) ? due : nextOpening(calendar, due);

/** Time of the pauses between `from` and `since`; a pause still open counts up to `since`. */
const pausedBefore = (
  rule: CountingRule,
  calendars: Calendars,
  counted: Counted,
  since: Instant = counted.startedAt,
): number =>
  counted.pauses.reduce(
    (sum, { from, to }) =>
      sum +
      measure(
        rule,
        calendars,
        from < since ? since : from,
        to === null || to > counted.since ? counted.since : to,
      ),
    0,
  );

/** The people who agreed on a date knew of the pauses before: only later ones move it. */
const agreedAt = (counted: Counted): Instant =>
  counted.changes?.findLast(({ cause }) => cause === 'agreement')?.at ?? counted.startedAt;

const never = (due: Instant | null): number => due ?? Number.POSITIVE_INFINITY;

/** The deadline where it is a date of its own and no plain rest of the target; null: it is that rest. */
const datedBy = (rule: CountingRule, calendars: Calendars, counted: Counted): Measure['dated'] => {
  const { target } = rule;
  const upTo = (since: number): Counted => ({ ...counted, since: since as Instant });
  switch (target.kind) {
    case 'working-time':
      return null;
    case 'elapsed': {
      if (target.outsideHours === 'keep') return null;
      return (since, elapsed) => {
        const due = later(since as Instant, target.ms - elapsed);
        return never(due === null ? null : movedToOpening(calendarOf(calendars, rule.schedule), due));
      };
    }
    case 'working-days':
      return (since) => {
        const calendar = calendarOf(calendars, rule.schedule);
        const due = addWorkingDays(calendar, counted.startedAt, target.days, { mode: target.mode });
        const paused = pausedBefore(rule, calendars, upTo(since));
        return never(due === null || paused === 0 ? due : advance(rule, calendars, due, paused));
      };
    case 'calendar-days':
      return (since) => {
        const { zone } = calendarOf(calendars, rule.schedule);
        // Two days to spare for the zone's offset and the end of the last date.
        if (later(counted.startedAt, (target.days + 2) * DAY) === null) return Number.POSITIVE_INFINITY;
        const due = endOfLocalDate(zone, addDays(localDateOf(zone, counted.startedAt), target.days));
        return never(later(due, pausedBefore(rule, calendars, upTo(since))));
      };
    case 'agreed-date':
      return (since) => {
        if (!target.pausesMoveIt) return target.at;
        const paused = pausedBefore(rule, calendars, upTo(since), agreedAt(counted));
        return paused === 0 ? target.at : never(advance(rule, calendars, target.at, paused));
      };
  }
};

/**
 * How a rule counts a clock. Hours are due when the rest of the target is counted; days are counted from the clock's own
 * start and moved by the time of the pauses (R19); an agreed date is what it is.
 */
export const measureOf = (rule: CountingRule, calendars: Calendars, counted: Counted): Measure => ({
  calendar: plainTime(rule) ? null : calendarOf(calendars, rule.schedule),
  target: rule.target.kind === 'working-time' || rule.target.kind === 'elapsed' ? rule.target.ms : Number.NaN,
  dated: datedBy(rule, calendars, counted),
});

/** NaN and Infinity are how counting says "none". */
export const instantOrNull = (at: number): Instant | null => (Number.isFinite(at) ? instant(at) : null);

/**
 * The deadline of a clock that runs from `since` on and is not missed: never before `since`. Null when the schedule never
 * opens again.
 */
export const deadline = (rule: CountingRule, calendars: Calendars, counted: Counted): Instant | null =>
  instantOrNull(
    deadlineOf({
      ...idleCount(),
      ...measureOf(rule, calendars, counted),
      state: 'running',
      elapsed: counted.spentMs,
      since: counted.since,
    }),
  );
