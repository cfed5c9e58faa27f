import type { Instant } from '@reglament/working-time';
import type { Calendars } from './calendars.ts';
import type { Clock } from './clock.ts';
import { advance, deadline, measure } from './measure.ts';

/** Milliseconds of the rule's measure spent up to `at`; frozen while paused or stopped. */
export const spentAt = (clock: Clock, at: Instant, calendars: Calendars): number =>
  clock.status === 'running'
    ? clock.spentMs + measure(clock.rule, calendars, clock.since, at)
    : clock.spentMs;

/** The deadline is a date of its own, not so much time from now. */
const datedTarget = (clock: Clock): boolean =>
  clock.rule.target.kind !== 'working-time' && clock.rule.target.kind !== 'elapsed';

/** The measure from one instant to another, negative when it goes back. */
const signed = (clock: Clock, calendars: Calendars, from: Instant, to: Instant): number =>
  to >= from ? measure(clock.rule, calendars, from, to) : -measure(clock.rule, calendars, to, from);

/**
 * Target minus spent, in milliseconds of the rule's measure: negative when exceeded, frozen while paused or stopped. Null
 * when the schedule never opens again. Days are turned into the time that is left until their deadline.
 */
export const remainingAt = (clock: Clock, at: Instant, calendars: Calendars): number | null => {
  const { target } = clock.rule;
  if (target.kind === 'working-time' || target.kind === 'elapsed')
    return target.ms - spentAt(clock, at, calendars);
  const due = deadline(clock.rule, calendars, clock);
  const now = clock.status === 'running' && at > clock.since ? at : clock.since;
  return due === null ? null : signed(clock, calendars, now, due);
};

/** The whole target in milliseconds of the rule's measure; days take what their dates really hold. */
const targetMs = (clock: Clock, calendars: Calendars): number | null => {
  const { target } = clock.rule;
  if (target.kind === 'working-time' || target.kind === 'elapsed') return target.ms;
  const due = deadline(clock.rule, calendars, { ...clock, pauses: [], since: clock.startedAt, spentMs: 0 });
  return due === null ? null : measure(clock.rule, calendars, clock.startedAt, due);
};

export interface WarningInstant {
  /** Share of the target, in (0, 1). */
  readonly fraction: number;
  readonly at: Instant;
}

/**
 * When people are to be warned, if nothing changes: the instants at which the clock reaches shares of its target, in the
 * order given. A share already passed is left out, since people were warned then; after a change of rule it is due at once,
 * because the deadline is another one. Empty unless the clock runs towards a deadline not yet missed.
 */
export const warningInstants = (
  clock: Clock,
  fractions: readonly number[],
  calendars: Calendars,
): readonly WarningInstant[] => {
  if (clock.status !== 'running' || clock.dueAt === null || clock.breachedAt !== null) return [];
  const whole = targetMs(clock, calendars);
  if (whole === null) return [];
  // Days are counted from their dates, so what was spent before a change of rule has to be counted anew.
  const left = datedTarget(clock)
    ? measure(clock.rule, calendars, clock.since, clock.dueAt)
    : whole - clock.spentMs;
  const spent = whole - left;
  const changedNow = clock.changes?.at(-1)?.at === clock.since;
  return fractions.flatMap((fraction) => {
    const ms = fraction * whole - spent;
    if (ms <= 0) return changedNow ? [{ fraction, at: clock.since }] : [];
    const at = advance(clock.rule, calendars, clock.since, ms);
    return at === null ? [] : [{ fraction, at }];
  });
};
