import {
  addDays,
  addMonths,
  endOfLocalDate,
  type Instant,
  type LocalDate,
  type TimeZoneId,
  toInstant,
} from '@reglament/working-time';

/** How long a certificate of the demo serves, its last day by the reading of the five regulations (R44). */
export interface DemoTerm {
  /** Days from the first start; negative: before it. */
  readonly fromDay: number;
  /** Twelve unless said. */
  readonly months?: number;
}

const YEAR = 12;

/** From 00:00 of its first day to 24:00 of the same day number of its last month. */
export const demoTerm = (
  zone: TimeZoneId,
  today: LocalDate,
  { fromDay, months = YEAR }: DemoTerm,
): { readonly startsAt: Instant; readonly endsAt: Instant } => {
  const from = addDays(today, fromDay);
  return { startsAt: toInstant(zone, from, 0), endsAt: endOfLocalDate(zone, addMonths(from, months)) };
};
