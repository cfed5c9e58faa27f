import type { Instant } from '@reglament/working-time';
import type { EventOf, TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Ticket } from '../ticket.ts';
import { lateness } from './alarms.ts';

type RuleChange = EventOf<'ClockRetargeted' | 'ClockReopened' | 'ClockStopWithdrawn'>;

/** What can bring another rule into force; a calendar alone judges nothing (working-time row 26). */
const isRuleChange = (event: TicketEvent): event is RuleChange =>
  event.type === 'ClockReopened' ||
  event.type === 'ClockStopWithdrawn' ||
  (event.type === 'ClockRetargeted' && event.cause !== 'calendar');

/** A miss that was not there before the event; null: none, or one told already. */
const missBy = (event: TicketEvent, before: Ticket, now: Instant): EventOf<'ClockBreached'> | null => {
  if (!isRuleChange(event)) return null;
  const { clock } = event;
  const { breachedAt } = clock;
  const known = before.clocks.find(({ id }) => id === clock.id)?.breachedAt ?? null;
  if (breachedAt === null || breachedAt === known) return null;
  const change = clock.changes?.at(-1);
  const made = change?.at === breachedAt && change.cause !== null ? { cause: change.cause } : null;
  return { type: 'ClockBreached', clock, dueAt: breachedAt, ...(made ?? lateness(breachedAt, now)) };
};

/**
 * The events, each change of rule followed by the word of the miss that it made (working-time row 15): no alarm will ring for
 * it, since the clock is missed already. A deadline that was over before its alarm rang, and is over by the new rule as well,
 * is told with it.
 */
export const tellMisses = (
  ticket: Ticket,
  events: readonly TicketEvent[],
  now: Instant,
): readonly TicketEvent[] => {
  let state = ticket;
  return events.flatMap((event) => {
    const miss = missBy(event, state, now);
    state = evolve(state, event, now);
    return miss === null ? [event] : [event, miss];
  });
};
