import {
  type ChannelId,
  type CompanyId,
  type ContactId,
  decideInquiry,
  type DeskId,
  evolveInquiry,
  type FederalDistrict,
  type Inquiry,
  type InquiryId,
  type InquiryTopic,
  type LetterId,
  type MessageId,
  type PersonId,
  type TicketId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { districtOfCompany } from '../store/companies.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { insertInquiry } from '../store/inquiries.ts';
import { beginByContact } from './begin-certificate.ts';
import { owedBy } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { tellOfInquiry } from './tell-of-inquiry.ts';

export interface NewInquiry {
  readonly deskId: DeskId;
  /** Absent: a new id. */
  readonly inquiryId?: InquiryId;
  /** Whoever asks; `companyId` null: nobody knows whose they are. */
  readonly contact: {
    readonly contactId: ContactId;
    readonly companyId: CompanyId | null;
    readonly name: string;
  };
  /** Named by whoever asks or by staff; null: the company's own, where it is known. */
  readonly district?: FederalDistrict | null;
  readonly topic: InquiryTopic;
  readonly channel: ChannelId;
  readonly subject: string;
  readonly text: string;
  readonly letterId: LetterId | null;
  /** Files kept before. */
  readonly attachmentIds: readonly string[];
  readonly receivedAt: Instant;
  /** The ticket that it was before. */
  readonly fromTicketId: TicketId | null;
  /** Of the staff; null: the customer, or the desk itself. */
  readonly actorId: PersonId | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
}

export interface OpenedInquiry {
  readonly inquiryId: InquiryId;
  readonly number: number;
  readonly version: number;
}

/**
 * Opens a purchase inquiry inside the caller's transaction: a number of its own series, the regulation's address by the
 * company's district, letters and people told. No ticket and no clock; a certificate begins by it only where the
 * regulation has any contact begin one (AO-2.1, R40). The caller tells open screens afterwards by `hintInquiry`.
 */
export const openInquiry = async (
  context: Context,
  q: Queries,
  input: NewInquiry,
): Promise<OpenedInquiry> => {
  const { deskId, contact, actorId } = input;
  const at = context.now();
  const { regulation } = await context.regulations.inForce(deskId, at);
  const inquiryId = input.inquiryId ?? (context.newId() as InquiryId);
  const messageId = context.newId() as MessageId;
  const district =
    input.district ??
    (contact.companyId === null ? null : await districtOfCompany(q, deskId, contact.companyId));
  const decision = decideInquiry(
    {
      type: 'Open',
      facts: {
        inquiryId,
        contactId: contact.contactId,
        companyId: contact.companyId,
        district,
        topic: input.topic,
        channel: input.channel,
        messageId,
        fromTicketId: input.fromTicketId,
      },
    },
    null,
    { regulation },
  );
  if (!decision.ok) throw new Error(`an inquiry could not be opened: ${decision.refusal.code}`);
  const events = decision.value;
  const inquiry = events.reduce<Inquiry | null>(evolveInquiry, null);
  if (inquiry === null) throw new Error('an inquiry was opened without an event');
  const { text, letterId, attachmentIds } = input;
  const author = contact.name;
  const number = await insertInquiry(q, {
    deskId,
    inquiry,
    events,
    messages: [{ messageId, kind: 'customer', personId: null, author, text, letterId, attachmentIds }],
    notices: owedBy(events, regulation),
    at,
    actorId,
    newId: context.newId,
    subject: input.subject.trim() === '' ? '—' : input.subject,
    receivedAt: input.receivedAt,
  });
  await tellOfInquiry(context, q, { deskId, inquiry, events, at, actorId });
  await beginByContact(context, q, { deskId, companyId: contact.companyId, at }, regulation);
  const opened = { inquiryId, number, version: events.length };
  if (input.idempotency !== null)
    await insertResponse(q, { deskId, ...input.idempotency, response: opened, at });
  return opened;
};
