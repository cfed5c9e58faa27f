import { compileSchedule, type Calendar, type Schedule } from '@reglament/working-time';
import type { Regulation, ScheduleId } from '../regulation/regulation.ts';
import type { CountingRule } from './clock.ts';

/** The compiled schedules of one edition of a regulation. Compile once for an edition and keep it: days are cached inside. */
export type Calendars = ReadonlyMap<ScheduleId, Calendar>;

export const compileCalendars = (regulation: Regulation): Calendars =>
  new Map(regulation.schedules.map(({ id, schedule }) => [id, compileSchedule(schedule)]));

/** Throws RangeError when the calendars are not those of the rule's edition: a bug of the caller. */
export const calendarOf = (calendars: Calendars, schedule: ScheduleId): Calendar => {
  const calendar = calendars.get(schedule);
  if (calendar === undefined) throw new RangeError(`no calendar for schedule "${schedule}"`);
  return calendar;
};

const compiled = new WeakMap<Schedule, Calendar>();

const compileOnce = (schedule: Schedule): Calendar => {
  const calendar = compiled.get(schedule) ?? compileSchedule(schedule);
  compiled.set(schedule, calendar);
  return calendar;
};

/**
 * The calendars as a rule was counted by them: of the edition of the production calendar that it names, when a later one is
 * known by now. A clock that has ended keeps its edition (working-time row 14).
 */
export const calendarsOfRule = (
  { schedule: id, calendar: pin }: CountingRule,
  regulation: Regulation,
  calendars: Calendars,
): Calendars => {
  const earlier = regulation.schedules.find((one) => one.id === id)?.calendar?.earlier ?? [];
  // A rule from before editions were kept was counted by the first.
  const pinned = pin === undefined ? earlier.at(-1) : earlier.find(({ edition }) => edition === pin?.edition);
  return pinned === undefined ? calendars : new Map([...calendars, [id, compileOnce(pinned.schedule)]]);
};
