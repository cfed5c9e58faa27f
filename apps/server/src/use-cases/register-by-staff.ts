import type {
  ChannelId,
  CompanyId,
  ContactId,
  DeskId,
  PersonId,
  ProductRefusal,
  ReadProduct,
  SiteId,
  TicketId,
} from '@reglament/desk';
import {
  companyCertificates,
  contactByEmail,
  contactById,
  type ContactWithCertificates,
  giveContactCompany,
  insertContact,
  tellContact,
} from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { deleteSentDrafts } from '../store/drafts.ts';
import { finishCalls, insertCallback } from '../store/missed-calls.ts';
import { customerPlace } from '../store/queries/customer-place.ts';
import { AttachmentMissing } from '../store/tickets.ts';
import { readPhone } from '../text/phone.ts';
import type { Context } from './context.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { companyPutDown } from './who-is-stated.ts';
import { ProductMissing } from './name-product.ts';
import { type Registered, registerTicket, type Requester } from './register-ticket.ts';

export interface StaffRegistration {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly channel: ChannelId;
  /** Whom the desk knows already; null, absent: the address says, or nobody does. */
  readonly contactId?: ContactId | null;
  readonly requesterEmail: string | null;
  readonly requesterName: string;
  readonly requesterPhone: string;
  readonly companyId: CompanyId | null;
  /** Of the company's sites; null, absent: none in particular. */
  readonly siteId?: SiteId | null;
  /** Of the catalogue; null, absent: what the answers name. */
  readonly product?: ReadProduct | null;
  readonly subject: string;
  readonly text: string;
  readonly type: string | null;
  readonly priority: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
  /** The number on which they want to be called back; null, absent: they don't. */
  readonly callback?: string | null;
  /** The missed call that this one answered. */
  readonly missedCallId?: string | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** Thrown inside the transaction, so that nothing of it stays: the desk has no such contact. */
class ContactMissing extends Error {}

/** Whoever is named, or has the address; null: nobody is named. @throws ContactMissing */
const knownContact = async (
  context: Context,
  q: Queries,
  { deskId, contactId = null, requesterEmail, requesterName }: StaffRegistration,
): Promise<ContactWithCertificates | null> => {
  if (contactId !== null) {
    const contact = await contactById(q, deskId, contactId);
    if (contact === null) throw new ContactMissing();
    return contact;
  }
  if (requesterEmail === null) return null;
  const { newId } = context;
  return contactByEmail(q, { deskId, email: requesterEmail.toLowerCase(), name: requesterName, newId });
};

/** With the number that they called from, kept where none was: the next call is known by it. */
const calledFrom = async (
  q: Queries,
  deskId: DeskId,
  contact: ContactWithCertificates,
  typed: string,
): Promise<ContactWithCertificates> => {
  if (contact.phone !== '') return contact;
  const phone = readPhone(typed);
  if (phone !== null) await tellContact(q, { deskId, contactId: contact.contactId, name: '', phone });
  return { ...contact, phone: phone ?? typed };
};

/** One that was written down in this transaction, with the name of its company: who says it for whom is known. */
const keptContact = async (q: Queries, deskId: DeskId, contactId: ContactId): Promise<Requester> => {
  const kept = await contactById(q, deskId, contactId);
  if (kept === null) throw new Error('a contact that was just kept is not there');
  return kept;
};

/** A company named by staff, itself or by its contract, counts where the contact has none of its own; null: the desk has no such company. */
const requesterOf = async (context: Context, q: Queries, r: StaffRegistration): Promise<Requester | null> => {
  const { deskId } = r;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const companyId = r.companyId ?? (await companyPutDown(q, deskId, regulation, r.fields));
  const named = companyId === null ? [] : await companyCertificates(q, deskId, companyId);
  if (named === null) return null;
  const known = await knownContact(context, q, r);
  if (known !== null) {
    const contact = await calledFrom(q, deskId, known, r.requesterPhone);
    if (companyId === null) return contact;
    if (contact.companyId !== null)
      return (r.contactId ?? null) === null ? contact : onBehalfOf(q, deskId, contact, companyId);
    await giveContactCompany(q, deskId, contact.contactId, companyId);
    return keptContact(q, deskId, contact.contactId);
  }
  const contactId = context.newId() as ContactId;
  const name = r.requesterName.trim() === '' ? '—' : r.requesterName;
  const phone = readPhone(r.requesterPhone) ?? r.requesterPhone;
  await insertContact(q, { deskId, contactId, companyId, email: null, name, phone });
  return keptContact(q, deskId, contactId);
};

export type StaffRegistered =
  | { readonly ok: true; readonly value: Registered }
  | {
      readonly ok: false;
      readonly code:
        | 'unknown-company'
        | 'unknown-contact'
        | 'unknown-site'
        | 'unknown-attachment'
        | 'priority-required';
    }
  | { readonly ok: false; readonly code: 'unknown-product'; readonly refusal: ProductRefusal };

/** Thrown inside the transaction, so that nothing of it stays: the company has no such site. */
class SiteMissing extends Error {}

const ownSite = async (
  q: Queries,
  { deskId, siteId = null }: StaffRegistration,
  of: Requester,
): Promise<void> => {
  if (siteId === null) return;
  const place = of.companyId === null ? null : await customerPlace(q, deskId, of.companyId);
  if (place?.sites.some((site) => site.siteId === siteId) !== true) throw new SiteMissing();
};

/** Where the customer's own value is in force at once and nothing is assumed, there is no ticket without it (FL-PRIO). */
export const wantsPriority = async (context: Context, deskId: DeskId): Promise<boolean> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  return (
    regulation.priorityRules !== null &&
    regulation.priorityRules.statedCounts &&
    regulation.priorityRules.default === null
  );
};

