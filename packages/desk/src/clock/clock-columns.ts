import { openBefore, openReached, type OpenTable } from '@reglament/working-time';
import {
  COLUMN_KINDS,
  COLUMN_STATES,
  type ClockColumns,
  type ClockResults,
  type ClockTables,
} from './column-shape.ts';
import { evaluateLife, needsLife } from './life-columns.ts';

const OPEN = 0;
const TARGET = 5;
const CALENDAR = 6;
const IDLE = 0;
const RUNNING = 1;
const STOPPED = 3;
const KINDS = 8;

/** The state after an event, by state and kind; an impossible event changes nothing (row 26). */
const NEXT = Uint8Array.from({ length: COLUMN_STATES.length * KINDS }, (_, at) => Math.floor(at / KINDS));
for (const [before, kind, after] of [
  ['idle', 'open', 'running'],
  ['running', 'pause', 'paused'],
  ['paused', 'resume', 'running'],
  ['running', 'stop', 'stopped'],
  ['paused', 'stop', 'stopped'],
  ['stopped', 'reopen', 'running'],
] as const)
  NEXT[COLUMN_STATES.indexOf(before) * KINDS + COLUMN_KINDS.indexOf(kind)] = COLUMN_STATES.indexOf(after);

/** The earliest instant with that much more open time than before `since`; `since` itself for none, NaN for never. */
const reached = (table: OpenTable, since: number, open: number, left: number): number =>
  left <= 0 ? since : openReached(table, open + left);

/**
 * Reads one clock. The rules of count.ts are written out once more, because a call, an object and a null for each of nine
 * million events would cost several times the arithmetic. A deadline is looked for only where the target is used up, and
 * for a clock that still runs at the end. The reading is one more event, which changes nothing. `firstBreachAt` is noted
 * only when a target may clear a miss: else it is the miss that stands. `x !== x` asks whether x is NaN.
 */
const evaluateClock = (
  columns: ClockColumns,
  tables: ClockTables,
  at: number,
  results: ClockResults,
  clock: number,
): void => {
  const { time, kind, argument } = columns;
  const { calendars, ruleCalendar, ruleTarget } = tables;
  const end = columns.offset[clock + 1] as number;
  let event = columns.offset[clock] as number;
  let state = IDLE;
  let target = Number.NaN;
  let elapsed = 0;
  let deadline = Number.NaN;
  let breachedAt = Number.NaN;
  let firstBreachAt = Number.NaN;
  while (event < end && kind[event] !== OPEN) event += 1;
  if (event < end && (time[event] as number) <= at) {
    const rule = argument[event] as number;
    let table = calendars[ruleCalendar[rule] as number] as OpenTable;
    let since = time[event] as number;
    let open = openBefore(table, since);
    let judges = false;
    state = RUNNING;
    target = ruleTarget[rule] as number;
    for (event += 1; ; event += 1) {
      const reading = event >= end || (time[event] as number) > at;
      const t = reading ? at : (time[event] as number);
      if (state === RUNNING) {
        const opened = openBefore(table, t);
        const spent = elapsed + opened - open;
        if (spent >= target && breachedAt !== breachedAt) {
          const due = reached(table, since, open, target - elapsed);
          if (due < t) breachedAt = due;
        }
        elapsed = spent;
        open = opened;
        since = t;
      }
      if (reading) break;
      const what = kind[event] as number;
      const begins = state !== RUNNING;
      state = NEXT[state * KINDS + what] as number;
      if (what === CALENDAR)
        table = calendars[ruleCalendar[argument[event] as number] as number] as OpenTable;
      if (what === CALENDAR || (begins && state === RUNNING)) {
        open = openBefore(table, t);
        since = t;
      }
      if (what === TARGET) {
        target = ruleTarget[argument[event] as number] as number;
        judges = true;
      }
      if (!judges || state === STOPPED) continue;
      judges = false;
      if (firstBreachAt !== firstBreachAt) firstBreachAt = breachedAt;
      if (elapsed <= target) breachedAt = Number.NaN;
      else if (breachedAt !== breachedAt) breachedAt = t;
    }
    if (state === RUNNING) deadline = breachedAt;
    if (state === RUNNING && deadline !== deadline) deadline = reached(table, since, open, target - elapsed);
  }
  results.state[clock] = state;
  results.elapsed[clock] = elapsed;
  results.target[clock] = target;
  results.deadline[clock] = deadline;
  results.breachedAt[clock] = breachedAt;
  results.firstBreachAt[clock] = firstBreachAt === firstBreachAt ? firstBreachAt : breachedAt;
};

/**
 * Reads the clocks [from, to) at an instant, exactly as `replayClock` does one by one (a property test and bench/clock hold
 * them equal): working-time rows 9, 11, 13, 15, 16, 18 and 26. Workers may take a range each.
 *
 * Clocks with days, agreed dates or counting anew need their record: they are stepped one by one, two to ten times slower. Elapsed
 * targets are quickest by a calendar that is always open.
 * Columns are those of `packClocks`, tables those of `tablesOf` for no earlier `at`: the caller's duty.
 */
export const evaluateClocks = (
  columns: ClockColumns,
  tables: ClockTables,
  at: number,
  results: ClockResults,
  from: number,
  to: number,
): void => {
  const { life } = tables;
  if (life === null) {
    for (let clock = from; clock < to; clock += 1) evaluateClock(columns, tables, at, results, clock);
    return;
  }
  for (let clock = from; clock < to; clock += 1)
    if (needsLife(columns, life, clock)) evaluateLife(columns, life, at, results, clock);
    else evaluateClock(columns, tables, at, results, clock);
};
