import type { Schedule, TimeZoneId } from '@reglament/working-time';
import type { CalendarPin, ScheduleCalendar } from './calendar-edition.ts';
import type { Regulation, RegulationSchedule } from './regulation.ts';
import { spliceEditions } from './splice-editions.ts';

/** The zone that staff work and read in: the file's own, whoever's wall clock a ticket goes by (R37). */
export const deskZoneOf = ({ zone, deskZone }: Regulation): TimeZoneId => deskZone ?? zone;

/** Editions begin at instants, so that another wall clock parts another minute of another day. */
const rezonedCalendar = (
  { schedule, calendar }: RegulationSchedule & { readonly calendar: ScheduleCalendar },
  at: (schedule: Schedule) => Schedule,
): Pick<RegulationSchedule, 'schedule' | 'calendar'> => {
  const { schedule: spliced, earlier } = spliceEditions([
    ...calendar.earlier.toReversed().map((one) => ({ ...one, days: at(one.days) })),
    { edition: calendar.edition, label: '', days: at(calendar.days ?? schedule), until: null },
  ]);
  return {
    schedule: spliced,
    calendar: { ...calendar, ...(calendar.days === undefined ? {} : { days: at(calendar.days) }), earlier },
  };
};

const rezoned = (one: RegulationSchedule, zone: TimeZoneId): RegulationSchedule => {
  if (one.ownZone === true) return one;
  const at = (schedule: Schedule): Schedule => ({ ...schedule, zone });
  const { calendar } = one;
  return calendar === null
    ? { ...one, schedule: at(one.schedule) }
    : { ...one, ...rezonedCalendar({ ...one, calendar }, at) };
};

/**
 * The same regulation on another wall clock (R37): its zone, and the hours that name no zone of their own. Dates on which
 * editions come into force stay those of the desk.
 */
export const regulationAt = (regulation: Regulation, zone: TimeZoneId): Regulation =>
  regulation.zone === zone
    ? regulation
    : {
        ...regulation,
        zone,
        deskZone: deskZoneOf(regulation),
        schedules: regulation.schedules.map((one) => rezoned(one, zone)),
      };

const pinnedHours = (one: RegulationSchedule, pins: readonly CalendarPin[]): RegulationSchedule => {
  const { calendar } = one;
  const pin = calendar === null ? undefined : pins.find(({ id }) => id === calendar.id);
  const found = calendar?.earlier.findIndex(({ edition }) => edition === pin?.edition) ?? -1;
  const hours = calendar?.earlier[found];
  if (calendar === null || hours === undefined) return one;
  const { edition, label, schedule, days } = hours;
  return {
    ...one,
    schedule,
    productionCalendar: label,
    calendar: { id: calendar.id, edition, earlier: calendar.earlier.slice(found + 1), days },
  };
};

/**
 * The same regulation as if no edition of a production calendar had come after those pinned. One that it doesn't know, or of
 * a calendar that it doesn't follow, changes nothing.
 */
export const regulationWithEditions = (regulation: Regulation, pins: readonly CalendarPin[]): Regulation => {
  const schedules = regulation.schedules.map((one) => pinnedHours(one, pins));
  return schedules.every((one, index) => one === regulation.schedules[index])
    ? regulation
    : { ...regulation, schedules };
};
