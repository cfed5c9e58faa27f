export { addWorkingDays, type AddWorkingDaysOptions } from './add-working-days.ts';
export { addWorkingTime, type AddWorkingTimeOptions } from './add-working-time.ts';
export { compileSchedule, type Calendar } from './calendar.ts';
export { checkSchedule, type ScheduleProblem, type ScheduleProblemCode } from './check-schedule.ts';
export { formatInstant, parseInstant } from './instant-text.ts';
export { END_OF_INSTANTS, instant, isInstant, type Instant, type Milliseconds } from './instant.ts';
export { openBefore, openReached, type OpenTable } from './interval-table.ts';
export { addDays, addMonths, parseLocalDate, weekdayOf, type LocalDate, type Weekday } from './local-date.ts';
export { openTable } from './open-table.ts';
export { isOpen, nextOpening } from './opening.ts';
export {
  calendarYearMissing,
  withProductionCalendar,
  type ProductionCalendar,
  type ProductionCalendarOptions,
  type ProductionYear,
} from './production-calendar.ts';
export { always, type Schedule, type WrittenSchedule, type WrittenWindows } from './schedule.ts';
export { stretches, type Stretch } from './stretches.ts';
export { parseTimeZone, type TimeZoneId } from './time-zone.ts';
export { endOfLocalDate, localDateOf, toInstant, wallTime, type WallTime } from './wall-time.ts';
export { type Window } from './window.ts';
export { WorkingTimeError, type WorkingTimeErrorCode } from './working-time-error.ts';
export { workingTimeBetween } from './working-time-between.ts';
