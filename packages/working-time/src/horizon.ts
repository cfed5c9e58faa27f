import { DAY, MINUTE } from './instant.ts';
import { weekdayOfDayNumber, type Weekday } from './local-date.ts';
import type { TimeZoneId } from './time-zone.ts';
import { firstShowing } from './wall-time.ts';
import type { WindowMinutes } from './window.ts';

/** A schedule with its windows read: minutes by weekday and by day number, each list sorted by start. */
export interface Pattern {
  readonly zone: TimeZoneId;
  readonly week: ReadonlyMap<Weekday, readonly WindowMinutes[]>;
  readonly exceptions: ReadonlyMap<number, readonly WindowMinutes[]>;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** An open stretch of the windows that start on one local day, without what an earlier day's windows already cover. */
export interface DayStretch extends Span {
  readonly day: number;
}

/** A local day on which a non-empty window starts, and when the last of its windows closes. */
export interface WorkingDay {
  readonly day: number;
  readonly close: number;
}

/** The compiled days [firstDay, endDay). Open intervals are merged, sorted, half open, in epoch milliseconds. */
export interface Horizon {
  readonly firstDay: number;
  readonly endDay: number;
  /** The intervals are the whole truth for instants t with knownFrom <= t < knownTo. */
  readonly knownFrom: number;
  readonly knownTo: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Open milliseconds of the horizon before each interval. */
  readonly openBefore: readonly number[];
  readonly dayStretches: readonly DayStretch[];
  readonly workingDays: readonly WorkingDay[];
}

const spansOfDay = (pattern: Pattern, day: number): readonly Span[] => {
  const windows = pattern.exceptions.get(day) ?? pattern.week.get(weekdayOfDayNumber(day)) ?? [];
  const spans: { from: number; to: number }[] = [];
  for (const window of windows) {
    const from = firstShowing(pattern.zone, day * DAY + window.from * MINUTE);
    const to = firstShowing(pattern.zone, day * DAY + window.to * MINUTE);
    // A clock change can swallow a window whole.
    if (from === to) continue;
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
};

/**
 * Compiles the local days [firstDay, endDay). An end is known to the full when no schedule day lies beyond it
 * (`closedBefore`, `closedAfter`); else two days there are left out of the known part, since windows run past
 * midnight and local days lie up to 14 hours off the UTC ones.
 */
export const compileHorizon = (
  pattern: Pattern,
  days: { readonly firstDay: number; readonly endDay: number },
  edges: { readonly closedBefore: boolean; readonly closedAfter: boolean },
): Horizon => {
  const { firstDay, endDay } = days;
  const starts: number[] = [];
  const ends: number[] = [];
  const dayStretches: DayStretch[] = [];
  const workingDays: WorkingDay[] = [];
  for (let day = firstDay; day < endDay; day += 1) {
    const spans = spansOfDay(pattern, day);
    for (const span of spans) {
      const lastEnd = ends.at(-1);
      const from = lastEnd === undefined ? span.from : Math.max(span.from, lastEnd);
      if (from >= span.to) continue;
      dayStretches.push({ day, from, to: span.to });
      if (from === lastEnd) {
        ends[ends.length - 1] = span.to;
      } else {
        starts.push(from);
        ends.push(span.to);
      }
    }
    const close = spans.at(-1)?.to;
    if (close !== undefined) workingDays.push({ day, close });
  }
  return {
    firstDay,
    endDay,
    knownFrom: edges.closedBefore ? Number.NEGATIVE_INFINITY : (firstDay + 2) * DAY,
    knownTo: edges.closedAfter ? Number.POSITIVE_INFINITY : (endDay - 2) * DAY,
    starts,
    ends,
    openBefore: runningSum(starts, ends),
    dayStretches,
    workingDays,
  };
};

const runningSum = (starts: readonly number[], ends: readonly number[]): readonly number[] => {
  const sums: number[] = [];
  let sum = 0;
  for (const [index, start] of starts.entries()) {
    sums.push(sum);
    sum += (ends[index] ?? start) - start;
  }
  return sums;
};

/** The number of leading items for which `holds` is true; the true ones must come first. */
export const countWhile = <T>(items: readonly T[], holds: (item: T) => boolean): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Open milliseconds of the horizon before `t`. */
export const openUntil = (horizon: Horizon, t: number): number => {
  const index = countWhile(horizon.starts, (start) => start <= t) - 1;
  if (index < 0) return 0;
  const start = horizon.starts[index] ?? 0;
  const end = horizon.ends[index] ?? 0;
  return (horizon.openBefore[index] ?? 0) + Math.min(t, end) - start;
};

/** The earliest t with that much open time of the horizon before it; null when it holds less. */
export const earliestWith = (horizon: Horizon, open: number): number | null => {
  const index = Math.max(countWhile(horizon.openBefore, (before) => before < open) - 1, 0);
  const start = horizon.starts[index];
  if (start === undefined) return null;
  const at = start + open - (horizon.openBefore[index] ?? 0);
  return at <= (horizon.ends[index] ?? 0) ? at : null;
};

/** The latest t with no more than that much open time of the horizon before it; null when it lies outside. */
export const latestWith = (horizon: Horizon, open: number): number | null => {
  const index = countWhile(horizon.openBefore, (before) => before <= open) - 1;
  const start = horizon.starts[index];
  if (start === undefined) return null;
  const at = start + open - (horizon.openBefore[index] ?? 0);
  return at < (horizon.ends[index] ?? 0) ? at : null;
};
