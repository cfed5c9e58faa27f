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
  readonly via: OwnWay;
}

/** How somebody came to their own page: by a signed link, or signed in. */
export type OwnWay = 'link' | 'account';

/** What a form of somebody's own page is known by: sent twice with one key it is done once. */
export interface FormKey {
  readonly key: string;
  /** Another one with the same key is another request. */
  readonly requestHash: string;
}

/** The channel that a page counts as: one that some package takes, else a letter. An account is the portal where there is one. */
export const pageChannel = ({ packages }: Regulation, via: OwnWay = 'link'): ChannelId => {
  const taken = new Set(packages.flatMap(({ channels }) => channels.map(({ channel }) => channel)));
  if (via === 'account' && taken.has('portal')) return 'portal';
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
    channel: pageChannel(regulation, task.via),
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
