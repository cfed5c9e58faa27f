import { isOpen, toInstant, type LocalDate } from '@reglament/working-time';
import type { Calendars } from '../../clock/calendars.ts';
import type { Regulation } from '../../regulation/regulation.ts';

const HOURS = 24;
const HOUR_MINUTES = 60;

/** Whether some schedule of the regulation is open on a date: what a term counts as a working day (R39). */
export const workingDaysOf =
  ({ schedules, zone }: Regulation, calendars: Pick<Calendars, 'get'>) =>
  (date: LocalDate): boolean =>
    schedules.some(({ id }) => {
      const calendar = calendars.get(id);
      return (
        calendar !== undefined &&
        Array.from({ length: HOURS }, (_, hour) => toInstant(zone, date, hour * HOUR_MINUTES)).some((at) =>
          isOpen(calendar, at),
        )
      );
    });
