import type { Instant } from '@reglament/working-time';
import type { Calendars } from './calendars.ts';
import type { Clock, ClockChangeCause, CountingRule } from './clock.ts';
import { countsFrom, deadline, measure } from './measure.ts';

// An event that can't be (a resume while running) changes nothing, and an instant before the clock's last event counts as
// that event's own instant: the functions are total, the decider says no to people.

const notBefore = (clock: Clock, at: Instant): Instant => (at < clock.since ? clock.since : at);

/** Counts a running clock up to an instant. */
const spentTo = (clock: Clock, at: Instant, calendars: Calendars): number =>
  clock.status === 'running'
    ? clock.spentMs + measure(clock.rule, calendars, clock.since, at)
    : clock.spentMs;

const withBreach = (clock: Clock, at: Instant): Clock => ({
  ...clock,
  breachedAt: at,
  firstBreachAt: clock.firstBreachAt ?? at,
});

/** A miss dates from the deadline, however late it is noticed. */
const noticeBreach = (clock: Clock, at: Instant): Clock =>
  clock.status === 'running' && clock.breachedAt === null && clock.dueAt !== null && at > clock.dueAt
    ? withBreach(clock, clock.dueAt)
    : clock;

const running = (clock: Clock, calendars: Calendars): Clock => {
  const dueAt = clock.breachedAt ?? deadline(clock.rule, calendars, clock);
  return { ...clock, status: 'running', dueAt, lastDueAt: dueAt ?? clock.lastDueAt };
};

const closeLastPause = (clock: Clock, at: Instant): Clock['pauses'] =>
  clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));

/**
 * Puts a rule in force at an instant and judges it there: a target already exceeded is missed from now, one not exceeded
 * clears the present miss. The first miss stays on record.
 */
const judged = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  // A pause still open counts as ending now.
  const due = deadline(clock.rule, calendars, { ...clock, since: at });
  if (due === null || due >= at) return { ...clock, breachedAt: null };
  return clock.breachedAt === null ? withBreach(clock, at) : clock;
};

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

/** Running to paused. What was due stays in `lastDueAt`. */
export const pauseClock = (clock: Clock, at: Instant, cause: string, calendars: Calendars): Clock => {
  if (clock.status !== 'running') return clock;
  const now = notBefore(clock, at);
  return {
    ...noticeBreach(clock, now),
    status: 'paused',
    spentMs: spentTo(clock, now, calendars),
    since: now,
    dueAt: null,
    pauses: [...clock.pauses, { from: now, to: null, cause }],
  };
};

/** Paused to running: only time that would have run was lost (definition 13). */
export const resumeClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'paused') return clock;
  const now = notBefore(clock, at);
  return running({ ...clock, since: now, pauses: closeLastPause(clock, now) }, calendars);
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
  if (clock.status === 'stopped') return clock;
  const now = notBefore(clock, at);
  const noticed = noticeBreach(unmissed(clock, now), now);
  return {
    ...noticed,
    status: 'stopped',
    spentMs: spentTo(clock, now, calendars),
    since: now,
    dueAt: null,
    pauses: closeLastPause(clock, now),
    outcome: clock.outcome ?? (noticed.breachedAt === null ? 'met' : 'missed'),
    stoppedAt: now,
    stopCause: cause,
  };
};

interface NextRule {
  readonly rule: CountingRule;
  readonly cause: ClockChangeCause;
}

const withRule = (clock: Clock, { rule, cause }: NextRule, at: Instant, calendars: Calendars): Clock => ({
  ...clock,
  rule,
  countsFrom: countsFrom(rule, calendars, clock.startedAt),
  changes: [...(clock.changes ?? []), { at, cause, before: clock.rule, spentMs: clock.spentMs }],
});

/**
 * Stopped to running, the time since the stop not counted (R21). A rule found meanwhile comes into force and is judged
 * now (rule 16); the first outcome stays.
 */
export const reopenClock = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'stopped') return clock;
  const now = notBefore(clock, at);
  const { changeAtReopening, ...kept } = clock;
  const open: Clock = {
    ...kept,
    since: now,
    pauses: [...clock.pauses, { from: clock.since, to: now, cause: 'stopped' }],
    stoppedAt: null,
    stopCause: null,
  };
  const ruled =
    changeAtReopening === undefined
      ? open
      : judged(withRule(open, changeAtReopening, now, calendars), now, calendars);
  return running(ruled, calendars);
};

/**
 * Takes a stop back as if it had never been: counting goes on from the stop, not from now (R34, a bounced notice). The
 * outcome of this stop goes with it.
 */
export const withdrawStop = (clock: Clock, calendars: Calendars): Clock => {
  if (clock.status !== 'stopped') return clock;
  const { changeAtReopening, ...kept } = clock;
  const judgedBefore = clock.pauses.some(({ cause }) => cause === 'stopped');
  const open: Clock = {
    ...kept,
    outcome: judgedBefore ? clock.outcome : null,
    stoppedAt: null,
    stopCause: null,
  };
  const ruled =
    changeAtReopening === undefined
      ? open
      : judged(withRule(open, changeAtReopening, open.since, calendars), open.since, calendars);
  return running(ruled, calendars);
};

/**
 * Another rule from `at` on (working-time rule 15): counted up to then under the old one, what elapsed is kept, a miss that
 * the change causes dates from the change. A stopped clock keeps its rule for the record and takes the new one when it is
 * reopened.
 */
export const retargetClock = (
  clock: Clock,
  rule: CountingRule,
  at: Instant,
  cause: ClockChangeCause,
  calendars: Calendars,
): Clock => {
  const next = { rule, cause };
  if (clock.status === 'stopped') return { ...clock, changeAtReopening: next };
  const now = notBefore(clock, at);
  if (clock.status === 'paused') return judged(withRule(clock, next, now, calendars), now, calendars);
  const advanced = { ...noticeBreach(clock, now), spentMs: spentTo(clock, now, calendars), since: now };
  return running(judged(withRule(advanced, next, now, calendars), now, calendars), calendars);
};

/**
 * Records a miss, dated from the deadline. The caller has seen that the deadline is over: a clock stopped at the deadline
 * itself is met (definition 9). Before the deadline nothing changes.
 */
export const breachClock = (clock: Clock, at: Instant): Clock =>
  clock.status === 'running' && clock.breachedAt === null && clock.dueAt !== null && at >= clock.dueAt
    ? withBreach(clock, clock.dueAt)
    : clock;
