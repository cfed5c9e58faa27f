import { createHash } from 'node:crypto';
import type { CalendarEdition } from '@reglament/desk';
import type { Instant, ProductionYear } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import { insertCalendarEdition, lockCalendars } from '../store/production-calendars.ts';
import { calendarEditions, type StoredEdition } from '../store/queries/production-calendars.ts';

/** Thrown when a calendar's file can't be used: says where and why. */
export class BadCalendar extends Error {}

export type CalendarSource = CalendarEdition & { readonly edition: string };

/** An edition begins on a full five minutes, so that it can part a day in two wherever hours are written in minutes. */
const BEGINS_ON_MS = 300_000;

const nextBeginning = (now: Instant): Instant => (Math.ceil(now / BEGINS_ON_MS) * BEGINS_ON_MS) as Instant;

const sortedYear = ({ holidays, workingWeekends, shortened }: ProductionYear): ProductionYear => ({
  holidays: holidays.toSorted(),
  workingWeekends: workingWeekends.toSorted(),
  shortened: shortened.toSorted(),
});

/** Of the data and its name, however the file is laid out. */
const hashOf = ({ edition, years }: CalendarSource): string => {
  const sorted = Object.entries(years)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([year, days]) => [year, sortedYear(days)]);
  return createHash('sha256')
    .update(JSON.stringify([edition, sorted]))
    .digest('hex');
};

/** The name as written, with a number where other data have it already. */
const nameOf = (wanted: string, known: readonly StoredEdition[]): string => {
  const taken = new Set(known.map(({ edition }) => edition));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`;
    if (!taken.has(name)) return name;
  }
};

/**
 * Keeps calendars whose data were not seen before as editions of their own. The first edition is in force always, a later one
 * from now on; an earlier one that comes again, by a server not yet updated, changes nothing.
 *
 * @returns names of the editions kept now.
 */
export const keepCalendars = (
  db: Database,
  calendars: readonly CalendarSource[],
  now: Instant,
): Promise<readonly string[]> =>
  db.everyDesk(async (q) => {
    await lockCalendars(q);
    const editions = await calendarEditions(q);
    const kept: string[] = [];
    for (const calendar of calendars) {
      const known = editions.filter((one) => one.calendarId === calendar.id);
      const sha256 = hashOf(calendar);
      if (known.some((one) => one.sha256 === sha256)) continue;
      const last = known.at(-1);
      const edition = nameOf(calendar.edition, known);
      const afterLast = (last?.effectiveFrom ?? Number.NEGATIVE_INFINITY) + BEGINS_ON_MS;
      await insertCalendarEdition(q, {
        calendarId: calendar.id,
        seq: (last?.seq ?? 0) + 1,
        edition,
        years: calendar.years,
        sha256,
        effectiveFrom: last === undefined ? null : (Math.max(nextBeginning(now), afterLast) as Instant),
        at: now,
      });
      kept.push(`${calendar.id} ${edition}`);
    }
    return kept;
  });
