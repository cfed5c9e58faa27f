import type {
  ChannelId,
  CompanyId,
  ContactId,
  DeskId,
  FederalDistrict,
  InquiryTopic,
  PersonId,
} from '@reglament/desk';
import {
  companyCertificates,
  contactByEmail,
  giveContactCompany,
  insertContact,
  tellContact,
} from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { hintInquiry } from './command-inquiry.ts';
import type { Context } from './context.ts';
import { type NewInquiry, type OpenedInquiry, openInquiry } from './open-inquiry.ts';

export interface StaffInquiry {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly channel: ChannelId;
  readonly topic: InquiryTopic;
  readonly requesterEmail: string | null;
  readonly requesterName: string;
  readonly requesterPhone: string;
  readonly companyId: CompanyId | null;
  readonly district: FederalDistrict | null;
  readonly subject: string;
  readonly text: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** Whoever called or wrote; a company named by staff counts where the contact has none of its own. */
const contactOf = async (
  context: Context,
  q: Queries,
  input: Omit<StaffInquiry, 'requesterEmail'> & { readonly email: string | null },
): Promise<NewInquiry['contact']> => {
  const { deskId, companyId, email } = input;
  const name = input.requesterName.trim() === '' ? (email ?? '—') : input.requesterName;
  if (email === null) {
    const contactId = context.newId() as ContactId;
    await insertContact(q, { deskId, contactId, companyId, email, name, phone: input.requesterPhone });
    return { contactId, companyId, name };
  }
  const known = await contactByEmail(q, { deskId, email, name, newId: context.newId });
  await tellContact(q, { deskId, contactId: known.contactId, name: '', phone: input.requesterPhone });
  if (known.companyId === null && companyId !== null)
    await giveContactCompany(q, deskId, known.contactId, companyId);
  return { ...known, companyId: known.companyId ?? companyId };
};

/** A call or a message to sales, put down by staff; null: the desk has no such company. */
export const openInquiryByStaff = async (
  context: Context,
  input: StaffInquiry,
): Promise<OpenedInquiry | null> => {
  const { deskId, companyId } = input;
  const opened = await context.db.inDesk(deskId, async (q) => {
    if (companyId !== null && (await companyCertificates(q, deskId, companyId)) === null) return null;
    const email = input.requesterEmail?.toLowerCase() ?? null;
    return openInquiry(context, q, {
      deskId,
      contact: await contactOf(context, q, { ...input, email }),
      district: input.district,
      topic: input.topic,
      channel: input.channel,
      subject: input.subject,
      text: input.text,
      letterId: null,
      attachmentIds: [],
      receivedAt: context.now(),
      fromTicketId: null,
      actorId: input.personId,
      idempotency: input.idempotency,
    });
  });
  if (opened !== null) hintInquiry(context, deskId, opened.number);
  return opened;
};
