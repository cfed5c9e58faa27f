import type { Instant } from '@reglament/working-time';
import type { Calendars } from './calendars.ts';
import type { Clock, ClockChangeCause, CountingRule } from './clock.ts';
import * as counting from './count.ts';
import { countsFrom, deadline, instantOrNull, measureOf } from './measure.ts';

// A clock's record around the counting of count.ts. An event that can't be (a resume while running) changes nothing, and an
// instant before the clock's last event counts as that event's own instant: the functions are total, the decider says no to
// people.

const notBefore = (clock: Clock, at: Instant): Instant => (at < clock.since ? clock.since : at);

const NONE = Number.NaN;

/** The clock as numbers. Its deadline is the one that people were told: counting does not ask for it again. */
const countOf = (clock: Clock, calendars: Calendars): counting.Count => ({
  ...measureOf(clock.rule, calendars, clock),
  state: clock.status,
  elapsed: clock.spentMs,
  since: clock.since,
  due: clock.status === 'running' ? (clock.dueAt ?? Number.POSITIVE_INFINITY) : NONE,
  breachedAt: clock.breachedAt ?? NONE,
  firstBreachAt: clock.firstBreachAt ?? NONE,
  judgeAtReopening: false,
});

/** The clock with what was counted. The last deadline in force stays on record. */
const counted = (clock: Clock, count: counting.Count): Clock => {
  const dueAt = instantOrNull(counting.deadlineOf(count));
  return {
    ...clock,
    status: count.state === 'idle' ? clock.status : count.state,
    spentMs: count.elapsed,
    since: count.since as Instant,
    dueAt,
    lastDueAt: dueAt ?? clock.lastDueAt,
    breachedAt: instantOrNull(count.breachedAt),
    firstBreachAt: instantOrNull(count.firstBreachAt),
  };
};

const closeLastPause = (clock: Clock, at: Instant): Clock['pauses'] =>
  clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

/** A clock that starts to run. */
export const armClock = (rule: CountingRule, startedAt: Instant, calendars: Calendars): Clock => {
  const dueAt = deadline(rule, calendars, { startedAt, spentMs: 0, since: startedAt, pauses: [] });
  return {
    id: rule.clock,
    rule,
    status: 'running',
    startedAt,
    countsFrom: countsFrom(rule, calendars, startedAt),
    spentMs: 0,
    since: startedAt,
    dueAt,
    lastDueAt: dueAt,
    pauses: [],
    breachedAt: null,
    firstBreachAt: null,
    outcome: null,
    stoppedAt: null,
    stopCause: null,
  };
};

/** A running clock counted up to `at`, by the hours it has had so far: others may go on from there. */
export const advanceClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'running') return clock;
  const count = countOf(clock, calendars);
  counting.advance(count, notBefore(clock, at));
  return counted(clock, count);
};

/** Running to paused. What was due stays in `lastDueAt`. */
export const pauseClock = (clock: Clock, at: Instant, cause: string, calendars: Calendars): Clock => {
  const count = countOf(clock, calendars);
  const now = notBefore(clock, at);
  if (!counting.pause(count, now)) return clock;
  return { ...counted(clock, count), pauses: [...clock.pauses, { from: now, to: null, cause }] };
};

/** Paused to running: only time that would have run was lost (definition 13). */
export const resumeClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  const now = notBefore(clock, at);
  const open: Clock = { ...clock, pauses: closeLastPause(clock, now) };
  const count = countOf(open, calendars);
  return counting.resume(count, now) ? counted(open, count) : clock;
};

/**
 * News of a stop can come after the miss was noticed: stopped not later than the deadline, it never was missed. A miss that a
 * change of rule made is at the segment's own start and stays.
 */
const unmissed = (clock: Clock, at: Instant): Clock => {
  const { breachedAt } = clock;
  if (clock.status !== 'running' || breachedAt === null || at > breachedAt || clock.since >= breachedAt)
    return clock;
  const firstBreachAt = clock.firstBreachAt === breachedAt ? null : clock.firstBreachAt;
  return { ...clock, breachedAt: null, firstBreachAt };
};

/** Ends the clock: met when not later than the deadline. An outcome already on record stays (R21). */
export const stopClock = (clock: Clock, at: Instant, cause: string, calendars: Calendars): Clock => {
  const now = notBefore(clock, at);
  const count = countOf(unmissed(clock, now), calendars);
  if (!counting.stop(count, now)) return clock;
  const ended = counted(clock, count);
  return {
    ...ended,
    pauses: closeLastPause(clock, now),
    outcome: clock.outcome ?? (ended.breachedAt === null ? 'met' : 'missed'),
    stoppedAt: now,
    stopCause: cause,
  };
};

