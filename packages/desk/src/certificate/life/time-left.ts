import {
  addMonths,
  localDateOf,
  toInstant,
  type Instant,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import { stateAt } from './state-at.ts';
import type { SupportCertificate } from './support-certificate.ts';
import { lastDayOf } from './term.ts';

const DAY_MS = 86_400_000;
/** Where every day has 24 hours: dates are only subtracted. */
const EVEN = 'UTC' as TimeZoneId;

/** Whole days from a date to a later one; negative when it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (toInstant(EVEN, to, 0) - toInstant(EVEN, from, 0)) / DAY_MS;

/** A distance between two dates as people say it: whole months, and the days that are left over. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

const NO_TIME: Span = { months: 0, days: 0 };

const monthOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** From a date to a later one; nothing when it is not later. */
export const spanBetween = (from: LocalDate, to: LocalDate): Span => {
  if (to <= from) return NO_TIME;
  const most = monthOf(to) - monthOf(from);
  const months = addMonths(from, most) > to ? most - 1 : most;
  return { months, days: daysBetween(addMonths(from, months), to) };
};

/** The last instant of what serves now: of the term, or of the loyalty after it; null: no end is known, or nothing serves. */
const servesUntil = (certificate: SupportCertificate, now: Instant): Instant | null => {
  switch (stateAt(certificate, now)) {
    case 'in-force':
    case 'suspended':
      return certificate.endsAt;
    case 'loyalty':
      return certificate.loyaltyUntil;
    case 'not-begun':
    case 'ended':
    case 'revoked':
      return null;
  }
};

/** Days that a certificate still serves after today, by dates of the desk: 0 on its last day; null: it does not serve, or has no end. */
export const daysLeft = (certificate: SupportCertificate, now: Instant, zone: TimeZoneId): number | null => {
  const until = servesUntil(certificate, now);
  return until === null ? null : Math.max(0, daysBetween(localDateOf(zone, now), lastDayOf(until, zone)));
};
