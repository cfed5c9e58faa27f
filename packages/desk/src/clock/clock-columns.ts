import { openBefore, openReached, type OpenTable } from '@reglament/working-time';
import type { ReplayKind } from './replay-clock.ts';

/** Codes of `ClockColumns.kind`, by index. */
export const COLUMN_KINDS = [
  'open',
  'pause',
  'resume',
  'stop',
  'reopen',
  'target',
  'calendar',
] as const satisfies readonly ReplayKind[];

/** Codes of `ClockResults.state`, by index. */
export const COLUMN_STATES = ['idle', 'running', 'paused', 'stopped'] as const;

/**
 * The events of many clocks, one after another. Plain typed arrays: they may sit on SharedArrayBuffers, and each worker may
 * take a range of clocks.
 */
export interface ClockColumns {
  /** n + 1 long: the events of clock i are offset[i] to offset[i + 1]. */
  readonly offset: Uint32Array;
  /** Epoch milliseconds, in order within a clock. */
  readonly time: Float64Array;
  /** Index into COLUMN_KINDS. */
  readonly kind: Uint8Array;
  /** Index of the rule that `open` (calendar and target), `target` and `calendar` bring; unused by others. */
  readonly argument: Uint8Array;
}

/** What clocks are counted by: at most 256 rules, each a calendar and a target. */
export interface ClockTables {
  readonly calendars: readonly OpenTable[];
  /** Index into `calendars`, by rule. */
  readonly ruleCalendar: Uint8Array;
  /** Whole milliseconds of the calendar's open time, by rule. */
  readonly ruleTarget: Float64Array;
}

/** What `replayClock` tells of each clock; NaN stands for null. What remains is the target minus what has elapsed. */
export interface ClockResults {
  readonly elapsed: Float64Array;
  /** Target in force; NaN while idle. */
  readonly target: Float64Array;
  /** Index into COLUMN_STATES. */
  readonly state: Uint8Array;
  readonly deadline: Float64Array;
  readonly breachedAt: Float64Array;
  readonly firstBreachAt: Float64Array;
}

const OPEN = 0;
const PAUSE = 1;
const RESUME = 2;
const STOP = 3;
const REOPEN = 4;
const TARGET = 5;

const IDLE = 0;
const RUNNING = 1;
const PAUSED = 2;
const STOPPED = 3;

/** The earliest instant with that much more open time than before `since`; `since` itself for none, NaN for never. */
const reached = (table: OpenTable, since: number, open: number, left: number): number =>
  left <= 0 ? since : openReached(table, open + left);

/**
 * Reads the clocks [from, to) at an instant, exactly as `replayClock` does one by one (the property test and bench/clock hold
 * them equal): working-time rows 9, 11, 13, 15, 16, 18 and 26. The rules of count.ts are written out once more here, because
 * a call, an object and a null for each of nine million events would cost ten times the arithmetic. A deadline is looked
 * for only where the target is used up, and for the clocks that still run at the end.
 *
 * Elapsed targets are counted by a calendar that is always open. Days and agreed dates are not: they need the clock's record.
 *
 * Columns and tables are those of `packClocks` or `checkColumns`: the caller's duty.
 */
export const evaluateClocks = (
  columns: ClockColumns,
  tables: ClockTables,
  at: number,
  results: ClockResults,
  from: number,
  to: number,
): void => {
  const { offset, time, kind, argument } = columns;
  const { calendars, ruleCalendar, ruleTarget } = tables;
  for (let clock = from; clock < to; clock += 1) {
    const end = offset[clock + 1] as number;
    let table = calendars[0] as OpenTable;
    let state = IDLE;
    let target = Number.NaN;
    let elapsed = 0;
    let since = 0;
    let open = 0;
    let breachedAt = Number.NaN;
    let firstBreachAt = Number.NaN;
    let judges = false;
    for (let event = offset[clock] as number; event <= end; event += 1) {
      // The reading is one more event, which changes nothing.
      const reading = event === end || (time[event] as number) > at;
      const t = reading ? at : (time[event] as number);
      if (state === RUNNING) {
        const opened = openBefore(table, t);
        const spent = elapsed + opened - open;
        if (spent >= target && breachedAt !== breachedAt) {
          const due = reached(table, since, open, target - elapsed);
          if (due < t) {
            breachedAt = due;
            if (firstBreachAt !== firstBreachAt) firstBreachAt = due;
          }
        }
        elapsed = spent;
        open = opened;
        since = t;
      }
      if (reading) break;
      const what = kind[event] as number;
      if (what === PAUSE) {
        if (state === RUNNING) state = PAUSED;
        continue;
      }
      if (what === STOP) {
        if (state === RUNNING || state === PAUSED) state = STOPPED;
        continue;
      }
      const rule = argument[event] as number;
      if (what === OPEN || what === RESUME || what === REOPEN) {
        const before = what === OPEN ? IDLE : what === RESUME ? PAUSED : STOPPED;
        if (state !== before) continue;
        state = RUNNING;
        if (what === OPEN) {
          table = calendars[ruleCalendar[rule] as number] as OpenTable;
          target = ruleTarget[rule] as number;
        }
        since = t;
        open = openBefore(table, t);
        if (!judges) continue;
      } else {
        if (state === IDLE) continue;
        if (what !== TARGET) {
          table = calendars[ruleCalendar[rule] as number] as OpenTable;
          open = openBefore(table, t);
          continue;
        }
        target = ruleTarget[rule] as number;
        if (state === STOPPED) {
          judges = true;
          continue;
        }
      }
      judges = false;
      if (elapsed <= target) breachedAt = Number.NaN;
      else if (breachedAt !== breachedAt) {
        breachedAt = t;
        if (firstBreachAt !== firstBreachAt) firstBreachAt = t;
      }
    }
    results.elapsed[clock] = elapsed;
    results.target[clock] = target;
    results.state[clock] = state;
    results.breachedAt[clock] = breachedAt;
    results.firstBreachAt[clock] = firstBreachAt;
    results.deadline[clock] =
      state !== RUNNING
        ? Number.NaN
        : breachedAt === breachedAt
          ? breachedAt
          : reached(table, since, open, target - elapsed);
  }
};
