import type { PersonId, TicketId } from '@reglament/desk';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import type { LockedInquiry } from '../store/inquiries.ts';
import { customerWordsOf } from '../store/queries/inquiries.ts';
import { applyToInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { wantsPriority } from './register-by-staff.ts';
import { registerTicket } from './register-ticket.ts';
import type { StaffInquiryOutcome } from './staff-inquiry-command.ts';

/**
 * A request for support that came to sales becomes a ticket with all that the customer wrote and sent; the inquiry stays and
 * names it. Support has it from now on: its clocks count from here, not from a letter that went to sales.
 */
export const turnInquiryIntoTicket = async (
  context: Context,
  q: Queries,
  locked: LockedInquiry,
  by: {
    readonly personId: PersonId;
    readonly priority: string | null;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<StaffInquiryOutcome> => {
  const { deskId, inquiry, subject } = locked;
  if (by.priority === null && (await wantsPriority(context, deskId)))
    return { kind: 'unknown', pointer: '/priority', code: 'required' };
  const ticketId = context.newId() as TicketId;
  const outcome = await applyToInquiry(context, q, locked, {
    command: { type: 'BecomeTicket', ticketId },
    messages: [],
    actorId: by.personId,
    idempotency: null,
  });
  if (outcome.kind !== 'done') return outcome;
  const requester = await contactById(q, deskId, inquiry.contactId);
  if (requester === null) throw new Error(`whoever asked in inquiry ${locked.number} is gone`);
  const words = await customerWordsOf(q, deskId, inquiry.inquiryId);
  const registered = await registerTicket(context, q, {
    deskId,
    ticketId,
    channel: inquiry.channel,
    requester,
    receivedAt: context.now(),
    subject,
    text: words.texts.join('\n\n* * *\n\n'),
    html: null,
    quoted: '',
    letterId: words.letterId,
    attachmentIds: words.attachmentIds,
    ticketType: null,
    priority: by.priority,
    fields: {},
    links: [],
    // The customer's own request, with files that the customer sent; who moved it stands in the inquiry's history.
    actorId: null,
    idempotency: null,
  });
  const response = { version: outcome.version, ticketNumber: registered.number };
  await insertResponse(q, { deskId, ...by.idempotency, response, at: context.now() });
  return { ...outcome, ticketNumber: registered.number };
};
