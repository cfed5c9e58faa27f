import { isInstant, type Calendar, type Instant } from '@reglament/working-time';
import {
  advance,
  change,
  deadlineOf,
  idleCount,
  open,
  pause,
  reopen,
  resume,
  stop,
  type Count,
  type Measure,
} from './count.ts';
import type { Target } from '../regulation/regulation.ts';
import { happen, idleLife, readLife } from './replay-life.ts';

export type ReplayKind = 'open' | 'pause' | 'resume' | 'target' | 'calendar' | 'stop' | 'reopen';

/** Something that happened to a clock. */
export interface ReplayEvent {
  readonly t: Instant;
  readonly k: ReplayKind;
  /** Name of a calendar: `open` and `calendar` need it, others leave it unused. */
  readonly cal?: string;
  /** Whole milliseconds of working time, not negative: `open` and `target` need it, others leave it unused. */
  readonly target?: number;
  /** What is promised where that is no working time: plain hours, days, an agreed date. Instead of `target`. */
  readonly promise?: Target;
  /** With `target`: what elapsed is not kept, counting begins anew. */
  readonly anew?: true;
}

/** A clock as it stands. Durations are working time in milliseconds, `null` stands for none. */
export interface ClockReading {
  readonly elapsed: number;
  /** Target minus elapsed (row 17): negative when exceeded; null before the clock is opened, and where the deadline is a date. */
  readonly remaining: number | null;
  readonly state: 'idle' | 'running' | 'paused' | 'stopped';
  /** Null unless running; of a missed running clock, the miss (row 26); null also when it never opens again (row 11). */
  readonly deadline: number | null;
  readonly breachedAt: number | null;
  readonly firstBreachAt: number | null;
}

export type ReplayProblemCode =
  /** Not whole milliseconds of the years 1970 to 2200. */
  | 'not-an-instant'
  /** Earlier than the event before it. */
  | 'out-of-order'
  | 'unknown-event'
  | 'missing-calendar'
  | 'unknown-calendar'
  | 'missing-target'
  /** Negative, a fraction, no number, or beyond whole numbers. */
  | 'bad-target';

/** What is wrong with a replay, and where: `events.3.t`, `at`. */
export interface ReplayProblem {
  readonly code: ReplayProblemCode;
  readonly path: string;
}

/** Thrown by `replayClock`; holds the problem that `checkReplay` returns. */
export class ReplayError extends RangeError implements ReplayProblem {
  readonly code: ReplayProblemCode;
  readonly path: string;
  constructor({ code, path }: ReplayProblem) {
    super(`${code} at ${path}`);
    this.name = 'ReplayError';
    this.code = code;
    this.path = path;
  }
}

const KINDS: Readonly<Record<ReplayKind, { readonly cal: boolean; readonly target: boolean }>> = {
  open: { cal: true, target: true },
  pause: { cal: false, target: false },
  resume: { cal: false, target: false },
  target: { cal: false, target: true },
  calendar: { cal: true, target: false },
  stop: { cal: false, target: false },
  reopen: { cal: false, target: false },
};

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const isSound = (promise: Target): boolean => {
  switch (promise.kind) {
    case 'working-time':
    case 'elapsed':
      return isCount(promise.ms);
    case 'working-days':
    case 'calendar-days':
      return isCount(promise.days);
    case 'agreed-date':
      return isInstant(promise.at);
  }
};

/** What is wrong with one event, with the name of the field; null: nothing. */
const eventProblem = (
  calendars: ReadonlyMap<string, Calendar>,
  { t, k, cal, target, promise }: ReplayEvent,
  before: number,
): { readonly code: ReplayProblemCode; readonly field: keyof ReplayEvent } | null => {
  if (!isInstant(t)) return { code: 'not-an-instant', field: 't' };
  if (t < before) return { code: 'out-of-order', field: 't' };
  if (!Object.hasOwn(KINDS, k)) return { code: 'unknown-event', field: 'k' };
  const needs = KINDS[k];
  if (cal === undefined) {
    if (needs.cal) return { code: 'missing-calendar', field: 'cal' };
  } else if (!calendars.has(cal)) return { code: 'unknown-calendar', field: 'cal' };
  if (promise !== undefined) {
    if (!isSound(promise)) return { code: 'bad-target', field: 'promise' };
  } else if (target === undefined) {
    if (needs.target) return { code: 'missing-target', field: 'target' };
  } else if (!isCount(target)) return { code: 'bad-target', field: 'target' };
  return null;
};

