import {
  type DeskId,
  type InquiryId,
  inquiryMark,
  type InquiryTopic,
  type MessageId,
  type PersonId,
} from '@reglament/desk';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { askedInTicket } from '../store/queries/inquiries.ts';
import { commandTicket } from './command-ticket.ts';
import { hintInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { type OpenedInquiry, openInquiry } from './open-inquiry.ts';

export interface ToSales {
  readonly deskId: DeskId;
  readonly number: number;
  readonly topic: InquiryTopic;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

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
  const messageId = context.newId() as MessageId;
  const noted = await commandTicket(context, q, {
    deskId,
    ticketId: asked.ticketId,
    command: { type: 'AddNote', messageId },
    actorId: person.personId,
    messages: [
      {
        messageId,
        kind: 'note',
        personId: person.personId,
        contactId: null,
        author: person.name,
        text: `Передано в продажи: запрос ${inquiryMark(opened.number)}`,
        html: null,
        quoted: '',
        letterId: null,
        attachmentIds: [],
      },
    ],
    seenVersion: null,
    idempotency: null,
  });
  if (noted.kind !== 'done') throw new Error(`ticket ${input.number} took no note: ${noted.kind}`);
  await insertResponse(q, { deskId, ...input.idempotency, response: opened, at: context.now() });
  return opened;
};

/**
 * What a customer asked support for is for sales: a purchase inquiry with their words, named by a note in the ticket, which
 * stays with whatever else was asked in it. Null: the desk has no such ticket.
 */
export const sendTicketToSales = async (context: Context, input: ToSales): Promise<OpenedInquiry | null> => {
  const opened = await context.db.inDesk(input.deskId, (q) => open(context, q, input));
  if (opened === null) return null;
  hintInquiry(context, input.deskId, opened.number);
  context.hint({ deskId: input.deskId, kind: 'ticket', number: input.number });
  return opened;
};
