import {
  type Alarm,
  type Certificate,
  decide,
  evolve,
  followEditions,
  markOf,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type ClaimedTicket, recipientsAmong, type StaffMember } from '../store/alarms.ts';
import type { ToldPerson } from '../store/alarms-rung.ts';
import type { RegulationInForce } from './context.ts';
import { wordOfEvent } from './word-of-event.ts';

const commandOf = (alarm: Alarm, certificates: readonly Certificate[]): TicketCommand => {
  switch (alarm.kind) {
    case 'warning':
      return { type: 'RingWarning', clock: alarm.clock, ...markOf(alarm) };
    case 'breach':
      return { type: 'RingBreach', clock: alarm.clock };
    case 'closing-warning':
      return { type: 'RingClosingWarning' };
    case 'closing':
      return { type: 'RingClosing' };
    case 'expiry':
      return { type: 'RingExpiry', certificates };
  }
};

/**
 * What the due alarms of a ticket do to it, one after another, each seeing what the former left; before them it goes over to
 * the editions that it follows. No events: none of them has
 * anything to say any more.
 */
export const ringAlarmsOf = (
  { ticket, alarms }: ClaimedTicket,
  { regulation, calendars }: RegulationInForce,
  laterEditions: readonly RegulationInForce[],
  now: Instant,
  /** Of the ticket's company; asked for only when a certificate has ended. */
  certificates: readonly Certificate[],
): { readonly ticket: Ticket; readonly events: readonly TicketEvent[] } => {
  const led = followEditions(ticket, { now, regulation, calendars, laterEditions });
  const facts = { ...led.facts, laterEditions: [] };
  let state = led.ticket;
  const events = [...led.events];
  for (const alarm of alarms) {
    const decision = decide(commandOf(alarm, certificates), state, facts);
    if (!decision.ok)
      throw new Error(`an alarm is no request: ${alarm.key} was refused ${decision.refusal.code}`);
    events.push(...decision.value);
    state = decision.value.reduce<Ticket>((before, event) => evolve(before, event, now), state);
  }
  return { ticket: state, events };
};

/** What is told to people of these events. */
export const toldOf = (
  rung: {
    readonly deskId: ToldPerson['deskId'];
    readonly ticket: Ticket;
    readonly events: readonly TicketEvent[];
    readonly at: Instant;
  },
  staff: readonly StaffMember[],
  newId: () => string,
): readonly ToldPerson[] => {
  const { deskId, ticket, events, at } = rung;
  const people = recipientsAmong(
    staff.filter((s) => s.deskId === deskId),
    ticket.assigneeId,
  );
  return events.flatMap((event) => {
    const said = wordOfEvent(event, at);
    return said === null
      ? []
      : people.map((personId) => ({
          notificationId: newId(),
          deskId,
          personId,
          ticketId: ticket.ticketId,
          ...said,
        }));
  });
};