/** The first problem of a replay; null: it can be read. Events after `at` are checked too, though they are not counted. */
export const checkReplay = (
  calendars: ReadonlyMap<string, Calendar>,
  events: readonly ReplayEvent[],
  at: Instant,
): ReplayProblem | null => {
  if (!isInstant(at)) return { code: 'not-an-instant', path: 'at' };
  let before = 0;
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as ReplayEvent;
    const problem = eventProblem(calendars, event, before);
    if (problem !== null) return { code: problem.code, path: `events.${i}.${problem.field}` };
    before = event.t;
  }
  return null;
};

const hours = (calendar: Calendar | null, target: number): Measure => ({
  calendar,
  origin: Number.NEGATIVE_INFINITY,
  target,
  dated: null,
});

const step = (count: Count, event: ReplayEvent, calendars: ReadonlyMap<string, Calendar>): boolean => {
  const { t, k, cal = '', target = Number.NaN } = event;
  switch (k) {
    case 'open':
      return open(count, t, hours(calendars.get(cal) ?? null, target));
    case 'pause':
      return pause(count, t);
    case 'resume':
      return resume(count, t);
    case 'target':
      return change(count, t, hours(count.calendar, target), true);
    case 'calendar':
      return change(count, t, hours(calendars.get(cal) ?? null, count.target), false);
    case 'stop':
      return stop(count, t);
    case 'reopen':
      return reopen(count, t);
  }
};

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Whether an event says more than working time: then the record counts too. */
const needsRecord = (events: readonly ReplayEvent[]): boolean => {
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as ReplayEvent;
    if (event.promise !== undefined || event.anew === true) return true;
  }
  return false;
};

const replayLife = (
  calendars: ReadonlyMap<string, Calendar>,
  events: readonly ReplayEvent[],
  at: Instant,
): ClockReading => {
  const life = idleLife(calendars);
  for (const { t, k, cal = '', target = 0, promise, anew = false } of events) {
    if (t > at) break;
    const promised = promise ?? ({ kind: 'working-time', ms: target } as const);
    happen(life, { t, k, schedule: cal, target: promised, anew });
  }
  const { elapsed, target, deadline } = readLife(life, at);
  const { count } = life;
  return {
    elapsed,
    remaining: orNull(target - elapsed),
    state: count.state,
    deadline: orNull(deadline),
    breachedAt: orNull(count.breachedAt),
    firstBreachAt: orNull(count.firstBreachAt),
  };
};

/**
 * A clock counted anew from its events and read at an instant (working-time rows 9, 11, 13,
 * 15, 16, 17, 18 and 26). Events are in the order of their instants, equal instants in the order given; those after `at`
 * are ignored, so are impossible ones (a resume while running).
 *
 * @throws {ReplayError} for a replay in which `checkReplay` finds a problem.
 */
export const replayClock = (
  calendars: ReadonlyMap<string, Calendar>,
  events: readonly ReplayEvent[],
  at: Instant,
): ClockReading => {
  const problem = checkReplay(calendars, events, at);
  if (problem !== null) throw new ReplayError(problem);
  if (needsRecord(events)) return replayLife(calendars, events, at);
  const count = idleCount();
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as ReplayEvent;
    if (event.t > at) break;
    step(count, event, calendars);
  }
  advance(count, at);
  return {
    elapsed: count.elapsed,
    remaining: orNull(count.target - count.elapsed),
    state: count.state,
    deadline: orNull(deadlineOf(count)),
    breachedAt: orNull(count.breachedAt),
    firstBreachAt: orNull(count.firstBreachAt),
  };
};
