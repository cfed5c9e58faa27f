import {
  type DeskId,
  type InquiryId,
  inquiryMark,
  type InquiryTopic,
  type MessageId,
  type PersonId,
  type Refusal,
  type TicketCommand,
  type TicketId,
} from '@reglament/desk';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { askedInTicket } from '../store/queries/inquiries.ts';
import type { NewMessage } from '../store/tickets.ts';
import { commandTicket } from './command-ticket.ts';
import { hintInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { type OpenedInquiry, openInquiry } from './open-inquiry.ts';

export interface ToSales {
  readonly deskId: DeskId;
  readonly number: number;
  readonly topic: InquiryTopic;
  /** Resolves the ticket with these words; null: it stays as it is. */
  readonly answer: string | null;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type SentToSales =
  | { readonly kind: 'opened'; readonly opened: OpenedInquiry }
  | { readonly kind: 'not-found' }
  /** The ticket may not be resolved now: nothing is kept. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Undoes the transaction. */
class NotResolved extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A note that names the inquiry; and the answer, where the ticket is over with it. */
const tellTicket = async (
  context: Context,
  q: Queries,
  { deskId, person, answer }: ToSales,
  ticketId: TicketId,
  inquiryNumber: number,
): Promise<void> => {
  const said = (kind: 'note' | 'resolution', text: string): NewMessage => ({
    messageId: context.newId() as MessageId,
    kind,
    personId: person.personId,
    contactId: null,
    author: person.name,
    text,
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: [],
  });
  const run = (command: TicketCommand, message: NewMessage) =>
    commandTicket(context, q, {
      deskId,
      ticketId,
      command,
      actorId: person.personId,
      messages: [message],
      seenVersion: null,
      idempotency: null,
    });
  const note = said('note', `Передано в продажи: запрос ${inquiryMark(inquiryNumber)}`);
  const noted = await run({ type: 'AddNote', messageId: note.messageId }, note);
  if (noted.kind !== 'done') throw new Error(`ticket ${ticketId} took no note: ${noted.kind}`);
  if (answer === null) return;
  const last = said('resolution', answer);
  const by = person.personId;
  const resolved = await run(
    { type: 'Resolve', by, messageId: last.messageId, outcome: null, means: null },
    last,
  );
  if (resolved.kind === 'refused') throw new NotResolved(resolved.refusal);
  if (resolved.kind !== 'done') throw new Error(`ticket ${ticketId} was not resolved: ${resolved.kind}`);
};

const open = async (context: Context, q: Queries, input: ToSales): Promise<OpenedInquiry | null> => {
  const { deskId, person } = input;
  const asked = await askedInTicket(q, deskId, input.number);
  if (asked === null) return null;
  const requester = await contactById(q, deskId, asked.contactId);
  if (requester === null) throw new Error(`the requester of ticket ${input.number} is gone`);
  const opened = await openInquiry(context, q, {
    deskId,
    inquiryId: context.newId() as InquiryId,
    contact: { ...requester, companyId: asked.companyId ?? requester.companyId },
    topic: input.topic,
    channel: asked.channel,
    subject: asked.subject,
    text: asked.text,
    letterId: asked.letterId,
    attachmentIds: [],
    receivedAt: context.now(),
    fromTicketId: asked.ticketId,
    actorId: person.personId,
    idempotency: null,
  });
  await tellTicket(context, q, input, asked.ticketId, opened.number);
  await insertResponse(q, { deskId, ...input.idempotency, response: opened, at: context.now() });
  return opened;
};

/**
 * What a customer asked support for is for sales: a purchase inquiry with their words, named by a note in the ticket. A ticket that
 * holds nothing else is resolved by the same hand, with an answer to the customer.
 */
export const sendTicketToSales = async (context: Context, input: ToSales): Promise<SentToSales> => {
  const sent = await context.db
    .inDesk(input.deskId, async (q): Promise<SentToSales> => {
      const opened = await open(context, q, input);
      return opened === null ? { kind: 'not-found' } : { kind: 'opened', opened };
    })
    .catch((error: unknown): SentToSales => {
      if (error instanceof NotResolved) return { kind: 'refused', refusal: error.refusal };
      throw error;
    });
  if (sent.kind !== 'opened') return sent;
  hintInquiry(context, input.deskId, sent.opened.number);
  context.hint({ deskId: input.deskId, kind: 'ticket', number: input.number });
  return sent;
};
