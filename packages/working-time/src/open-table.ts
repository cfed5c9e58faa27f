import { knowing, type Calendar } from './calendar.ts';
import { checkedInstant, type Instant } from './instant.ts';
import { tableOf, type OpenTable } from './interval-table.ts';
import { WorkingTimeError } from './working-time-error.ts';

/**
 * The calendar's open intervals over [from, to], for evaluating many clocks at once. Throws WorkingTimeError
 * 'instant-invalid', and 'range-reversed' where `to` is before `from`.
 *
 *     const table = openTable(calendar, from, to);
 *     const due = Math.max(start, openReached(table, openBefore(table, start) + ms));
 */
export const openTable = (calendar: Calendar, from: Instant, to: Instant): OpenTable => {
  const first = checkedInstant(from, 'from');
  const last = checkedInstant(to, 'to');
  if (last < first) {
    throw new WorkingTimeError('range-reversed', 'to', `a table from ${from} ends before it begins: ${to}`);
  }
  const { days } = knowing(calendar, first, last);
  return tableOf(days.starts, days.ends, from, to);
};
