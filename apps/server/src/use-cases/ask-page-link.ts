import type { DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { contactByEmail } from '../store/contacts.ts';
import { countOwedLinks, insertPageRequest, owePageLink } from '../store/page-requests.ts';
import type { PageAsked, PageRequest } from '../store/queries/page-request.ts';
import type { Context } from './context.ts';

const HOUR_MS = 3_600_000;
/** Letters with links to one address in an hour: nobody's mailbox is filled by a stranger. */
export const LINKS_AN_HOUR = 3;
/** In a day to an address of no company's contact: whoever it is may never have heard of the desk (R9). */
export const STRANGERS_LINKS_A_DAY = 6;
/** The same to a customer's own: more than anybody asks for, and less than a mailbox full. */
export const CUSTOMERS_LINKS_A_DAY = 20;

export interface AskPageLink {
  readonly deskId: DeskId;
  /** Of the form: sent twice it is one request. */
  readonly pageRequestId: string;
  /** Lower case, an address that can be written to. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly asked: PageAsked;
}

/**
 * Somebody asks for a link to their mailbox. What was typed is kept, a letter is owed; known and unknown addresses cost the
 * same work and are answered alike, so that nobody learns who is a customer.
 */
export const askPageLink = async (context: Context, ask: AskPageLink): Promise<void> => {
  const { deskId, pageRequestId, language, asked } = ask;
  const now = context.now();
  await context.db.inDesk(deskId, async (q) => {
    const { contactId, companyId } = await contactByEmail(q, {
      deskId,
      email: ask.email,
      name: ask.name,
      newId: context.newId,
    });
    const owed = await countOwedLinks(q, deskId, contactId, {
      hour: (now - HOUR_MS) as Instant,
      day: (now - 24 * HOUR_MS) as Instant,
    });
    const most = companyId === null ? STRANGERS_LINKS_A_DAY : CUSTOMERS_LINKS_A_DAY;
    const isMore = owed.hour >= LINKS_AN_HOUR || owed.day >= most;
    const request: PageRequest = { ...asked, deskId, pageRequestId, contactId, language };
    const isNew = await insertPageRequest(q, request, now);
    if (isNew && !isMore) await owePageLink(q, request, context.newId(), now);
  });
};
