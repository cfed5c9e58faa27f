import type {
  DeskId,
  Regulation,
  RegulationVersionId,
  Ticket,
  TicketPins,
  compileCalendars,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Database } from '../store/database.ts';
import type { LiveHint } from '../store/live-hub.ts';
import type { SecretBox } from '../tokens/secret-box.ts';

export interface RegulationInForce {
  readonly regulationVersionId: RegulationVersionId;
  readonly regulation: Regulation;
  readonly calendars: ReturnType<typeof compileCalendars>;
  readonly effectiveFrom: Instant;
  /** Of one ticket: the editions that it went by before, as they are. Absent: it left none. */
  readonly left?: ReadonlyMap<RegulationVersionId, Regulation>;
}

/** What a ticket says of the regulation that it goes by. */
export type TicketRegulation = Pick<Ticket, 'regulationVersionId' | 'left'> & TicketPins;

/** An edition that open tickets go over to, and those that came before it. */
export interface FollowedEdition {
  readonly regulationVersionId: RegulationVersionId;
  readonly effectiveFrom: Instant;
  readonly earlier: readonly RegulationVersionId[];
}

/** Parsed regulations, each version once. */
export interface RegulationShelf {
  /** The version in force at an instant (R43); throws when the desk has none: a desk is never without a regulation. */
  readonly inForce: (deskId: DeskId, at: Instant) => Promise<RegulationInForce>;
  readonly byVersion: (deskId: DeskId, version: RegulationVersionId) => Promise<RegulationInForce>;
  /** The regulation as it holds for one ticket: its own version, on its wall clock (R37), by the editions of calendars that it keeps. */
  readonly ofTicket: (deskId: DeskId, ticket: TicketRegulation) => Promise<RegulationInForce>;
  /** The last edition that open tickets of a desk go over to; null: none so far. */
  readonly followed: (deskId: DeskId, at: Instant) => Promise<FollowedEdition | null>;
  /** Editions in force since the ticket's own that open tickets go over to (R43, `current`), the first one first, each as it holds for this ticket. */
  readonly laterEditions: (
    deskId: DeskId,
    ticket: TicketRegulation & Pick<Ticket, 'notFollowed'>,
    at: Instant,
  ) => Promise<readonly RegulationInForce[]>;
  /** A version of a desk is known to have come: its list is read anew. */
  readonly heardOf: (deskId: DeskId) => Promise<void>;
  /** Editions of production calendars are looked up again: one is known to have come. */
  readonly forgetCalendars: () => void;
}

/** What every use-case is given: no ambient clock, ids or secrets. */
export interface Context {
  readonly db: Database;
  readonly regulations: RegulationShelf;
  readonly secret: Buffer;
  /** Seals what the database must not be able to read by itself. */
  readonly secrets: SecretBox;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Called after commit. */
  readonly hint: (hint: LiveHint) => void;
}
