import type { DeskId, Regulation, RegulationVersionId, Ticket, compileCalendars } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import type { LiveHint } from '../store/live-hub.ts';

export interface RegulationInForce {
  readonly regulationVersionId: RegulationVersionId;
  readonly regulation: Regulation;
  readonly calendars: ReturnType<typeof compileCalendars>;
  readonly effectiveFrom: Instant;
}

/** What a ticket says of the regulation that it goes by. */
export type TicketPins = Pick<Ticket, 'regulationVersionId'>;

/** Parsed regulations, each version once. */
export interface RegulationShelf {
  /** The version in force at an instant (R43); throws when the desk has none: a desk is never without a regulation. */
  readonly inForce: (deskId: DeskId, at: Instant) => Promise<RegulationInForce>;
  readonly byVersion: (deskId: DeskId, version: RegulationVersionId) => Promise<RegulationInForce>;
  /** The regulation as it holds for one ticket: its own version. */
  readonly ofTicket: (deskId: DeskId, ticket: TicketPins) => Promise<RegulationInForce>;
  /** Editions of production calendars are looked up again: one is known to have come. */
  readonly forgetCalendars: () => void;
}

/** What every use-case is given: no ambient clock, ids or secrets. */
export interface Context {
  readonly db: Database;
  readonly regulations: RegulationShelf;
  readonly secret: Buffer;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Called after commit. */
  readonly hint: (hint: LiveHint) => void;
}
