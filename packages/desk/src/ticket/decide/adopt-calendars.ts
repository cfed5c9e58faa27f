import type { Instant } from '@reglament/working-time';
import { changeCalendar, laterEdition, sameMark } from '../../clock/index.ts';
import type { ClockId } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import type { PendingWarning, Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';
import { warningsOf } from './warnings-of.ts';

/** The same warning at whatever moment. */
const sameWarning = (a: PendingWarning, b: PendingWarning): boolean => a.clock === b.clock && sameMark(a, b);

/** Warnings not told yet, at their new instants; one that was due already stays so. */
const stillToCome = (
  pending: readonly PendingWarning[],
  clock: ClockId,
  next: readonly PendingWarning[],
  since: Instant,
): readonly PendingWarning[] =>
  pending
    .filter((one) => one.clock === clock)
    .flatMap((one) => (one.at <= since ? [one] : next.filter((other) => sameWarning(one, other))));

/**
 * Clocks that were counted by an earlier edition of a production calendar go on by the one in force (working-time row 14). What
 * was warned of is not warned of again. Closed tickets stay as they are.
 */
export const adoptCalendars: Step = (ticket, facts) => adopt(ticket, facts, facts.now);

/** The same, only what came into force not later than an instant. */
export const adoptCalendarsUntil =
  (at: Instant): Step =>
  (ticket, facts) =>
    adopt(ticket, facts, at);

const adopt = (ticket: Ticket, facts: Facts, until: Instant): readonly TicketEvent[] => {
  if (ticket.state === 'closed' || ticket.state === 'not-entitled') return [];
  return ticket.clocks.flatMap((before): TicketEvent[] => {
    const later = before.status === 'stopped' ? null : laterEdition(before.rule, facts.regulation);
    if (later === null || (until < facts.now && later.since > until)) return [];
    const clock = changeCalendar(before, later, facts.now, facts.calendars);
    const warnings = stillToCome(
      ticket.warnings,
      before.id,
      warningsOf(clock, facts, clock.since),
      clock.since,
    );
    return [{ type: 'ClockRetargeted', clock, warnings, cause: 'calendar', dueBefore: before.dueAt }];
  });
};
