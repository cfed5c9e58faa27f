import {
  addWorkingTime,
  END_OF_INSTANTS,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '@reglament/working-time';

// The one place where a clock is counted (working-time rows 9, 13, 15, 16, 17, 26): `replayClock` and the functions of
// run-clock.ts step the same numbers. They are changed in place, because a reading of eight events is to take a
// microsecond: a count belongs to whoever made it and is never handed out. NaN stands for "none", so that numbers stay numbers.

/** How a rule measures time and when it is over. */
export interface Measure {
  /** null: plain time. */
  readonly calendar: Calendar | null;
  /** Plain time counts from here on (R17); -Infinity: from the start itself. Working time knows its openings. */
  readonly origin: number;
  /** Milliseconds of the measure; NaN: none, or `dated` knows. */
  readonly target: number;
  /**
   * For deadlines that are no plain rest of the target (days, agreed dates, a move to the next opening): the deadline of a
   * clock that runs from `since` with `elapsed` counted, Infinity when there is none. null: it is the rest of the target.
   */
  readonly dated: ((since: number, elapsed: number) => number) | null;
}

export interface Count {
  state: 'idle' | 'running' | 'paused' | 'stopped';
  /** Milliseconds of the measure, counted up to `since`. */
  elapsed: number;
  /** Start of the running segment, or the instant of the pause or stop. */
  since: number;
  calendar: Calendar | null;
  origin: number;
  target: number;
  dated: Measure['dated'];
  /** Deadline of the running segment; NaN: not worked out yet, Infinity: none. */
  due: number;
  breachedAt: number;
  firstBreachAt: number;
  /** A target was set while stopped. */
  judgeAtReopening: boolean;
}

/** A clock that has not been opened. */
export const idleCount = (): Count => ({
  state: 'idle',
  elapsed: 0,
  since: 0,
  calendar: null,
  origin: Number.NEGATIVE_INFINITY,
  target: Number.NaN,
  dated: null,
  due: Number.NaN,
  breachedAt: Number.NaN,
  firstBreachAt: Number.NaN,
  judgeAtReopening: false,
});

const isNone = Number.isNaN;

const breach = (count: Count, at: number): void => {
  count.breachedAt = at;
  if (isNone(count.firstBreachAt)) count.firstBreachAt = at;
};

/**
 * The deadline of the running segment: the closing edge (row 8), never before the segment began, since what is not missed
 * by then can't be missed earlier. Infinity: it never opens for long enough (row 11), or the target is none.
 */
const reached = (count: Count): number => {
  const { since, elapsed, dated } = count;
  if (dated !== null) return Math.max(dated(since, elapsed), since);
  const left = count.target - elapsed;
  if (isNone(left)) return Number.POSITIVE_INFINITY;
  if (left <= 0) return since;
  if (count.calendar !== null)
    return addWorkingTime(count.calendar, since as Instant, left) ?? Number.POSITIVE_INFINITY;
  const due = Math.max(since, count.origin) + left;
  return due < END_OF_INSTANTS ? due : Number.POSITIVE_INFINITY;
};

/** Plain time from one instant to another, not counted before `origin`. */
export const plainTime = (from: number, to: number, origin: number): number =>
  Math.max(0, to - Math.max(from, origin));

/** Counted up to `at`, not before `since`. */
export const elapsedAt = (count: Count, at: number): number => {
  if (count.state !== 'running') return count.elapsed;
  return count.calendar === null
    ? count.elapsed + plainTime(count.since, at, count.origin)
    : count.elapsed + workingTimeBetween(count.calendar, count.since as Instant, at as Instant);
};

/**
 * Counts a running clock up to `at`. A deadline before `at` was missed there, however late that is noticed (row 9); one at
 * `at` itself is still met.
 */
export const advance = (count: Count, at: number): void => {
  if (count.state !== 'running') return;
  const elapsed = elapsedAt(count, at);
  if (isNone(count.breachedAt)) {
    // Working the deadline out costs more than counting: for hours only once they are used up.
    if (isNone(count.due) && (count.dated !== null || elapsed >= count.target)) count.due = reached(count);
    if (count.due < at) breach(count, count.due);
  }
  count.elapsed = elapsed;
  count.since = at;
  // A deadline that is known stays: it is the same instant seen from a later one.
};

const begin = (count: Count, at: number): void => {
  count.state = 'running';
  count.since = at;
  count.due = Number.NaN;
};

/** Row 26: a target less than what has elapsed is missed from now, never earlier (row 15); another one clears the miss. */
const judge = (count: Count, at: number): void => {
  const missed = count.dated === null ? count.elapsed > count.target : count.dated(at, count.elapsed) < at;
  if (!missed) count.breachedAt = Number.NaN;
  else if (isNone(count.breachedAt)) breach(count, at);
};

const measureBy = (count: Count, measure: Measure): void => {
  count.calendar = measure.calendar;
  count.origin = measure.origin;
  count.target = measure.target;
  count.dated = measure.dated;
  count.due = Number.NaN;
};

// Each step says whether the event was possible; an impossible one changes nothing (row 26).

export const open = (count: Count, at: number, measure: Measure): boolean => {
  if (count.state !== 'idle') return false;
  measureBy(count, measure);
  begin(count, at);
  return true;
};

/** Row 13: time that would not have run is not lost by a pause, since only what ran before it was counted. */
export const pause = (count: Count, at: number): boolean => {
  if (count.state !== 'running') return false;
  advance(count, at);
  count.state = 'paused';
  return true;
};

export const resume = (count: Count, at: number): boolean => {
  if (count.state !== 'paused') return false;
  begin(count, at);
  return true;
};

export const stop = (count: Count, at: number): boolean => {
  if (count.state !== 'running' && count.state !== 'paused') return false;
  advance(count, at);
  count.state = 'stopped';
  count.since = at;
  return true;
};

/** Row 16: what ended is not judged again, unless a target was set meanwhile. */
export const reopen = (count: Count, at: number): boolean => {
  if (count.state !== 'stopped') return false;
  begin(count, at);
  if (count.judgeAtReopening) judge(count, at);
  count.judgeAtReopening = false;
  return true;
};

/**
 * Rows 15 and 26: counted to the change by the old measure, on by the new one, what elapsed is kept. A new target is judged
 * at the change, or at the reopening; another calendar alone judges nothing. `anew`: what elapsed is not kept.
 */
export const change = (
  count: Count,
  at: number,
  measure: Measure,
  judges: boolean,
  anew = false,
): boolean => {
  if (count.state === 'idle') return false;
  advance(count, at);
  if (anew) count.elapsed = 0;
  measureBy(count, measure);
  if (!judges) return true;
  if (count.state === 'stopped') count.judgeAtReopening = true;
  else judge(count, at);
  return true;
};

/** Row 26: NaN unless running; of a missed running clock, the miss; Infinity when it never opens for long enough (row 11). */
export const deadlineOf = (count: Count): number => {
  if (count.state !== 'running') return Number.NaN;
  if (!isNone(count.breachedAt)) return count.breachedAt;
  if (isNone(count.due)) count.due = reached(count);
  return count.due;
};
