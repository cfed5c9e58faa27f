import { earlier, further, knowing, knows, tableOfCalendar, type Calendar } from './calendar.ts';
import { assertOptions, unknownOption } from './checked-options.ts';
import type { Horizon } from './horizon.ts';
import { checkedInstant, END_OF_INSTANTS, type Instant, type Milliseconds } from './instant.ts';
import { openBefore, openExceeded, openReached } from './interval-table.ts';
import { WorkingTimeError } from './working-time-error.ts';

/** Where a deadline that lands on closing time stands: at that closing, or at the next opening. */
export interface AddWorkingTimeOptions {
  readonly edge?: 'closing' | 'opening';
}

const edgeOf = (options: AddWorkingTimeOptions): 'closing' | 'opening' => {
  assertOptions(options);
  const { edge } = options;
  if (edge === undefined || edge === 'closing') return 'closing';
  if (edge === 'opening') return edge;
  throw unknownOption('options.edge', "edge is 'closing' or 'opening'", edge);
};

const forward = (
  calendar: Calendar,
  start: Instant,
  ms: Milliseconds,
  find: typeof openReached,
): Instant | null => {
  const hoped = Math.min(start + ms, END_OF_INSTANTS - 1) as Instant;
  let horizon: Horizon | null = knowing(calendar, start, hoped);
  while (horizon !== null) {
    const { table } = horizon;
    const at = find(table, openBefore(table, start) + ms);
    if (at < table.to) return at as Instant;
    horizon = further(calendar, horizon);
  }
  return null;
};

const backward = (calendar: Calendar, start: Instant, ms: Milliseconds): Instant | null => {
  let horizon: Horizon | null = knowing(calendar, Math.max(start - ms, 0) as Instant, start);
  while (horizon !== null) {
    const { table } = horizon;
    const at = openExceeded(table, openBefore(table, start) - ms);
    if (at >= table.from) return at as Instant;
    horizon = earlier(calendar, horizon);
  }
  return null;
};

/** The whole question with all its checks; compiles what is not yet known. */
const compileAndAdd = (
  calendar: Calendar,
  start: Instant,
  ms: Milliseconds,
  edge: 'closing' | 'opening',
): Instant | null => {
  const from = checkedInstant(start, 'start');
  if (!Number.isSafeInteger(ms)) {
    throw new WorkingTimeError(
      'milliseconds-invalid',
      'ms',
      `working time is whole milliseconds, got ${String(ms)}`,
    );
  }
  if (ms < 0) return backward(calendar, from, -ms);
  if (edge === 'opening') return forward(calendar, from, ms, openExceeded);
  return ms === 0 ? from : forward(calendar, from, ms, openReached);
};

/**
 * The instant by which `ms` of working time has passed since `start` (which may lie outside the hours).
 * Edge 'closing' (default): the earliest such instant, so 8 h from Monday 09:00 in 09-17 is Monday 17:00, and 0 is
 * `start` itself. Edge 'opening': the latest one, Tuesday 09:00, and 0 is the next opening.
 * Negative `ms`: the latest instant with that much working time before `start`, whatever the edge.
 * Null where it never opens for long enough. Throws WorkingTimeError: 'instant-invalid', 'milliseconds-invalid' when
 * `ms` is not a whole number, 'option-unknown'.
 *
 *     addWorkingTime(office, parseInstant('2026-11-27T16:00:00+03:00'), 4 * 3_600_000) // a Friday: Monday 11:00 in 09-18
 */
export const addWorkingTime = (
  calendar: Calendar,
  start: Instant,
  ms: Milliseconds,
  options?: AddWorkingTimeOptions,
): Instant | null => {
  const edge = options === undefined ? 'closing' : edgeOf(options);
  const table = tableOfCalendar(calendar);
  if (ms !== 0 && knows(table, start) && Number.isSafeInteger(ms)) {
    const open = openBefore(table, start) + ms;
    const at = ms > 0 && edge === 'closing' ? openReached(table, open) : openExceeded(table, open);
    if (at >= table.from && at < table.to) return at as Instant;
  }
  return compileAndAdd(calendar, start, ms, edge);
};
