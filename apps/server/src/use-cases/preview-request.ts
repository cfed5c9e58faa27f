import {
  type Certificate,
  type ChannelId,
  type CompanyId,
  type ContactId,
  type Coverage,
  type DeskId,
  type EntitlementTrail,
  evolve,
  type MessageId,
  registerTicket,
  type Ticket,
  type TicketId,
} from '@reglament/desk';
import { companyCertificates, contactById } from '../store/contacts.ts';
import { customerPlace } from '../store/queries/customer-place.ts';
import { certificateOf } from './certificate-of.ts';
import type { Context } from './context.ts';
import { factsOfRequest } from './request-facts.ts';

export interface AskedRequest {
  readonly deskId: DeskId;
  /** null: somebody whom the desk does not know. */
  readonly contactId: ContactId | null;
  /** null: nobody knows whose it is. */
  readonly companyId: CompanyId | null;
  readonly channel: ChannelId;
  /** null: not said. */
  readonly product: string | null;
  /** null, absent: not said. */
  readonly type?: string | null;
  readonly priority: string | null;
}

export interface PreviewedRequest {
  readonly coverage: Coverage;
  readonly trail: EntitlementTrail;
  /** As it would stand, were it registered now. */
  readonly ticket: Ticket;
  /** What would serve it; null: no certificate would. */
  readonly certificate: Certificate | null;
}

/** What a request would be, decided by the rules that register it; nothing is kept. null: the desk has no such contact or company. */
export const previewRequest = async (
  context: Context,
  asked: AskedRequest,
): Promise<PreviewedRequest | null> => {
  const { deskId, companyId, channel, product, priority } = asked;
  const contactId = asked.contactId ?? (context.newId() as ContactId);
  const now = context.now();
  const { regulation, regulationVersionId, calendars } = await context.regulations.inForce(deskId, now);
  const facts = await context.db.inDesk(deskId, async (q) => {
    if (asked.contactId !== null && (await contactById(q, deskId, contactId)) === null) return null;
    const certificates = companyId === null ? [] : await companyCertificates(q, deskId, companyId);
    if (certificates === null) return null;
    const place =
      regulation.localTime === 'desk' || companyId === null
        ? {}
        : { place: await customerPlace(q, deskId, companyId) };
    const requester = { contactId, companyId, certificates };
    const about = { product, at: now, ticketId: null };
    return { ...(await factsOfRequest(q, deskId, regulation, requester, about)), place };
  });
  if (facts === null) return null;
  const events = registerTicket(
    {
      ticketId: context.newId() as TicketId,
      regulationVersionId,
      channel,
      contactId,
      companyId,
      certificates: facts.certificates,
      known: { ...facts.known, ...(product === null ? {} : { product }) },
      ...facts.place,
      receivedAt: now,
      messageId: context.newId() as MessageId,
      letterId: null,
      ticketType: asked.type ?? null,
      priority,
      statedFields: [],
      links: [],
    },
    { now, regulation, calendars },
  );
  const ticket = events.reduce<Ticket | null>((state, event) => evolve(state, event, now), null);
  const registered = events.find((event) => event.type === 'TicketRegistered');
  const trail = registered?.tried;
  if (ticket === null || trail === undefined || trail === null)
    throw new Error('a request was decided without saying how');
  const { coverage } = ticket;
  return { coverage, trail, ticket, certificate: certificateOf(coverage, facts.certificates) };
};
