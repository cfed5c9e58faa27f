import {
  decide,
  evolve,
  knowsEdition,
  type DeskId,
  type PersonId,
  type Refusal,
  type Regulation,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../store/database.ts';
import { deleteSentDrafts } from '../store/drafts.ts';
import { wakeTicket } from '../store/snoozes.ts';
import { eventsSince } from '../store/queries/journal.ts';
import {
  type IdempotencyEntry,
  type LockedTicket,
  lockTicket,
  type NewMessage,
  updateTicket,
} from '../store/tickets.ts';
import type { Context, RegulationInForce } from './context.ts';
import { isOfCustomer, tellColleagues } from './tell-colleagues.ts';
import { hintDone, tellPeople } from './tell-people.ts';

export interface CommandInput {
  readonly deskId: DeskId;
  readonly ticketId: TicketId;
  readonly command: TicketCommand;
  readonly actorId: PersonId | null;
  readonly messages: readonly NewMessage[];
  readonly fields?:
    | Readonly<Record<string, string>>
    | ((regulation: Regulation) => Readonly<Record<string, string>>);
  /** Version that the person saw; null: whatever it is now (customers, jobs). */
  readonly seenVersion: number | null;
  readonly idempotency: IdempotencyEntry | null;
  /** Nothing follows in the caller's transaction. */
  readonly last?: boolean;
}

export type CommandOutcome =
  | {
      readonly kind: 'done';
      readonly ticket: Ticket;
      readonly number: number;
      readonly version: number;
      readonly events: readonly TicketEvent[];
      /** Somebody who has the ticket or follows it was told of it. */
      readonly toldColleagues?: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly number: number; readonly ticket: Ticket }
  /** Somebody changed it since `seenVersion`. */
  | { readonly kind: 'stale'; readonly version: number; readonly number: number }
  | { readonly kind: 'not-found' };

/** Nobody's draft goes stale by these: the desk itself says them. */
const quiet: ReadonlySet<TicketEvent['type']> = new Set([
  'NoticeAccepted',
  'ClockWarned',
  'ClockBreached',
  'ClosingWarned',
  'RobotWrote',
  'TicketLinked',
  'CompanyReplaced',
  'EditionFollowed',
  'EditionNotFollowed',
]);

/** A clock that the accepted notice stopped belongs to the notice; an edition, of a calendar or of the regulation, is nobody's work. */
const isQuiet = (event: TicketEvent): boolean =>
  quiet.has(event.type) ||
  (event.type === 'ClockStopped' && event.cause === 'registration-notice') ||
  (event.type === 'ClockRetargeted' && (event.cause === 'calendar' || event.cause === 'edition'));

const isStale = async (q: Queries, input: CommandInput, locked: LockedTicket): Promise<boolean> => {
  if (input.seenVersion === null || input.seenVersion === locked.version) return false;
  if (input.seenVersion > locked.version) return true;
  const since = await eventsSince(q, input.deskId, input.ticketId, input.seenVersion);
  return since.some((entry) => !isQuiet(entry.event));
};

/** The ticket's own version, read with every edition of a calendar that the ticket was ever counted by. */
export const regulationOf = async (
  context: Context,
  deskId: DeskId,
  ticket: Ticket,
): Promise<RegulationInForce> => {
  const pinned = await context.regulations.ofTicket(deskId, ticket);
  if (ticket.clocks.every(({ rule }) => knowsEdition(rule, pinned.regulation))) return pinned;
  // Another node knew of it first.
  context.regulations.forgetCalendars();
  return context.regulations.ofTicket(deskId, ticket);
};

/** What the ticket goes by after a decision that may have taken it over to a later edition. */
export const regulationAfter = (
  { regulationVersionId }: Pick<Ticket, 'regulationVersionId'>,
  pinned: RegulationInForce,
  laterEditions: readonly RegulationInForce[],
): Regulation =>
  (laterEditions.find((one) => one.regulationVersionId === regulationVersionId) ?? pinned).regulation;

/** Decides a command on a locked ticket and writes what it did. */
export const applyCommand = async (
  context: Context,
  q: Queries,
  input: CommandInput,
  locked: LockedTicket,
): Promise<CommandOutcome> => {
  const now = context.now();
  const pinned = await regulationOf(context, input.deskId, locked.ticket);
  const laterEditions = await context.regulations.laterEditions(input.deskId, locked.ticket, now);
  const decision = decide(input.command, locked.ticket, {
    now,
    regulation: pinned.regulation,
    calendars: pinned.calendars,
    laterEditions,
  });
  if (!decision.ok)
    return { kind: 'refused', refusal: decision.refusal, number: locked.number, ticket: locked.ticket };
  const events = decision.value;
  const ticket = events.reduce<Ticket>((state, event) => evolve(state, event, now as Instant), locked.ticket);
  const done = { kind: 'done' as const, ticket, number: locked.number, events };
  if (events.length === 0) return { ...done, version: locked.version };
  await tellPeople(context, q, { deskId: input.deskId, ticket, events, at: now });
  const { deskId, actorId, messages } = input;
  const toldColleagues = await tellColleagues(context, q, {
    deskId,
    before: locked.ticket,
    after: ticket,
    messages,
    actorId,
    at: now,
  });
  // Whoever put it off until the customer writes has it back.
  if (messages.some(isOfCustomer)) await wakeTicket(q, deskId, ticket.ticketId);
  if (actorId !== null && messages.length > 0)
    await deleteSentDrafts(
      q,
      { deskId, personId: actorId, side: 'staff' },
      `ticket.${locked.number}`,
      messages.map(({ text }) => text),
    );
  const version = await updateTicket(q, {
    deskId: input.deskId,
    ticket,
    regulation: regulationAfter(ticket, pinned, laterEditions),
    events,
    at: now,
    actorId: input.actorId,
    messages: input.messages,
    fields: typeof input.fields === 'function' ? input.fields(pinned.regulation) : (input.fields ?? {}),
    idempotency:
      input.idempotency === null
        ? null
        : {
            ...input.idempotency,
            response: {
              ...(input.idempotency.response as object | null),
              version: locked.version + events.length,
            },
          },
    newId: context.newId,
    version: locked.version,
    last: input.last ?? false,
  });
  return { ...done, version, toldColleagues };
};

/** One command inside the caller's transaction: lock, compare versions, decide, write. */
export const commandTicket = async (
  context: Context,
  q: Queries,
  input: CommandInput,
): Promise<CommandOutcome> => {
  const locked = await lockTicket(q, input.deskId, input.ticketId);
  if (locked === null) return { kind: 'not-found' };
  if (await isStale(q, input, locked))
    return { kind: 'stale', version: locked.version, number: locked.number };
  return applyCommand(context, q, input, locked);
};

/** The same in a transaction of its own, telling open screens afterwards. */
export const runCommand = async (context: Context, input: CommandInput): Promise<CommandOutcome> => {
  const outcome = await context.db.inDesk(input.deskId, (q) =>
    commandTicket(context, q, { ...input, last: true }),
  );
  if (outcome.kind === 'done') hintDone(context, input.deskId, outcome);
  return outcome;
};
