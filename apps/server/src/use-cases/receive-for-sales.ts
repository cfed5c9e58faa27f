import type { DeskId, MessageId, TicketId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { type NewInquiryMessage, salesAddressesOf } from '../store/inquiries.ts';
import { inquiryOfSentLetter, type InquiryRef } from '../store/queries/inquiries.ts';
import { commandInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import type { IncomingLetter } from './incoming-letter.ts';
import type { Thread } from './letter-thread.ts';
import { wordsOf } from './letter-words.ts';
import { openInquiry } from './open-inquiry.ts';
import { keepFiles, noteOf, type Outcome, type ReceivedLetter, requesterOf } from './received-letter.ts';

/** Whether a letter went to an address of sales: whoever else it went to, it is an inquiry and no ticket (AO-2.1). */
export const isForSales = async (
  q: Queries,
  deskId: DeskId,
  { recipients }: IncomingLetter,
): Promise<boolean> => {
  const { all } = await salesAddressesOf(q, deskId);
  return recipients.some((address) => all.includes(address));
};

/** A letter to sales: an inquiry with a number of its own. `stubId`: the ticket that asked to read it by hand. */
export const openFromLetter = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  stubId: TicketId | null,
): Promise<Outcome> => {
  const { deskId, letterId, receivedAt } = received;
  const contact = await requesterOf(context, q, deskId, letter.from);
  const { inquiryId, number } = await openInquiry(context, q, {
    deskId,
    contact,
    topic: 'support',
    channel: 'email',
    subject: letter.subject,
    text: wordsOf(letter, received.truncated).text,
    letterId,
    attachmentIds: await keepFiles(context, q, deskId, letter),
    receivedAt,
    fromTicketId: stubId,
    actorId: null,
    idempotency: null,
  });
  return {
    outcome: 'inquiry',
    note: noteOf(received, letter),
    // The ticket that stood for it stays linked.
    ticketId: stubId,
    inquiry: { inquiryId, number },
    number: null,
  };
};

const messageOf = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  said: Pick<NewInquiryMessage, 'kind' | 'author'>,
): Promise<NewInquiryMessage> => ({
  ...said,
  messageId: context.newId() as MessageId,
  personId: null,
  text: wordsOf(letter, received.truncated).text,
  letterId: received.letterId,
  attachmentIds: await keepFiles(context, q, received.deskId, letter),
});

const joined = (outcome: Outcome['outcome'], { inquiryId, number }: InquiryRef): Outcome => ({
  outcome,
  note: null,
  ticketId: null,
  inquiry: { inquiryId, number },
  number: null,
});

/** An answer in an inquiry's thread. */
export const joinInquiry = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  inquiry: InquiryRef,
): Promise<Outcome> => {
  const { deskId } = received;
  const { contactId, name } = await requesterOf(context, q, deskId, letter.from);
  const message = await messageOf(context, q, received, letter, { kind: 'customer', author: name });
  const done = await commandInquiry(context, q, {
    deskId,
    inquiryId: inquiry.inquiryId,
    command: { type: 'CustomerWrites', messageId: message.messageId, contactId },
    messages: [message],
    actorId: null,
  });
  if (done.kind !== 'done')
    throw new Error(`a letter could not join inquiry ${inquiry.number}: ${done.kind}`);
  return joined('reply', inquiry);
};

/** A letter of a robot about an inquiry stays with it as a note, and nobody is answered. */
export const robotWritesToInquiry = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  inquiry: InquiryRef,
  nature: 'auto-reply' | 'bounce',
): Promise<Outcome> => {
  const author = letter.from?.address ?? '—';
  const message = await messageOf(context, q, received, letter, { kind: 'note', author });
  const done = await commandInquiry(context, q, {
    deskId: received.deskId,
    inquiryId: inquiry.inquiryId,
    command: { type: 'RecordRobot', messageId: message.messageId, nature },
    messages: [message],
    actorId: null,
  });
  if (done.kind !== 'done')
    throw new Error(`a robot's letter could not join inquiry ${inquiry.number}: ${done.kind}`);
  return joined(nature, inquiry);
};

/** A letter about an inquiry that came back; null: it was about none. */
export const bouncedFromInquiry = async (
  context: Context,
  q: Queries,
  received: ReceivedLetter,
  letter: IncomingLetter,
  thread: Thread,
): Promise<Outcome | null> => {
  const original = letter.bounce?.originalMessageId ?? null;
  const sent = original === null ? null : await inquiryOfSentLetter(q, received.deskId, original);
  const inquiry = sent ?? thread.inquiry;
  return inquiry === null ? null : robotWritesToInquiry(context, q, received, letter, inquiry, 'bounce');
};
