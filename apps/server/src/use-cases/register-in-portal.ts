import type { CompanyId, ContactId, DeskId, PersonId, ProductRefusal, ReadProduct } from '@reglament/desk';
import { claimUploads } from '../store/attachments.ts';
import { contactById } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import { deleteSentDrafts } from '../store/drafts.ts';
import { insertCallback } from '../store/missed-calls.ts';
import { AttachmentMissing } from '../store/tickets.ts';
import type { Context } from './context.ts';
import { ProductMissing } from './name-product.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { portalChannel } from './portal-channel.ts';
import { wantsPriority } from './register-by-staff.ts';
import { registerTicket } from './register-ticket.ts';

export interface PortalRegistration {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly contactId: ContactId;
  /** One that the contact speaks for; null: none. */
  readonly companyId: CompanyId | null;
  readonly subject: string;
  readonly text: string;
  readonly type: string | null;
  readonly priority: string | null;
  /** Of the catalogue; null: not said. */
  readonly product: ReadProduct | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly attachmentIds: readonly string[];
  /** The number on which they want to be called back; null: they don't. */
  readonly callback: string | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

export type PortalRegistered =
  | { readonly kind: 'registered'; readonly number: number }
  | { readonly kind: 'priority-required' | 'unknown-attachment' | 'not-found' }
  | { readonly kind: 'unknown-product'; readonly refusal: ProductRefusal };

const register = async (context: Context, q: Queries, r: PortalRegistration): Promise<number | null> => {
  const { deskId } = r;
  const contact = await contactById(q, deskId, r.contactId);
  if (contact === null) return null;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  await claimUploads(q, { deskId, personId: r.personId, attachmentIds: r.attachmentIds });
  const owner = { deskId, personId: r.personId, side: 'customer' } as const;
  await deleteSentDrafts(q, owner, 'new', [r.text, r.subject]);
  const { number, ticketId } = await registerTicket(context, q, {
    deskId,
    channel: portalChannel(regulation),
    requester: await onBehalfOf(q, deskId, contact, r.companyId),
    receivedAt: context.now(),
    subject: r.subject,
    text: r.text,
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: r.attachmentIds,
    ticketType: r.type,
    priority: r.priority,
    fields: r.fields,
    product: r.product,
    links: [],
    actorId: null,
    idempotency: r.idempotency,
  });
  if (r.callback !== null)
    await insertCallback(q, {
      ...{ deskId, callId: context.newId(), ticketId },
      ...{ phone: r.callback, at: context.now() },
    });
  return number;
};

/** A request of somebody signed in. Never refused by the regulation: what it does not cover is kept, and told why. */
export const registerInPortal = async (
  context: Context,
  r: PortalRegistration,
): Promise<PortalRegistered> => {
  if (r.priority === null && (await wantsPriority(context, r.deskId))) return { kind: 'priority-required' };
  const number = await context.db
    .inDesk(r.deskId, (q) => register(context, q, r))
    .catch((error: unknown) => {
      if (error instanceof AttachmentMissing || error instanceof ProductMissing) return error;
      throw error;
    });
  if (number === null) return { kind: 'not-found' };
  if (number instanceof AttachmentMissing) return { kind: 'unknown-attachment' };
  if (number instanceof ProductMissing) return { kind: 'unknown-product', refusal: number.refusal };
  context.hint({ deskId: r.deskId, kind: 'ticket', number });
  return { kind: 'registered', number };
};
