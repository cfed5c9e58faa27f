import type { Instant, ProductionCalendar, Schedule } from '@reglament/working-time';

/** Which production calendar a deadline was counted by. */
export interface CalendarPin {
  readonly id: string;
  readonly edition: string;
}

/**
 * A production calendar as one edition: once stored it never changes. A later edition counts from the instant it came into
 * force, what was counted before stays as it was (working-time row 14).
 */
export interface CalendarEdition extends ProductionCalendar {
  /** Absent: known by its years alone. */
  readonly edition?: string;
  /** The edition in force until then; absent: this is the first. */
  readonly replaces?: { readonly calendar: CalendarEdition; readonly until: Instant };
}

/** Hours as they were known under an edition that a later one has replaced. */
export interface EarlierHours {
  readonly edition: string;
  /** Id and years of the calendar: `ru 2023-2027`. */
  readonly label: string;
  readonly schedule: Schedule;
  /** By the days of this edition alone, those before it left out. */
  readonly days: Schedule;
  /** When the next edition came into force. */
  readonly until: Instant;
}

/** What a schedule knows of the calendar it follows. */
export interface ScheduleCalendar extends CalendarPin {
  /** By editions before it, the latest first. */
  readonly earlier: readonly EarlierHours[];
  /** By the days of the latest edition alone; absent: there is none before it, the schedule is just that. */
  readonly days?: Schedule;
}

const MOST_EDITIONS = 1000;

/** `2023-2027`: what an edition without a name is called. */
export const calendarYears = (calendar: ProductionCalendar): string => {
  const years = Object.keys(calendar.years).map(Number);
  return `${Math.min(...years)}-${Math.max(...years)}`;
};

export const editionOf = (calendar: CalendarEdition): string => calendar.edition ?? calendarYears(calendar);

/** An edition and all before it, the latest first. */
export const editionsOf = (calendar: CalendarEdition): readonly CalendarEdition[] => {
  const editions: CalendarEdition[] = [];
  for (let one: CalendarEdition | undefined = calendar; one !== undefined; one = one.replaces?.calendar) {
    if (editions.length >= MOST_EDITIONS)
      throw new RangeError(`calendar "${calendar.id}" has more than ${MOST_EDITIONS} editions`);
    editions.push(one);
  }
  return editions;
};
