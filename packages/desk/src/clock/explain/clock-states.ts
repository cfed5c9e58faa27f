import type { Instant } from '@reglament/working-time';
import type { Calendars } from '../calendars.ts';
import type { Clock, ClockChange, CountingRule } from '../clock.ts';
import { deadline } from '../measure.ts';
import {
  advanceClock,
  armClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
} from '../run-clock.ts';

/** The calendars that a rule was counted by: of the edition of the production calendar it names. */
export type RuleCalendars = (rule: CountingRule) => Calendars;

type Step =
  | { readonly kind: 'pause' | 'stop'; readonly at: Instant; readonly cause: string }
  | { readonly kind: 'resume' | 'reopen'; readonly at: Instant }
  | {
      readonly kind: 'change';
      readonly at: Instant;
      readonly change: ClockChange;
      readonly rule: CountingRule;
    };

/** A clock as an event left it; it stood so until the next one. */
export interface ClockState {
  /** The event's instant. */
  readonly at: Instant;
  readonly by: Step['kind'] | 'start';
  readonly clock: Clock;
}

const STOPPED = 'stopped';

const standstills = (clock: Clock): readonly Step[] => {
  const steps = clock.pauses.flatMap(({ from, to, cause }): Step[] =>
    cause === STOPPED
      ? [{ kind: 'stop', at: from, cause }, ...(to === null ? [] : [{ kind: 'reopen', at: to } as const])]
      : [{ kind: 'pause', at: from, cause }, ...(to === null ? [] : [{ kind: 'resume', at: to } as const])],
  );
  if (clock.status === 'stopped')
    steps.push({ kind: 'stop', at: clock.stoppedAt ?? clock.since, cause: clock.stopCause ?? STOPPED });
  // A stop ends the pause it falls into: nothing ran in between.
  return steps.filter((step, index) => {
    const next = steps[index + 1];
    return !(step.kind === 'resume' && next?.kind === 'stop' && next.at === step.at);
  });
};

/** The rule that came into force with a change: the one the next change found. */
const ruleAfter = (clock: Clock, index: number): CountingRule => {
  const next = clock.changes?.[index + 1];
  return next === undefined ? clock.rule : (next.before ?? clock.rule);
};

/** Pauses and changes in their order; of equal instants a change comes after what began the running and before what ends it. */
const stepsOf = (clock: Clock, firstChange: number): readonly Step[] => {
  const changes = (clock.changes ?? []).slice(firstChange).map((change, index): Step => ({
    kind: 'change',
    at: change.at,
    change,
    rule: ruleAfter(clock, firstChange + index),
  }));
  const steps: Step[] = [];
  let next = 0;
  for (const step of standstills(clock)) {
    const begins = step.kind === 'resume' || step.kind === 'reopen';
    for (; next < changes.length; next += 1) {
      const change = changes[next];
      if (change === undefined || change.at > step.at || (change.at === step.at && begins)) break;
      steps.push(change);
    }
    steps.push(step);
  }
  return [...steps, ...changes.slice(next)];
};

const redue = (clock: Clock, calendars: Calendars): Clock => {
  if (clock.status !== 'running') return clock;
  const dueAt = clock.breachedAt ?? deadline(clock.rule, calendars, clock);
  return { ...clock, dueAt, lastDueAt: dueAt ?? clock.lastDueAt };
};

const changed = (clock: Clock, step: Step & { kind: 'change' }, calendarsOf: RuleCalendars): Clock => {
  const { at, change, rule } = step;
  // The rule left may be one of other hours: counted by them up to the change.
  const calendars = new Map([...calendarsOf(clock.rule), ...calendarsOf(rule)]);
  const spent = change.anew === true ? 'anew' : 'kept';
  // Another wall clock: what was counted until then was counted on the one before.
  const counted = clock.rule.zone === rule.zone ? clock : advanceClock(clock, at, calendarsOf(clock.rule));
  const after = retargetClock(counted, rule, at, change.cause ?? 'priority', calendars, spent);
  if (after.changes?.at(-1)?.spentMs === change.spentMs) return after;
  // What was counted stays as it was counted, whatever calendars are at hand now.
  const spentMs = change.anew === true ? 0 : change.spentMs;
  return redue({ ...after, spentMs, changes: [...(after.changes ?? []).slice(0, -1), change] }, calendars);
};

const apply = (clock: Clock, step: Step, calendarsOf: RuleCalendars): Clock => {
  const calendars = calendarsOf(clock.rule);
  switch (step.kind) {
    case 'pause':
      return pauseClock(clock, step.at, step.cause, calendars);
    case 'resume':
      return resumeClock(clock, step.at, calendars);
    case 'stop':
      return stopClock(clock, step.at, step.cause, calendars);
    case 'reopen':
      return reopenClock(clock, step.at, calendars);
    case 'change':
      return changed(clock, step, calendarsOf);
  }
};

/** Where the record begins that can be counted again: after the last change whose earlier rule wasn't kept. */
const firstState = (
  clock: Clock,
  calendarsOf: RuleCalendars,
): ClockState & { readonly nextChange: number } => {
  const changes = clock.changes ?? [];
  const lost = changes.findLastIndex(({ before }) => before === null);
  const change = changes[lost];
  if (change === undefined) {
    const rule = changes[0]?.before ?? clock.rule;
    const armed = armClock(rule, clock.startedAt, calendarsOf(rule));
    return { at: clock.startedAt, by: 'start', clock: armed, nextChange: 0 };
  }
  const { at, spentMs } = change;
  const rule = ruleAfter(clock, lost);
  const pauses = clock.pauses.filter(({ from }) => from < at);
  const last = pauses.at(-1);
  const stands = last !== undefined && (last.to === null || last.to > at);
  const armed = armClock(rule, clock.startedAt, calendarsOf(rule));
  const base: Clock = {
    ...armed,
    since: at,
    spentMs,
    pauses: pauses.map((pause) => (pause === last && stands ? { ...pause, to: null } : pause)),
    changes: changes.slice(0, lost + 1),
  };
  const state = stands
    ? ({ ...base, status: 'paused', dueAt: null } as const)
    : redue(base, calendarsOf(rule));
  return { at, by: 'change', clock: state, nextChange: lost + 1 };
};

/** The states that the record of pauses, changes and stops leads to, counted anew: nothing else of the clock is read. */
export const countedStates = (clock: Clock, calendarsOf: RuleCalendars): readonly ClockState[] => {
  const { nextChange, ...first } = firstState(clock, calendarsOf);
  // Of the pauses before, only the end of one that went on is still to come.
  const pauses = clock.pauses.filter(({ from, to }) => from >= first.at || to === null || to > first.at);
  const steps = stepsOf({ ...clock, pauses }, nextChange).filter(({ at }) => at >= first.at);
  let state: ClockState = first;
  const states = [state];
  for (const step of steps) {
    state = { at: step.at, by: step.kind, clock: apply(state.clock, step, calendarsOf) };
    states.push(state);
  }
  return states;
};

/**
 * A clock's life, each state as its event left it, in order. The first is the start, or the last change whose earlier rule
 * the record doesn't name; the last is the clock itself. A stop that was withdrawn never was: counting goes on from the event
 * before it.
 */
export const clockStates = (clock: Clock, calendarsOf: RuleCalendars): readonly ClockState[] => {
  const states = countedStates(clock, calendarsOf);
  const last = states.at(-1);
  if (last === undefined) return [];
  const { since, spentMs } = last.clock;
  const now = clock.status === 'running' && since < clock.since ? { ...clock, since, spentMs } : clock;
  return [...states.slice(0, -1), { ...last, clock: now }];
};
