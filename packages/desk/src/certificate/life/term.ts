import {
  addDays,
  addMonths,
  endOfLocalDate,
  localDateOf,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import type { CertificateRules, TermLength } from '../../regulation/certificate-rules.ts';

/** How dates of certificates are counted: on whose wall clock, and by which rules of the regulation. */
export interface TermRules {
  readonly zone: TimeZoneId;
  /** R44. */
  readonly lastDay: CertificateRules['lastDay'];
  /** R39. */
  readonly dayOff: CertificateRules['dayOff'];
  /** Asked only where a last day on a day off gives way. */
  readonly isWorkingDay: (date: LocalDate) => boolean;
}

/** So long after a date: the same day number, or the last day of a month that has none such (R10). */
const dateAfter = (date: LocalDate, { count, unit }: TermLength): LocalDate =>
  unit === 'days' ? addDays(date, count) : addMonths(date, count);

/** 00:00 local time of the date so long after the date of an instant (R8: the day after the event is day 1). */
export const startAfter = (at: Instant, length: TermLength, zone: TimeZoneId): Instant =>
  toInstant(zone, dateAfter(localDateOf(zone, at), length), 0);

/** A fortnight of days off in a row is more than any calendar has. */
const MOST_DAYS_OFF = 30;

/** The last day of what ends at 24:00 of it. */
export const lastDayOf = (end: Instant, zone: TimeZoneId): LocalDate =>
  localDateOf(zone, (end - 1) as Instant);

/**
 * The date that what goes on from an end is counted from (R44): its last day where a term ends on the same day number, the day
 * after it where it ends on the one before. Either way neither term has a day of the other, and none is lost between them.
 */
export const countedAfter = (
  end: Instant,
  { zone, lastDay }: Pick<TermRules, 'zone' | 'lastDay'>,
): LocalDate => (lastDay === 'same-number' ? lastDayOf(end, zone) : localDateOf(zone, end));

/** The instant in which a term counted from a date is over: 24:00 local time of its last day (R10, R39, R44). */
export const endOfTerm = (from: LocalDate, length: TermLength, rules: TermRules): Instant => {
  const { zone } = rules;
  const same = dateAfter(from, length);
  let last = rules.lastDay === 'same-number' ? same : addDays(same, -1);
  if (rules.dayOff === 'next-working-day')
    for (let day = 0; day < MOST_DAYS_OFF && !rules.isWorkingDay(last); day += 1) last = addDays(last, 1);
  return endOfLocalDate(zone, last);
};
