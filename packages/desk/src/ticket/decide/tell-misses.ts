import type { Instant } from '@reglament/working-time';
import { markOf } from '../../clock/index.ts';
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

/** A deadline that was over before its alarm rang: standing still, the clock would ring no more. */
const isPause = (event: TicketEvent): event is EventOf<'ClockPaused'> => event.type === 'ClockPaused';

/** Warnings that were due before it and are not told any more. */
const untoldBy = (event: TicketEvent, before: Ticket): Pick<EventOf<'ClockBreached'>, 'untold'> => {
  if (!isPause(event)) return {};
  const untold = before.warnings.filter((w) => w.clock === event.clock.id).map(markOf);
  return untold.length === 0 ? {} : { untold };
};

/** A miss that was not there before the event; null: none, or one told already. */
const missBy = (event: TicketEvent, before: Ticket, now: Instant): EventOf<'ClockBreached'> | null => {
  if (!isRuleChange(event) && !isPause(event)) return null;
  const { clock } = event;
  const { breachedAt } = clock;
  const known = before.clocks.find(({ id }) => id === clock.id)?.breachedAt ?? null;
  if (breachedAt === null || breachedAt === known) return null;
  const change = clock.changes?.at(-1);
  const made = change?.at === breachedAt && change.cause !== null ? { cause: change.cause } : null;
  return {
    type: 'ClockBreached',
    clock,
    dueAt: breachedAt,
    ...(made ?? lateness(breachedAt, now)),
    ...untoldBy(event, before),
  };
};

/**
 * The events, each change of rule followed by the word of the miss that it made (working-time row 15): no alarm will ring for
 * it, since the clock is missed already. A deadline that was over before its alarm rang, and is over by the new rule as well,
 * is told with it; so is one that was over before the clock was made to stand still.
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
