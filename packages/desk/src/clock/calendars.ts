import { compileSchedule, type Calendar } from '@reglament/working-time';
import type { Regulation, ScheduleId } from '../regulation/regulation.ts';

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
