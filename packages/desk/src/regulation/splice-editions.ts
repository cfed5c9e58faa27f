import type { Instant, Schedule } from '@reglament/working-time';
import type { EarlierHours } from './calendar-edition.ts';
import { spliceSchedules } from './splice-schedules.ts';

/** The hours by the days of one edition of a production calendar alone, as if it had been in force always. */
export interface EditionDays {
  readonly edition: string;
  /** Id and years of the calendar: `ru 2023-2027`. */
  readonly label: string;
  readonly days: Schedule;
  /** When the next edition came into force; null: this is the latest. */
  readonly until: Instant | null;
}

/**
 * The hours by several editions of a production calendar, the first edition first: the days of each count from the instant it
 * came into force.
 *
 * @throws RangeError for no edition at all.
 */
export const spliceEditions = (
  editions: readonly EditionDays[],
): { readonly schedule: Schedule; readonly earlier: readonly EarlierHours[] } => {
  const [first, ...later] = editions;
  if (first === undefined) throw new RangeError('a production calendar without an edition');
  let last = first;
  let schedule = first.days;
  const earlier: EarlierHours[] = [];
  for (const next of later) {
    if (last.until === null) throw new RangeError(`edition "${last.edition}" has no end`);
    const { edition, label, days, until } = last;
    earlier.unshift({ edition, label, days, schedule, until });
    schedule = spliceSchedules(schedule, next.days, until);
    last = next;
  }
  return { schedule, earlier };
};
