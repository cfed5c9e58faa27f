import type { LocalDate, ProductionCalendar } from '@reglament/working-time';
import { calendarYears } from './calendar-edition.ts';

/** Id and years of a production calendar, as it stands in a regulation and in every trace: `ru 2023-2027`. */
export const productionCalendarLabel = (calendar: ProductionCalendar): string =>
  `${calendar.id} ${calendarYears(calendar)}`;

const YEARS = / (?<first>\d{4})-(?<last>\d{4})$/u;

/** Whether any date from one to the other lies in a year the labelled calendar has no data for. */
export const yearMissing = (label: string | null, from: LocalDate, to: LocalDate): boolean => {
  const groups = YEARS.exec(label ?? '')?.groups;
  if (groups === undefined) return false;
  return from.slice(0, 4) < (groups['first'] ?? '') || to.slice(0, 4) > (groups['last'] ?? '');
};
