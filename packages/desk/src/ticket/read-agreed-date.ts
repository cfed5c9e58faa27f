import {
  addDays,
  formatInstant,
  instant,
  parseInstant,
  parseLocalDate,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import { accept, type Decision, refuse } from './refusals.ts';

/** What a form sends: `2026-11-23T12:00`, with an offset when the time comes twice on that day. */
const TYPED =
  /^(?<date>\d{4}-\d{2}-\d{2})[T ](?<time>(?:[01]\d|2[0-3]):[0-5]\d)(?<offset>Z|[+-]\d{2}:[0-5]\d)?$/u;

const MINUTE_MS = 60_000;
/** A day inside the years that instants know, so that the days around can be asked for. */
const FIRST_DATE = '1970-01-03';
const LAST_DATE = '2200-12-29';

/** The offsets that the zone has about a date, `+03:00`; where it changes them there are several. */
const offsetsAbout = (zone: TimeZoneId, date: LocalDate): ReadonlySet<string> =>
  new Set(
    [-1, 0, 1, 2].map((days) => formatInstant(toInstant(zone, addDays(date, days), 0), zone).slice(-6)),
  );

/** Every instant at which the zone's wall clock shows this: none in a gap, two in a fold, in order. */
const readings = (zone: TimeZoneId, date: LocalDate, time: string): readonly Instant[] =>
  [...offsetsAbout(zone, date)]
    .flatMap((offset) => {
      const wanted = `${date}T${time}:00${offset}`;
      const at = parseInstant(wanted);
      return at !== null && formatInstant(at, zone) === wanted ? [at] : [];
    })
    .toSorted((a, b) => a - b);

/** The last minute before a skipped time, and the first after it. */
const besideGap = (zone: TimeZoneId, date: LocalDate, time: string): readonly Instant[] => {
  const [hours, minutes] = time.split(':').map(Number);
  const after = toInstant(zone, date, (hours ?? 0) * 60 + (minutes ?? 0));
  return [instant(after - MINUTE_MS), after];
};

const refuseWith = (
  code: 'date-skipped' | 'date-ambiguous',
  choices: readonly Instant[],
): Decision<never> => ({ ok: false, refusal: { code, clause: null, choices } });

/**
 * A date and time as a person typed it for a ticket, on the wall clock of the desk's zone. A time that the zone skips is
 * refused with the minutes on both sides of the gap, one that comes twice with both of its instants, unless an offset says
 * which is meant. Only the years 1970 to 2200 are known.
 */
export const readAgreedDate = (zone: TimeZoneId, typed: string): Decision<Instant> => {
  const { date: day, time, offset } = TYPED.exec(typed.trim())?.groups ?? {};
  if (day === undefined || time === undefined) return refuse('date-unreadable');
  if (day < FIRST_DATE || day > LAST_DATE) return refuse('date-out-of-range');
  const date = parseLocalDate(day);
  if (date === null) return refuse('date-unreadable');
  const found = readings(zone, date, time);
  if (found.length === 0) return refuseWith('date-skipped', besideGap(zone, date, time));
  if (offset !== undefined) {
    const meant = parseInstant(`${date}T${time}:00${offset}`);
    return meant !== null && found.includes(meant) ? accept(meant) : refuse('date-unreadable');
  }
  const [only, second] = found;
  return only === undefined || second !== undefined ? refuseWith('date-ambiguous', found) : accept(only);
};

/** An instant as `readAgreedDate` takes it, to the minute and with its offset: `2026-11-23T12:00+03:00`. */
export const typedDate = (at: Instant, zone: TimeZoneId): string =>
  formatInstant(at, zone).replace(/(T\d{2}:\d{2}):\d{2}(?:\.\d+)?/u, '$1');
