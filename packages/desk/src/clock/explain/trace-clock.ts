import { localDateOf, type Instant } from '@reglament/working-time';
import { yearMissing } from '../../regulation/production-calendar-label.ts';
import type { Clause, ClockStart, Regulation, Text } from '../../regulation/regulation.ts';
import { calendarsOfRule } from '../calendars-of-rule.ts';
import type { Calendars } from '../calendars.ts';
import type { Clock } from '../clock.ts';
import { countTrace } from './count-trace.ts';
import type { CountedTrace } from './trace.ts';

/** How a deadline came about: enough to check it with a pencil. */
export interface DeadlineTrace extends CountedTrace {
  /** The rule's clause; null when the edition at hand doesn't have it. */
  readonly clause: Clause | null;
  readonly scheduleName: Text | null;
  /** Production calendar the schedule follows, with its years; null: none. */
  readonly calendar: string | null;
  /** Edition of that calendar by which the deadline is counted; null: none, or not on record. */
  readonly calendarEdition: string | null;
  /** A date counted lies in a year the production calendar has no data for: its moved days off are unknown. */
  readonly calendarYearMissing: boolean;
  /** Version of the time-zone data it was counted with: `2026a`; null: not told. */
  readonly timeZoneData: string | null;
  readonly startedBy: ClockStart | null;
}

/**
 * Explains a clock by the regulation and calendars its rule was taken from, as things stand at `at`. Pure data:
 * `describeTrace` says it in words, `timelineOf` draws it.
 */
export const traceClock = (
  clock: Clock,
  regulation: Regulation,
  calendars: Calendars,
  at: Instant,
  timeZoneData: string | null = null,
): DeadlineTrace => {
  const { rule } = clock;
  const schedule = regulation.schedules.find(({ id }) => id === rule.schedule);
  const own = regulation.clocks.find(({ id }) => id === clock.id);
  const counted = countTrace(
    clock,
    (counting) => calendarsOfRule(counting, regulation, calendars),
    at,
    own?.warnAt ?? [],
  );
  const last = clock.dueAt ?? clock.lastDueAt ?? clock.since;
  return {
    ...counted,
    clause: regulation.clauses.find(({ id }) => id === rule.clause) ?? null,
    scheduleName: schedule?.name ?? null,
    calendar: schedule?.productionCalendar ?? null,
    calendarEdition: rule.calendar?.edition ?? null,
    calendarYearMissing: yearMissing(
      schedule?.productionCalendar ?? null,
      localDateOf(counted.zone, clock.startedAt),
      localDateOf(counted.zone, last),
    ),
    timeZoneData,
    startedBy: own?.start ?? null,
  };
};
