import type { DeskId, MessageId, PersonId, TicketId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { lockTicket, type NewMessage } from '../store/tickets.ts';
import { applyCommand, type CommandOutcome, commandTicket } from './command-ticket.ts';
import type { Context } from './context.ts';
import { hintDone } from './tell-people.ts';

export interface MergeInput {
  readonly deskId: DeskId;
  /** The ticket that closes. */
  readonly goneId: TicketId;
  /** The ticket that goes on for both. */
  readonly keptId: TicketId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  /** Version of the ticket that closes, as the person saw it. */
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

type Done = Extract<CommandOutcome, { readonly kind: 'done' }>;

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly gone: Done; readonly kept: Done }
  | Exclude<CommandOutcome, { readonly kind: 'done' }>;

const noteBy = (person: MergeInput['person'], messageId: MessageId, text: string): NewMessage => ({
  messageId,
  kind: 'note',
  personId: person.personId,
  contactId: null,
  author: person.name,
  text,
  html: null,
  quoted: '',
  letterId: null,
  attachmentIds: [],
});

const merge = async (context: Context, q: Queries, input: MergeInput): Promise<MergeOutcome> => {
  const { deskId, goneId, keptId, person } = input;
  // In one order, whoever is merged into whom: two merges that cross wait for each other instead of dying.
  const [first, second] = goneId < keptId ? [goneId, keptId] : [keptId, goneId];
  const lockedFirst = await lockTicket(q, deskId, first);
  const lockedSecond = first === second ? lockedFirst : await lockTicket(q, deskId, second);
  if (lockedFirst === null || lockedSecond === null) return { kind: 'not-found' };
  const [before, into] = goneId === first ? [lockedFirst, lockedSecond] : [lockedSecond, lockedFirst];
  const goneNote = context.newId() as MessageId;
  const gone = await commandTicket(context, q, {
    deskId,
    ticketId: goneId,
    command: { type: 'MergeInto', by: person.personId, kept: into.ticket, messageId: goneNote },
    actorId: person.personId,
    messages: [noteBy(person, goneNote, `Присоединена к заявке № ${into.number}`)],
    seenVersion: input.seenVersion,
    idempotency: { ...input.idempotency, response: {} },
  });
  if (gone.kind !== 'done') return gone;
  const keptNote = context.newId() as MessageId;
  const kept = await applyCommand(
    context,
    q,
    {
      deskId,
      ticketId: keptId,
      command: { type: 'TakeOver', by: person.personId, gone: before.ticket, messageId: keptNote },
      actorId: person.personId,
      messages: [noteBy(person, keptNote, `Присоединена заявка № ${before.number}`)],
      seenVersion: null,
      idempotency: null,
      last: true,
    },
    into,
  );
  if (kept.kind !== 'done') throw new Error(`ticket ${into.number} could not take over: ${kept.kind}`);
  return { kind: 'merged', gone, kept };
};

/**
 * Two tickets of one person about one problem become one: the first closes and names the second, the second goes on, by whose
 * clocks the regulation says. Both in one transaction; what the customer writes to the first reaches the second from then on.
 */
export const mergeTickets = async (context: Context, input: MergeInput): Promise<MergeOutcome> => {
  const outcome = await context.db.inDesk(input.deskId, (q) => merge(context, q, input));
  if (outcome.kind === 'merged') {
    hintDone(context, input.deskId, outcome.gone);
    hintDone(context, input.deskId, outcome.kept);
  }
  return outcome;
};
