import { DAY, MINUTE } from './instant.ts';
import type { DayMinutes, Pattern } from './pattern.ts';
import { spanShowing, spansIn } from './zone-offsets.ts';

/** The open time of the local days [firstDay, endDay), in epoch milliseconds. Every list is sorted by time. */
export interface CompiledDays {
  readonly firstDay: number;
  readonly endDay: number;
  /** Open intervals [starts[i], ends[i]), merged. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The same time by the day whose windows opened it first: what an earlier day covers is left out. */
  readonly stretchDays: Int32Array;
  readonly stretchStarts: Float64Array;
  readonly stretchEnds: Float64Array;
  /** The working days, those on which a non-empty window starts, and when the last window of each closes. */
  readonly workingDays: Int32Array;
  readonly closes: Float64Array;
  /** How many working days lie in [firstDay, firstDay + i). */
  readonly workingBefore: Int32Array;
}

const MONDAY_OF_DAY_ZERO = 3;

const minutesOn = ({ week, exceptions }: Pattern, day: number): DayMinutes => {
  const exception = exceptions.size === 0 ? undefined : exceptions.get(day);
  // Day 0 was a Thursday, the fourth of its week; a negative day counts from the end.
  return exception ?? (week[(((day + MONDAY_OF_DAY_ZERO) % 7) + 7) % 7] as DayMinutes);
};

/** At most how many windows start in the days [firstDay, endDay). */
const windowsWithin = ({ week, exceptions }: Pattern, firstDay: number, endDay: number): number => {
  const weeks = Math.ceil((endDay - firstDay) / 7);
  let sum = 0;
  for (const minutes of week) sum += (minutes.length / 2) * weeks;
  for (const [day, minutes] of exceptions) {
    if (day >= firstDay && day < endDay) sum += minutes.length / 2;
  }
  return sum;
};

/** Compiles the local days [firstDay, endDay) of a pattern. */
export const compileDays = (pattern: Pattern, firstDay: number, endDay: number): CompiledDays => {
  const room = windowsWithin(pattern, firstDay, endDay);
  const starts = new Float64Array(room);
  const ends = new Float64Array(room);
  const stretchDays = new Int32Array(room);
  const stretchStarts = new Float64Array(room);
  const stretchEnds = new Float64Array(room);
  const workingDays = new Int32Array(endDay - firstDay);
  const closes = new Float64Array(endDay - firstDay);
  const workingBefore = new Int32Array(endDay - firstDay + 1);
  const spans = spansIn(pattern.zone, (firstDay - 1) * DAY, (endDay + 3) * DAY);
  const { starts: since, offsets } = spans;
  let intervals = 0;
  let stretches = 0;
  let working = 0;
  let span = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (let day = firstDay; day < endDay; day += 1) {
    const minutes = minutesOn(pattern, day);
    span = spanShowing(spans, span, day * DAY);
    let close = Number.NaN;
    let at = span;
    for (let i = 0; i < minutes.length; i += 2) {
      const opens = day * DAY + (minutes[i] as number) * MINUTE;
      at = spanShowing(spans, at, opens);
      const from = Math.max(opens - (offsets[at] as number), since[at] as number);
      const shuts = day * DAY + (minutes[i + 1] as number) * MINUTE;
      at = spanShowing(spans, at, shuts);
      const to = Math.max(shuts - (offsets[at] as number), since[at] as number);
      // A clock change can swallow a window whole.
      if (from === to) continue;
      close = to;
      if (to <= lastEnd) continue;
      if (from > lastEnd) {
        starts[intervals] = from;
        intervals += 1;
      }
      if (from === lastEnd && stretchDays[stretches - 1] === day) {
        stretchEnds[stretches - 1] = to;
      } else {
        stretchDays[stretches] = day;
        stretchStarts[stretches] = Math.max(from, lastEnd);
        stretchEnds[stretches] = to;
        stretches += 1;
      }
      ends[intervals - 1] = to;
      lastEnd = to;
    }
    if (!Number.isNaN(close)) {
      workingDays[working] = day;
      closes[working] = close;
      working += 1;
    }
    workingBefore[day - firstDay + 1] = working;
  }
  // Every interval has a stretch that begins it, so as many of one as of the other are the same, and kept once.
  const alike = stretches === intervals;
  return {
    firstDay,
    endDay,
    starts: starts.subarray(0, intervals),
    ends: ends.subarray(0, intervals),
    stretchDays: stretchDays.subarray(0, stretches),
    stretchStarts: (alike ? starts : stretchStarts).subarray(0, stretches),
    stretchEnds: (alike ? ends : stretchEnds).subarray(0, stretches),
    workingDays: workingDays.subarray(0, working),
    closes: closes.subarray(0, working),
    workingBefore,
  };
};
