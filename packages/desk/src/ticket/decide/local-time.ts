import type { TimeZoneId } from '@reglament/working-time';
import { advanceClock, calendarsOfRule, inZone, localZoneOf, retargetClock } from '../../clock/index.ts';
import type { CountingRule } from '../../clock/clock.ts';
import { type CustomerPlace, localZone } from '../../customer/local-zone.ts';
import type { SiteId } from '../../ids.ts';
import { deskZoneOf } from '../../regulation/regulation-at.ts';
import type { TicketCommand } from '../commands.ts';
import type { TicketEvent } from '../events.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { moveClosing } from './auto-close.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import type { Decided } from './staff.ts';
import { warningsOf } from './warnings-of.ts';

/** The zone that a ticket is to go by (R37); undefined: the regulation knows only the desk's. */
export const ticketZone = (
  facts: Facts,
  place: CustomerPlace | null,
  siteId: SiteId | null,
): TimeZoneId | undefined =>
  facts.regulation.localTime === 'desk'
    ? undefined
    : (localZone(facts.regulation, place, siteId) ?? deskZoneOf(facts.regulation));

/** The same facts on another wall clock. */
export const factsAt = (facts: Facts, zone: TimeZoneId | undefined): Facts =>
  zone === undefined ? facts : { ...facts, ...inZone(facts, zone) };

/** The facts on the wall clock that the ticket goes by now. */
export const factsOfTicket = (ticket: Ticket, facts: Facts): Facts =>
  facts.regulation.localTime === 'desk' ? facts : factsAt(facts, ticket.zone ?? deskZoneOf(facts.regulation));

const withZone = ({ zone: _before, ...rule }: CountingRule, zone: TimeZoneId | undefined): CountingRule =>
  zone === undefined ? rule : { ...rule, zone };

/**
 * Clocks that were counted on another wall clock go on by the one of the facts: what has elapsed stays as counted, a miss that
 * this makes dates from now, as with a change of package (working-time row 15). An ended clock keeps its own.
 */
export const adoptLocalTime: Step = (ticket, facts) => {
  if (ticket.state === 'closed' || ticket.state === 'not-entitled') return [];
  return ticket.clocks.flatMap((before): TicketEvent[] => {
    const zone = localZoneOf(facts.regulation, before.rule.schedule);
    if (before.status === 'stopped' || before.rule.zone === zone) return [];
    const own = calendarsOfRule(before.rule, facts.regulation, facts.calendars);
    const counted = advanceClock(before, facts.now, own);
    const clock = retargetClock(counted, withZone(before.rule, zone), facts.now, 'zone', facts.calendars);
    const warnings = warningsOf(clock, facts, facts.now);
    return [{ type: 'ClockRetargeted', clock, warnings, cause: 'zone' }];
  });
};

/** What is said when a ticket's wall clock is another one from now; nothing when it stays. */
export const zoneChanged = (
  ticket: Ticket,
  facts: Facts,
  zone: TimeZoneId | undefined,
  because: 'company' | 'site',
): readonly TicketEvent[] => {
  const from = ticket.zone ?? deskZoneOf(facts.regulation);
  return zone === undefined || zone === from ? [] : [{ type: 'LocalTimeChanged', zone, from, because }];
};

type NameSite = Extract<TicketCommand, { readonly type: 'NameSite' }>;

/** Staff say which site of the customer the ticket is about: where the regulation asks for it, its wall clock counts from now. */
export const nameSite = (command: NameSite, ticket: Ticket, facts: Facts): Decided => {
  const { siteId, place } = command;
  if (ticket.state === 'closed') return refuse('already-closed');
  if ((ticket.siteId ?? null) === siteId) return accept([]);
  const zone = ticketZone(facts, place, siteId);
  return accept(
    inTurn(ticket, factsAt(facts, zone), [
      say({ type: 'SiteNamed', siteId }, ...zoneChanged(ticket, facts, zone, 'site')),
      adoptLocalTime,
      moveClosing(facts.regulation.zone),
    ]),
  );
};