/** A wish to be called back becomes a task with the ticket; the missed call that was answered waits no more. */
const keepCalls = async (
  context: Context,
  q: Queries,
  { deskId, personId, callback = null, missedCallId = null }: StaffRegistration,
  ticketId: TicketId,
): Promise<void> => {
  const at = context.now();
  if (missedCallId !== null)
    await finishCalls(q, { deskId, personId, at, callId: missedCallId, ticketId: null });
  if (callback === null) return;
  const phone = readPhone(callback) ?? callback.trim();
  await insertCallback(q, { deskId, callId: context.newId(), ticketId, phone, at });
};

/** A request that reached staff: registered like any other, unless it names a company or a file that the desk has not. */
export const registerByStaff = async (context: Context, r: StaffRegistration): Promise<StaffRegistered> => {
  if (r.priority === null && (await wantsPriority(context, r.deskId)))
    return { ok: false, code: 'priority-required' };
  const registered = await context.db
    .inDesk(r.deskId, async (q) => {
      const requester = await requesterOf(context, q, r);
      if (requester === null) return null;
      await ownSite(q, r, requester);
      const { callback = null, missedCallId = null, deskId, personId } = r;
      await deleteSentDrafts(q, { deskId, personId, side: 'staff' }, 'new', [r.text]);
      const registered = await registerTicket(context, q, {
        deskId: r.deskId,
        channel: r.channel,
        requester,
        receivedAt: context.now(),
        subject: r.subject,
        text: r.text,
        html: null,
        quoted: '',
        letterId: null,
        attachmentIds: r.attachments,
        ticketType: r.type,
        priority: r.priority,
        fields: r.fields,
        siteId: r.siteId ?? null,
        product: r.product ?? null,
        links: [],
        actorId: r.personId,
        idempotency: r.idempotency,
        last: callback === null && missedCallId === null,
      });
      await keepCalls(context, q, r, registered.ticketId);
      return registered;
    })
    .catch((error: unknown) => {
      if (error instanceof AttachmentMissing) return 'unknown-attachment' as const;
      if (error instanceof ProductMissing) return error;
      if (error instanceof SiteMissing) return 'unknown-site' as const;
      if (error instanceof ContactMissing) return 'unknown-contact' as const;
      throw error;
    });
  if (registered === null) return { ok: false, code: 'unknown-company' };
  if (registered instanceof ProductMissing)
    return { ok: false, code: 'unknown-product', refusal: registered.refusal };
  if (typeof registered === 'string') return { ok: false, code: registered };
  if (r.requesterEmail === null) context.hint({ deskId: r.deskId, kind: 'notification', number: 0 });
  context.hint({ deskId: r.deskId, kind: 'ticket', number: registered.number });
  return { ok: true, value: registered };
};