interface NextRule {
  readonly rule: CountingRule;
  readonly cause: ClockChangeCause;
  readonly anew?: true;
}

/**
 * Rule 15: counted to the change by the old rule, on by the new one; what elapsed is kept, a miss that the change causes
 * dates from the change, one not exceeded clears the present miss, the first miss stays on record. A calendar alone judges
 * nothing (row 26). Anew: nothing of what elapsed is kept, days are counted from the change.
 */
const changed = (clock: Clock, { rule, cause, anew }: NextRule, at: Instant, calendars: Calendars): Clock => {
  const count = countOf(clock, calendars);
  counting.advance(count, at);
  const begins = anew === undefined ? {} : { anew };
  const before = { at, cause, before: clock.rule, spentMs: count.elapsed, ...begins };
  const ruled: Clock = {
    ...clock,
    rule,
    countsFrom: countsFrom(rule, calendars, clock.startedAt),
    changes: [...(clock.changes ?? []), before],
  };
  // A pause still open counts as ending now.
  const measure = measureOf(rule, calendars, { ...ruled, since: at });
  counting.change(count, at, measure, cause !== 'calendar', anew);
  return counted(ruled, count);
};

/** A stop taken away, its rule or the one found meanwhile in force from `at` on. */
const reopened = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  const { changeAtReopening, ...open } = clock;
  const count = countOf(open, calendars);
  counting.reopen(count, at);
  const runs = counted(open, count);
  // The old rule's deadline never was in force again.
  return changeAtReopening === undefined
    ? runs
    : changed({ ...runs, lastDueAt: clock.lastDueAt }, changeAtReopening, at, calendars);
};

const reopening = (clock: Clock, now: Instant): Clock => {
  const pauses = [...clock.pauses, { from: clock.since, to: now, cause: 'stopped' }];
  return { ...clock, pauses, stoppedAt: null, stopCause: null };
};

/**
 * Stopped to running, the time since the stop not counted (R21). A rule found meanwhile comes into force and is judged
 * now (rule 16); the first outcome stays.
 */
export const reopenClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'stopped') return clock;
  const now = notBefore(clock, at);
  return reopened(reopening(clock, now), now, calendars);
};

/**
 * Stopped to running, counted anew from the objection on by the rule of today (R21, its alternative); the first outcome and the
 * first miss stay on record.
 */
export const restartClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'stopped') return clock;
  const now = notBefore(clock, at);
  const rule = clock.changeAtReopening?.rule ?? clock.rule;
  const changeAtReopening = { rule, cause: 'objection', anew: true } as const;
  return reopened({ ...reopening(clock, now), changeAtReopening }, now, calendars);
};

/**
 * Takes a stop back as if it had never been: counting goes on from the stop, not from now (R34, a bounced notice). The
 * outcome of this stop goes with it.
 */
export const withdrawStop = (clock: Clock, calendars: Calendars): Clock => {
  if (clock.status !== 'stopped') return clock;
  const judgedBefore = clock.pauses.some(({ cause }) => cause === 'stopped');
  const outcome = judgedBefore ? clock.outcome : null;
  return reopened({ ...clock, outcome, stoppedAt: null, stopCause: null }, clock.since, calendars);
};

/**
 * Another rule from `at` on. A stopped clock keeps its rule for the record and takes the new one when it is reopened
 * (rule 16); a calendar that comes after another target does not take away that target's judging.
 *
 * @param spent `anew`: what elapsed is not kept, counting begins at the change or the reopening.
 */
export const retargetClock = (
  clock: Clock,
  rule: CountingRule,
  at: Instant,
  cause: ClockChangeCause,
  calendars: Calendars,
  spent: 'kept' | 'anew' = 'kept',
): Clock => {
  const begins = spent === 'anew' ? ({ anew: true } as const) : {};
  if (clock.status !== 'stopped')
    return changed(clock, { rule, cause, ...begins }, notBefore(clock, at), calendars);
  const waiting = clock.changeAtReopening;
  const known = waiting?.anew === true ? ({ anew: true } as const) : begins;
  const before = waiting?.cause ?? cause;
  return { ...clock, changeAtReopening: { rule, cause: cause === 'calendar' ? before : cause, ...known } };
};

/**
 * Records a miss, dated from the deadline. The caller has seen that the deadline is over: a clock stopped at the deadline
 * itself is met (definition 9). Before the deadline nothing changes.
 */
export const breachClock = (clock: Clock, at: Instant): Clock =>
  clock.status === 'running' && clock.breachedAt === null && clock.dueAt !== null && at >= clock.dueAt
    ? { ...clock, breachedAt: clock.dueAt, firstBreachAt: clock.firstBreachAt ?? clock.dueAt }
    : clock;
