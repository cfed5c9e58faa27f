import type { Instant } from '@reglament/working-time';
import type { WarningMark } from '../../regulation/regulation.ts';
import { calendarOf, type Calendars } from '../calendars.ts';
import { clockStates, type ClockState, type RuleCalendars } from './clock-states.ts';
import { remainingAt, spentAt } from '../clock-time.ts';
import type { Clock } from '../clock.ts';
import { countStretches, runsOf, type TraceStretch } from './count-stretches.ts';
import type { CountedTrace } from './trace.ts';
import { countingFrom, measure } from '../measure.ts';
import { resumeClock } from '../run-clock.ts';
import { changesOf } from './trace-changes.ts';
import { datesOf } from './trace-dates.ts';
import { periodsOf, plainDue } from './trace-periods.ts';
import { warningInstants, type WarningInstant } from '../warning-instants.ts';

type WarnAt = readonly WarningMark[];

/** Each part of a pause in the measure of the rule in force then. */
const pauseCost = (clock: Clock, calendarsOf: RuleCalendars, from: Instant, to: Instant): number => {
  const changes = clock.changes ?? [];
  const bounds = [clock.startedAt, ...changes.map((change) => change.at)];
  return bounds.reduce((sum, bound, index) => {
    const rule = changes[index]?.before ?? clock.rule;
    const end = bounds[index + 1];
    const [a, b] = [from > bound ? from : bound, end !== undefined && end < to ? end : to];
    const begun = { startedAt: clock.startedAt, changes: changes.slice(0, index), rule };
    return sum + measure(begun, calendarsOf(rule), a, b);
  }, 0);
};

const ahead = (
  clock: Clock,
  calendars: Calendars,
  since: Instant,
  dueAt: Instant | null,
): readonly TraceStretch[] => {
  const { rule } = clock;
  const from = countingFrom(clock, calendars, since);
  if (dueAt === null) return [];
  const found = countStretches(rule, calendars, [{ from, to: dueAt, dueAt: null, plainDueAt: null }]);
  return runsOf(found) === null ? found : [];
};

const unusedOf = (clock: Clock, calendars: Calendars): readonly TraceStretch[] =>
  clock.stoppedAt === null ? [] : ahead(clock, calendars, clock.stoppedAt, clock.lastDueAt);

const expectedOf = (clock: Clock, calendars: Calendars, at: Instant): readonly TraceStretch[] =>
  clock.status === 'paused' ? ahead(clock, calendars, at, resumeClock(clock, at, calendars).dueAt) : [];

/** Only a stop that was taken back leaves a running clock with an instant at which nothing else happened. */
const withdrawnStopAt = (clock: Clock, states: readonly ClockState[]): Instant | null =>
  clock.status === 'running' && states.at(-1)?.clock.since !== clock.since ? clock.since : null;

const warningsOf = (
  states: readonly ClockState[],
  calendarsOf: RuleCalendars,
  warnAt: WarnAt,
): readonly WarningInstant[] =>
  states.flatMap(({ clock }, index) => {
    const next = states[index + 1]?.at;
    return warningInstants({ ...clock, breachedAt: null }, warnAt, calendarsOf(clock.rule)).filter(
      ({ at }) => (next === undefined || at < next) && (clock.breachedAt === null || at < clock.breachedAt),
    );
  });

/**
 * Counts a clock's whole record again, as things stand at `at`.
 *
 * @param calendarsOf each rule's own: a clock that went over to a later edition of a calendar has two.
 * @param warnAt when people are warned.
 */
export const countTrace = (
  clock: Clock,
  calendarsOf: RuleCalendars,
  at: Instant,
  warnAt: WarnAt,
): CountedTrace => {
  const calendars = calendarsOf(clock.rule);
  const now = at > clock.since ? at : clock.since;
  const states = clockStates(clock, calendarsOf);
  const plain = clock.status === 'running' ? plainDue(clock, calendars) : null;
  return {
    clock: clock.id,
    status: clock.status,
    at: now,
    rule: clock.rule,
    zone: calendarOf(calendars, clock.rule.schedule).zone,
    startedAt: clock.startedAt,
    countsFrom: clock.countsFrom,
    periods: periodsOf(clock, states, calendarsOf, now),
    pauses: clock.pauses.map((pause) => ({
      ...pause,
      workingMs: pauseCost(clock, calendarsOf, pause.from, pause.to ?? now),
    })),
    changes: changesOf(clock, states),
    dates: datesOf(clock, calendars),
    movedToOpening: plain === null || clock.dueAt === null ? null : { from: plain, to: clock.dueAt },
    unused: unusedOf(clock, calendars),
    expected: expectedOf(clock, calendars, now),
    dueAt: clock.dueAt,
    lastDueAt: clock.lastDueAt,
    spentMs: spentAt(clock, now, calendars),
    remainingMs: remainingAt(clock, now, calendars),
    breachedAt: clock.breachedAt,
    firstBreachAt: clock.firstBreachAt,
    outcome: clock.outcome,
    stoppedAt: clock.stoppedAt,
    stopCause: clock.stopCause,
    withdrawnStopAt: withdrawnStopAt(clock, states),
    warnings: warningsOf(states, calendarsOf, warnAt),
  };
};
