import { checkSchedule } from './check-schedule.ts';
import { compileHorizon, type Horizon, type Pattern } from './horizon.ts';
import { DAY, END_OF_INSTANTS, isInstant } from './instant.ts';
import { dayNumberOf, type LocalDate } from './local-date.ts';
import { WEEKDAYS, type Schedule } from './schedule.ts';
import type { TimeZoneId } from './time-zone.ts';
import { windowMinutes, type Window, type WindowMinutes } from './window.ts';

const compiled: unique symbol = Symbol('compiled schedule');

/** A schedule made ready for questions. Days are compiled when first needed and kept; answers never depend on it. */
export interface Calendar {
  readonly zone: TimeZoneId;
  readonly [compiled]: Compiled;
}

interface Compiled {
  readonly pattern: Pattern;
  /** No window starts before firstDay or from endDay on (or none that this package knows). */
  readonly firstDay: number;
  readonly endDay: number;
  horizon: Horizon | null;
}

const FIRST_COMPILED_DAYS = 128;
/** Day numbers that can touch an instant: the known years and some days around them. */
const LOWEST_DAY = -4;
const HIGHEST_DAY = END_OF_INSTANTS / DAY + 4;

const minutesOf = (windows: readonly Window[]): readonly WindowMinutes[] =>
  windows
    .map((window) => {
      const minutes = windowMinutes(window);
      if (minutes === null) throw new RangeError(`unreadable window: ${window.join('-')}`);
      return minutes;
    })
    .sort((a, b) => a.from - b.from);

const patternOf = (schedule: Schedule): Pattern => ({
  zone: schedule.zone,
  week: new Map(WEEKDAYS.map((weekday) => [weekday, minutesOf(schedule.week[weekday] ?? [])])),
  exceptions: new Map(
    Object.entries(schedule.exceptions).map(([date, windows]) => [
      dayNumberOf(date as LocalDate),
      minutesOf(windows),
    ]),
  ),
});

/** The days that can have windows: all of them, or only dated ones when the week is closed. */
const daysOf = (pattern: Pattern): { readonly firstDay: number; readonly endDay: number } => {
  if ([...pattern.week.values()].some((windows) => windows.length > 0)) {
    return { firstDay: LOWEST_DAY, endDay: HIGHEST_DAY };
  }
  let firstDay = 0;
  let endDay = 0;
  for (const [day, windows] of pattern.exceptions) {
    if (windows.length === 0) continue;
    firstDay = endDay === 0 ? day : Math.min(firstDay, day);
    endDay = Math.max(endDay, day + 1);
  }
  return { firstDay, endDay };
};

/** Prepares a schedule. Throws RangeError for one in which `checkSchedule` finds a problem: ask it first. */
export const compileSchedule = (schedule: Schedule): Calendar => {
  const [problem] = checkSchedule(schedule);
  if (problem !== undefined) {
    throw new RangeError(`unsound schedule: ${problem.code} at '${problem.path}', expected ${problem.hint}`);
  }
  const pattern = patternOf(schedule);
  return { zone: schedule.zone, [compiled]: { pattern, ...daysOf(pattern), horizon: null } };
};

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * The horizon with at least the days [from, to) in it, as far as the schedule has any. Each compilation doubles the
 * length, so a calendar compiles at most some ten times in its life.
 */
const withDays = (calendar: Calendar, from: number, to: number): Horizon => {
  const state = calendar[compiled];
  const low = clamp(from, state.firstDay, state.endDay);
  const high = clamp(to, state.firstDay, state.endDay);
  const old = state.horizon;
  if (old !== null && old.firstDay <= low && high <= old.endDay) return old;
  const length = old === null ? FIRST_COMPILED_DAYS : 2 * (old.endDay - old.firstDay);
  let firstDay = low;
  let endDay = Math.max(high, low + length);
  if (old !== null) {
    firstDay = low < old.firstDay ? Math.min(low, old.endDay - length) : old.firstDay;
    endDay = high > old.endDay ? Math.max(high, old.firstDay + length) : old.endDay;
  }
  firstDay = clamp(firstDay, state.firstDay, state.endDay);
  endDay = clamp(endDay, state.firstDay, state.endDay);
  state.horizon = compileHorizon(
    state.pattern,
    { firstDay, endDay },
    { closedBefore: firstDay === state.firstDay, closedAfter: endDay === state.endDay },
  );
  return state.horizon;
};

/** The horizon that knows every instant of [from, to]. */
export const knowing = (calendar: Calendar, from: number, to: number): Horizon => {
  if (!isInstant(from) || !isInstant(to)) throw new RangeError(`not instants: ${from}, ${to}`);
  return withDays(calendar, Math.floor(from / DAY) - 2, Math.floor(to / DAY) + 3);
};

/** A horizon that reaches further into the future; null when there is nothing further. */
export const further = (calendar: Calendar, horizon: Horizon): Horizon | null =>
  horizon.endDay >= calendar[compiled].endDay
    ? null
    : withDays(calendar, horizon.firstDay, horizon.endDay + 1);

/** A horizon that reaches further into the past; null when there is nothing before. */
export const earlier = (calendar: Calendar, horizon: Horizon): Horizon | null =>
  horizon.firstDay <= calendar[compiled].firstDay
    ? null
    : withDays(calendar, horizon.firstDay - 1, horizon.endDay);
