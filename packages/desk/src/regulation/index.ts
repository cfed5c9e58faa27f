export type { CalendarEdition, CalendarPin, EarlierHours, ScheduleCalendar } from './calendar-edition.ts';
export type { GoldenExample } from './golden-example.ts';
export { parseCalendar, type CalendarProblem, type ParseCalendarResult } from './parse-calendar.ts';
export { parseRegulation, type ParseRegulationResult } from './parse-regulation.ts';
export { yearMissing } from './production-calendar-label.ts';
export { parseTarget } from './parse-target.ts';
export type { RegulationProblem } from './problem.ts';
export type * from './regulation.ts';
