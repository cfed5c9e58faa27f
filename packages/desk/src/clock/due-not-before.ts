import type { Instant } from '@reglament/working-time';
import type { Calendars } from './calendars.ts';
import type { Clock } from './clock.ts';
import { measure } from './measure.ts';

/**
 * A running clock whose promise came about only at `at`: counted from its own start all the same, but a deadline that was
 * over by then is due at `at`, so that the miss dates from the change and never from earlier (working-time rule 15).
 */
export const dueNotBefore = (clock: Clock, at: Instant, calendars: Calendars): Clock => {
  if (clock.status !== 'running' || clock.dueAt === null || clock.dueAt >= at) return clock;
  const spentMs = clock.spentMs + measure(clock, calendars, clock.since, at);
  return { ...clock, spentMs, since: at, dueAt: at, lastDueAt: at };
};
