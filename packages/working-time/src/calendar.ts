import { assertSound } from './assert-sound.ts';
import { checkSchedule } from './check-schedule.ts';
import { compileHorizon, nothingKnown, type Horizon } from './horizon.ts';
import { DAY, END_OF_INSTANTS, type Instant } from './instant.ts';
import type { OpenTable } from './interval-table.ts';
import { patternOf, type Pattern } from './pattern.ts';
import type { Schedule, WrittenSchedule } from './schedule.ts';
import type { TimeZoneId } from './time-zone.ts';
import { WorkingTimeError } from './working-time-error.ts';

const compiled: unique symbol = Symbol('compiled schedule');

/**
 * A schedule made ready for questions. Days are compiled when first needed and kept; answers never depend on it. It
 * holds no more than the years 1970 to 2200, and belongs to the thread that made it.
 */
export interface Calendar {
  readonly zone: TimeZoneId;
  readonly [compiled]: Compiled;
}

interface Compiled {
  readonly pattern: Pattern;
  horizon: Horizon;
  /** The horizon's own, one step nearer: nearly every question is answered by it alone. */
  table: OpenTable;
}

const FIRST_COMPILED_DAYS = 128;
/** Day numbers that can touch an instant: the known years and some days around them. */
const ALL_DAYS = { firstDay: -4, endDay: END_OF_INSTANTS / DAY + 4 };

/**
 * Prepares a schedule. Throws WorkingTimeError 'schedule-unsound' with all problems for one in which `checkSchedule`
 * finds any: ask it first.
 *
 *     const day = [['09:00', '18:00']];
 *     compileSchedule({ zone: 'Europe/Moscow', week: { 1: day, 2: day, 3: day, 4: day, 5: day } })
 */
export const compileSchedule = (written: WrittenSchedule): Calendar => {
  assertSound(checkSchedule(written));
  // Sound, as has just been checked: the zone is known and the windows are pairs.
  const { zone, week = {}, exceptions = {} } = written as Partial<Schedule> & Pick<Schedule, 'zone'>;
  const pattern = patternOf({ zone, week, exceptions }, ALL_DAYS);
  const horizon = nothingKnown(pattern);
  return { zone, [compiled]: { pattern, horizon, table: horizon.table } };
};

const compiledOf = (calendar: Calendar): Compiled => {
  const state = (calendar as Partial<Calendar> | null | undefined)?.[compiled];
  if (state !== undefined) return state;
  throw new WorkingTimeError('calendar-invalid', 'calendar', 'not a calendar: make one with compileSchedule');
};

/** The horizon as it is. */
export const horizonOf = (calendar: Calendar): Horizon => compiledOf(calendar).horizon;

/** The table as it is: most likely it knows already what is asked. */
export const tableOfCalendar = (calendar: Calendar): OpenTable => compiledOf(calendar).table;

export const patternOfCalendar = (calendar: Calendar): Pattern => compiledOf(calendar).pattern;

/** Whether `t` is an instant within what the table knows. */
export const knows = (table: OpenTable, t: number): t is Instant =>
  t >= table.from && t < table.to && Number.isInteger(t);

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * The horizon with at least the days [from, to) in it, as far as the schedule has any. Each compilation doubles the
 * length, so a calendar compiles at most some ten times in its life.
 */
const withDays = (state: Compiled, from: number, to: number): Horizon => {
  const { pattern } = state;
  const old = state.horizon.days;
  const low = clamp(from, pattern.firstDay, pattern.endDay);
  const high = clamp(to, pattern.firstDay, pattern.endDay);
  const oldLength = old.endDay - old.firstDay;
  let firstDay = low;
  let endDay = Math.max(high, low + FIRST_COMPILED_DAYS);
  if (oldLength > 0) {
    firstDay = low < old.firstDay ? Math.min(low, old.endDay - 2 * oldLength) : old.firstDay;
    endDay = high > old.endDay ? Math.max(high, old.firstDay + 2 * oldLength) : old.endDay;
  }
  state.horizon = compileHorizon(
    pattern,
    clamp(firstDay, pattern.firstDay, pattern.endDay),
    clamp(endDay, pattern.firstDay, pattern.endDay),
  );
  state.table = state.horizon.table;
  return state.horizon;
};

/** The horizon that knows every instant of [from, to]. */
export const knowing = (calendar: Calendar, from: Instant, to: Instant): Horizon => {
  const state = compiledOf(calendar);
  const { table } = state;
  if (from >= table.from && to < table.to) return state.horizon;
  return withDays(state, Math.floor(from / DAY) - 2, Math.floor(to / DAY) + 3);
};

/** A horizon that reaches further into the future; null when there is nothing further. */
export const further = (calendar: Calendar, { days }: Horizon): Horizon | null => {
  const state = compiledOf(calendar);
  if (days.endDay >= state.pattern.endDay) return null;
  return withDays(state, days.firstDay, days.endDay + 1);
};

/** A horizon that reaches further into the past; null when there is nothing before. */
export const earlier = (calendar: Calendar, { days }: Horizon): Horizon | null => {
  const state = compiledOf(calendar);
  if (days.firstDay <= state.pattern.firstDay) return null;
  return withDays(state, days.firstDay - 1, days.endDay);
};
