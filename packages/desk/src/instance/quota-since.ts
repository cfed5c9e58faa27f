import { addMonths, type Instant, localDateOf, type TimeZoneId, toInstant } from '@reglament/working-time';
import type { TicketQuota } from '../regulation/regulation.ts';

const MONTHS: Readonly<Record<Exclude<TicketQuota['per'], 'certificate'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/**
 * From when the tickets of a quota are counted at an instant: months, quarters and years run from the certificate's first
 * day, so that each has all of its tickets.
 */
export const quotaSince = (
  startsAt: Instant,
  per: TicketQuota['per'],
  at: Instant,
  zone: TimeZoneId,
): Instant => {
  if (per === 'certificate' || at < startsAt) return startsAt;
  const first = localDateOf(zone, startsAt);
  const day = localDateOf(zone, at);
  const months = MONTHS[per];
  let count = 0;
  while (addMonths(first, (count + 1) * months) <= day) count += 1;
  return count === 0 ? startsAt : toInstant(zone, addMonths(first, count * months), 0);
};
