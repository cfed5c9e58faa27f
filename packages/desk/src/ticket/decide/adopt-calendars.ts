import { changeCalendar, laterEdition } from '../../clock/index.ts';
import type { TicketEvent } from '../events.ts';
import type { PendingWarning } from '../ticket.ts';
import type { Step } from './facts.ts';
import { warningsOf } from './run-clocks.ts';

/** The same warning at whatever moment. */
const sameWarning = ({ at: _, ...a }: PendingWarning, { at: __, ...b }: PendingWarning): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Clocks that were counted by an earlier edition of a production calendar go on by the one in force (working-time row 14). What
 * was warned of is not warned of again. Closed tickets stay as they are.
 */
export const adoptCalendars: Step = (ticket, facts) => {
  if (ticket.state === 'closed' || ticket.state === 'not-entitled') return [];
  return ticket.clocks.flatMap((before): TicketEvent[] => {
    const calendar = before.status === 'stopped' ? null : laterEdition(before.rule, facts.regulation);
    const clock = calendar === null ? null : changeCalendar(before, calendar, facts.now, facts.calendars);
    if (clock === null) return [];
    const warnings = warningsOf(clock, facts, clock.since).filter((one) =>
      ticket.warnings.some((pending) => pending.clock === before.id && sameWarning(pending, one)),
    );
    return [{ type: 'ClockRetargeted', clock, warnings, cause: 'calendar', dueBefore: before.dueAt }];
  });
};
