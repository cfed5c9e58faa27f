import {
  END_OF_INSTANTS,
  instant,
  openTable,
  workingTimeBetween,
  type Calendar,
  type Instant,
} from '@reglament/working-time';
import {
  COLUMN_KINDS,
  COLUMN_STATES,
  type ClockColumns,
  type ClockResults,
  type ClockTables,
  type LifeTables,
} from './column-shape.ts';
import type { Target } from '../regulation/regulation.ts';
import { checkReplay, ReplayError, type ClockReading, type ReplayEvent } from './replay-clock.ts';

/** A calendar and what is promised by it. */
export interface ColumnRule {
  readonly calendar: string;
  /** Whole milliseconds of the calendar's open time, or what else is promised; the date of an agreed one is the event's. */
  readonly target: number | Target;
  /** As a new target: counting begins anew. */
  readonly anew?: true;
}

const promiseOf = (target: ColumnRule['target']): Target =>
  typeof target === 'number' ? { kind: 'working-time', ms: target } : target;

const lifeOf = (
  calendars: ReadonlyMap<string, Calendar>,
  rules: readonly ColumnRule[],
): LifeTables | null => {
  const isLife = Uint8Array.from(rules, ({ target, anew }) =>
    typeof target === 'number' && anew === undefined ? 0 : 1,
  );
  if (!isLife.includes(1)) return null;
  return {
    calendars,
    rules: rules.map(({ calendar, target, anew }) => ({
      schedule: calendar,
      target: promiseOf(target),
      anew: anew === true,
    })),
    isLife,
  };
};

/** As many rules as an argument can name. */
const MOST_RULES = 256;
const YEAR = 366 * 86_400_000;

/** The instant up to which a calendar's table must reach, so that whatever is due after `at` lies in it or never comes. */
const reachOf = (calendar: Calendar, at: Instant, target: number): Instant => {
  for (let ahead = YEAR; ; ahead *= 2) {
    const to = instant(Math.min(at + ahead, END_OF_INSTANTS - 1));
    if (to === END_OF_INSTANTS - 1 || workingTimeBetween(calendar, at, to) >= target) return to;
  }
};

/**
 * The tables for reading at `at`, in the order of the rules.
 *
 * @param from not after the first event.
 * @throws RangeError for more than 256 rules, an unknown calendar or a target that is no whole number >= 0.
 */
export const tablesOf = (
  calendars: ReadonlyMap<string, Calendar>,
  rules: readonly ColumnRule[],
  from: Instant,
  at: Instant,
): ClockTables => {
  if (rules.length > MOST_RULES) throw new RangeError(`${rules.length} rules, at most ${MOST_RULES}`);
  const names = [...new Set(rules.map(({ calendar }) => calendar))];
  const most = rules.reduce((longest, { target }) => {
    if (typeof target !== 'number') return longest;
    if (!Number.isSafeInteger(target) || target < 0) throw new RangeError(`not a target: ${target}`);
    return Math.max(longest, target);
  }, 0);
  return {
    calendars: names.map((name) => {
      const calendar = calendars.get(name);
      if (calendar === undefined) throw new RangeError(`unknown calendar: ${name}`);
      return openTable(calendar, from < at ? from : at, reachOf(calendar, at, most));
    }),
    ruleCalendar: Uint8Array.from(rules, ({ calendar }) => names.indexOf(calendar)),
    ruleTarget: Float64Array.from(rules, ({ target }) => (typeof target === 'number' ? target : Number.NaN)),
    life: lifeOf(calendars, rules),
  };
};

/** Each event has its own date: one rule for all of them. */
const undated = (promise: Target): Target =>
  promise.kind === 'agreed-date' ? { ...promise, at: instant(0) } : promise;

export interface PackedClocks {
  readonly columns: ClockColumns;
  readonly rules: readonly ColumnRule[];
  /** The earliest event; 0 when there is none. */
  readonly from: Instant;
}

/**
 * Clocks as columns.
 *
 * @throws {ReplayError} for a clock that `replayClock` would refuse, `clocks.7.events.3.t`; RangeError when the events name
 *   more than 256 different rules.
 */
export const packClocks = (
  calendars: ReadonlyMap<string, Calendar>,
  clocks: readonly (readonly ReplayEvent[])[],
): PackedClocks => {
  const size = clocks.reduce((sum, events) => sum + events.length, 0);
  const hasDates = clocks.some((events) => events.some(({ promise }) => promise?.kind === 'agreed-date'));
  const columns: ClockColumns = {
    offset: new Uint32Array(clocks.length + 1),
    time: new Float64Array(size),
    kind: new Uint8Array(size),
    argument: new Uint8Array(size),
    ...(hasDates ? { date: new Float64Array(size) } : {}),
  };
  const rules: ColumnRule[] = [];
  const numbers = new Map<string, number>();
  // `target` names no calendar and `calendar` no target: any rule with the other will do.
  const ruleOf = ({ cal, target, promise, anew }: ReplayEvent): number => {
    const promised = promise === undefined ? target : undated(promise);
    const key = `${typeof promised === 'object' ? JSON.stringify(promised) : (promised ?? '')}/${cal ?? ''}/${anew ?? ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (rules.length === MOST_RULES) throw new RangeError(`more than ${MOST_RULES} rules`);
    rules.push({
      calendar: cal ?? rules[0]?.calendar ?? [...calendars.keys()][0] ?? '',
      target: promised ?? 0,
      ...(anew === undefined ? {} : { anew }),
    });
    numbers.set(key, rules.length - 1);
    return rules.length - 1;
  };
  let next = 0;
  let from = END_OF_INSTANTS - 1;
  for (const [index, events] of clocks.entries()) {
    const problem = checkReplay(calendars, events, instant(0));
    if (problem !== null) throw new ReplayError({ ...problem, path: `clocks.${index}.${problem.path}` });
    for (const event of events) {
      const { k, t } = event;
      from = Math.min(from, t);
      columns.time[next] = t;
      columns.kind[next] = COLUMN_KINDS.indexOf(k);
      columns.argument[next] = k === 'open' || k === 'target' || k === 'calendar' ? ruleOf(event) : 0;
      if (columns.date !== undefined && event.promise?.kind === 'agreed-date')
        columns.date[next] = event.promise.at;
      next += 1;
    }
    columns.offset[index + 1] = next;
  }
  return { columns, rules, from: instant(size === 0 ? 0 : from) };
};

/** Room for the results of so many clocks, on memory that workers can share when asked for. */
export const clockResults = (clocks: number, shared = false): ClockResults => {
  const floats = (): Float64Array =>
    new Float64Array(shared ? new SharedArrayBuffer(clocks * 8) : new ArrayBuffer(clocks * 8));
  return {
    elapsed: floats(),
    target: floats(),
    state: new Uint8Array(shared ? new SharedArrayBuffer(clocks) : new ArrayBuffer(clocks)),
    deadline: floats(),
    breachedAt: floats(),
    firstBreachAt: floats(),
  };
};

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** One clock's results as `replayClock` gives them. */
export const readingOf = (results: ClockResults, clock: number): ClockReading => {
  const elapsed = results.elapsed[clock] ?? 0;
  const target = orNull(results.target[clock]);
  return {
    elapsed,
    remaining: target === null ? null : target - elapsed,
    state: COLUMN_STATES[results.state[clock] ?? 0] ?? 'idle',
    deadline: orNull(results.deadline[clock]),
    breachedAt: orNull(results.breachedAt[clock]),
    firstBreachAt: orNull(results.firstBreachAt[clock]),
  };
};
