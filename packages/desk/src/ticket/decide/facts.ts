import type { Instant } from '@reglament/working-time';
import type { Calendars } from '../../clock/calendars.ts';
import type { RegulationVersionId } from '../../ids.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Ticket } from '../ticket.ts';

/** What a decision may know of the world: read before, passed in. */
export interface Facts {
  readonly now: Instant;
  /** The version that the ticket goes by: of its registration, or the last one that it went over to (R43). */
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  /** Editions in force since the ticket's own that open tickets go over to, the first one first; absent: none. */
  readonly laterEditions?: readonly LaterVersion[];
}

/** An edition that came into force after a ticket's own. */
export interface LaterVersion {
  readonly regulationVersionId: RegulationVersionId;
  readonly regulation: Regulation;
  readonly calendars: Calendars;
  readonly effectiveFrom: Instant;
}

export type Step = (ticket: Ticket, facts: Facts) => readonly TicketEvent[];

/** Runs steps one after another, each seeing the ticket as the former left it; returns all their events. */
export const inTurn = (ticket: Ticket, facts: Facts, steps: readonly Step[]): readonly TicketEvent[] => {
  let state = ticket;
  const events: TicketEvent[] = [];
  for (const step of steps) {
    for (const event of step(state, facts)) {
      events.push(event);
      state = evolve(state, event, facts.now);
    }
  }
  return events;
};

/** A step that always says the same. */
export const say =
  (...events: readonly TicketEvent[]): Step =>
  () =>
    events;
