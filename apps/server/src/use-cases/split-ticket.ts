import type { DeskId, MessageId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import type { NewMessage } from '../store/tickets.ts';
import { type CommandOutcome, commandTicket, regulationOf } from './command-ticket.ts';
import type { Context } from './context.ts';
import { wantsPriority } from './register-by-staff.ts';
import { type Registered, registerTicket } from './register-ticket.ts';
import { hintDone } from './tell-people.ts';

export interface SplitInput {
  readonly deskId: DeskId;
  /** The ticket that holds two problems. */
  readonly ticketId: TicketId;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly subject: string;
  /** The second problem, in the customer's words. */
  readonly text: string;
  readonly ticketType: string | null;
  readonly priority: string | null;
  /** Version of the old ticket that the person saw. */
  readonly seenVersion: number;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type SplitOutcome =
  | {
      readonly kind: 'split';
      readonly old: Extract<CommandOutcome, { readonly kind: 'done' }>;
      readonly created: Registered;
    }
  | Exclude<CommandOutcome, { readonly kind: 'done' }>
  /** The new ticket has no priority, and there is no ticket without one. */
  | { readonly kind: 'priority-required' };

type Done = Extract<CommandOutcome, { readonly kind: 'done' }>;

const noteBy = ({ person, subject }: SplitInput, messageId: MessageId): NewMessage => ({
  messageId,
  kind: 'note',
  personId: person.personId,
  contactId: null,
  author: person.name,
  text: `Выделено в новую заявку: ${subject}`,
  html: null,
  quoted: '',
  letterId: null,
  attachmentIds: [],
});

/** When the new ticket was received: now, or with the old one, as the old one's regulation says. */
const receivedAt = async (context: Context, deskId: DeskId, { ticket }: Done): Promise<Instant> => {
  const { regulation } = await regulationOf(context, deskId, ticket);
  return regulation.lifecycle.split?.clocks === 'inherited' ? ticket.receivedAt : context.now();
};

const registerSecond = async (
  context: Context,
  q: Queries,
  input: SplitInput,
  newTicketId: TicketId,
  old: Done,
): Promise<Registered> => {
  const { deskId, idempotency } = input;
  const requester = await contactById(q, deskId, old.ticket.contactId);
  if (requester === null) throw new Error(`the requester of ticket ${old.number} is gone`);
  return registerTicket(context, q, {
    deskId,
    ticketId: newTicketId,
    channel: old.ticket.channel,
    requester,
    receivedAt: await receivedAt(context, deskId, old),
    subject: input.subject,
    text: input.text,
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: [],
    ticketType: input.ticketType,
    priority: input.priority,
    fields: {},
    siteId: old.ticket.siteId ?? null,
    links: [{ relation: 'split-from', ticketId: input.ticketId }],
    actorId: input.person.personId,
    idempotency,
    last: true,
  });
};

/**
 * One ticket, one problem: the second one becomes a ticket of its own with number, clocks and a letter to the same requester;
 * the old ticket goes on as it was. Both in one transaction, each naming the other. A repetition by the key is answered with
 * the new ticket, as a registration is.
 */
export const splitTicket = async (context: Context, input: SplitInput): Promise<SplitOutcome> => {
  const { deskId, person } = input;
  if (input.priority === null && (await wantsPriority(context, deskId))) return { kind: 'priority-required' };
  const outcome = await context.db.inDesk(deskId, async (q): Promise<SplitOutcome> => {
    const newTicketId = context.newId() as TicketId;
    const messageId = context.newId() as MessageId;
    const old = await commandTicket(context, q, {
      deskId,
      ticketId: input.ticketId,
      command: { type: 'Split', by: person.personId, newTicketId, messageId },
      actorId: person.personId,
      messages: [noteBy(input, messageId)],
      seenVersion: input.seenVersion,
      idempotency: null,
    });
    if (old.kind !== 'done') return old;
    return { kind: 'split', old, created: await registerSecond(context, q, input, newTicketId, old) };
  });
  if (outcome.kind === 'split') {
    hintDone(context, deskId, outcome.old);
    context.hint({ deskId, kind: 'ticket', number: outcome.created.number });
  }
  return outcome;
};
