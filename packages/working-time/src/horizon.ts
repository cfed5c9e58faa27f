import { compileDays, type CompiledDays } from './compile-days.ts';
import { DAY, END_OF_INSTANTS } from './instant.ts';
import { NO_TABLE, tableOf, type OpenTable } from './interval-table.ts';
import type { Pattern } from './pattern.ts';

/** Compiled days, and the instants of which they are the whole truth: table.from <= t < table.to. */
export interface Horizon {
  readonly days: CompiledDays;
  readonly table: OpenTable;
}

/**
 * Compiles the local days [firstDay, endDay). An end with no schedule day beyond it is known to the full; else two
 * days there are left out of the known part, since windows run past midnight and local days lie up to 14 hours off
 * the UTC ones.
 */
export const compileHorizon = (pattern: Pattern, firstDay: number, endDay: number): Horizon => {
  const days = compileDays(pattern, firstDay, endDay);
  const from = firstDay <= pattern.firstDay ? 0 : Math.max((firstDay + 2) * DAY, 0);
  const to = endDay >= pattern.endDay ? END_OF_INSTANTS : Math.min((endDay - 2) * DAY, END_OF_INSTANTS);
  return { days, table: tableOf(days.starts, days.ends, from, to) };
};

/** What is known before anything was asked: no instant is. */
export const nothingKnown = (pattern: Pattern): Horizon => ({
  days: compileDays(pattern, pattern.firstDay, pattern.firstDay),
  table: NO_TABLE,
});
