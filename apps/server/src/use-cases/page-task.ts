import type { ChannelId, ContactId, DeskId, Regulation } from '@reglament/desk';
import { contactByEmail } from '../store/contacts.ts';
import type { Queries } from '../store/database.ts';
import type { Context } from './context.ts';
import { registerTicket } from './register-ticket.ts';

export interface PageTask {
  readonly deskId: DeskId;
  /** Confirmed: a letter went there and its link was used. */
  readonly email: string;
  readonly subject: string;
  /** Everything that was typed, a line each. */
  readonly text: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
}

/** The channel that a page without an account counts as: one that some package takes, else a letter. */
export const pageChannel = ({ packages }: Regulation): ChannelId => {
  const taken = new Set(packages.flatMap(({ channels }) => channels.map(({ channel }) => channel)));
  return taken.has('web-form') ? 'web-form' : taken.has('portal') ? 'portal' : 'email';
};

/**
 * What a page could not settle by itself is kept for staff as a request of its own. As from somebody whose company is not
 * known: being asked to look at a number begins nobody's certificate (R40).
 */
export const keepPageTask = async (
  context: Context,
  q: Queries,
  task: PageTask,
): Promise<{ readonly number: number; readonly contactId: ContactId }> => {
  const { deskId, email } = task;
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const contact = await contactByEmail(q, { deskId, email, name: '', newId: context.newId });
  const { number } = await registerTicket(context, q, {
    deskId,
    channel: pageChannel(regulation),
    requester: { ...contact, companyId: null, companyName: null, certificates: [] },
    receivedAt: context.now(),
    subject: task.subject,
    text: task.text,
    asksNothing: true,
    html: null,
    quoted: '',
    letterId: null,
    attachmentIds: [],
    ticketType: null,
    priority: null,
    fields: {},
    links: [],
    actorId: null,
    idempotency: task.idempotency,
  });
  return { number, contactId: contact.contactId };
};
