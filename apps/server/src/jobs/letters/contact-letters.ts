import type { Instant } from '@reglament/working-time';
import { pageLinkLetter, type PageLinkFacts } from '../../reactions/letters/page-link.ts';
import type { ColleagueNotice } from '../../store/colleague-letters.ts';
import type { ItemAbout } from '../../store/outbox.ts';
import type { PageLinkNotice } from '../../store/page-requests.ts';
import type { ServiceNotice } from '../../store/service-stops.ts';
import { type KeptPageRequest, pageRequest } from '../../store/queries/page-request.ts';
import type { Desk } from '../../store/queries/desks.ts';
import { pageContact } from '../../store/queries/support-page.ts';
import { momentWords } from '../../text/moment-words.ts';
import { pageToken } from '../../tokens/page-token.ts';
import { CONFIRM_MS, SUPPORT_MS } from '../../tokens/page-terms.ts';
import type { Context } from '../../use-cases/context.ts';
import { visibleCompanies } from '../../use-cases/visible-companies.ts';
import { composeColleagueLetter } from './colleague-letters.ts';
import { type Compose, nothing, only } from './parcel.ts';
import { parcelOf } from './parcel-of.ts';
import { composeServiceLetter } from './service-letters.ts';

type LinkFacts = Pick<PageLinkFacts, 'url' | 'what'> & { readonly until: Instant };

/** What the letter opens: decided when it is written, so that its time is not spent in a queue. */
const linkOf = async (
  context: Context,
  baseUrl: string,
  desk: Desk,
  request: KeptPageRequest & { readonly email: string },
): Promise<LinkFacts> => {
  const { deskId, email: recipient } = request;
  const now = context.now();
  const base = `${baseUrl}/c/${desk.slug}`;
  const query = request.language === 'en' ? '?lang=en' : '';
  if (request.kind === 'register') {
    const until = (now + CONFIRM_MS) as Instant;
    const token = pageToken(context.secret, 'confirm', {
      deskId,
      id: request.pageRequestId,
      recipient,
      until,
    });
    return { url: `${base}/confirm/${token}${query}`, until, what: { kind: 'register' } };
  }
  const until = (now + SUPPORT_MS) as Instant;
  const { regulation } = await context.regulations.inForce(deskId, now);
  const contact = await context.db.inDesk(deskId, (q) => pageContact(q, deskId, request.contactId));
  if (contact === null || visibleCompanies(contact, regulation).length === 0)
    return { url: `${base}/register${query}`, until, what: { kind: 'nothing' } };
  const token = pageToken(context.secret, 'support', { deskId, id: request.contactId, recipient, until });
  return { url: `${base}/${token}${query}`, until, what: { kind: 'support' } };
};

/** Letters with links that were asked for on pages without an account. */
const composeLink: Compose<ItemAbout<'contact'>> = async (context, options, item) => {
  const { deskId } = item;
  const { pageRequestId } = item.owed.notice as PageLinkNotice;
  const request = await context.db.inDesk(deskId, (q) => pageRequest(q, deskId, pageRequestId));
  // Forgotten meanwhile, or the contact lost its address: there is nobody to write to.
  if (request === null || request.email === null) return nothing;
  const { email, language } = request;
  const desk = options.desk(deskId);
  const { until, ...link } = await linkOf(context, options.baseUrl, desk, { ...request, email });
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const words = pageLinkLetter(
    { ...link, deskName: desk.name, until: momentWords(regulation.zone, until, language) },
    language,
  );
  const to = { name: '', address: email };
  return only(parcelOf(desk, item, { about: 'page', to, language, words }));
};

/** What is owed to a person, not about a ticket: a link that was asked for, word of stopped service, word of a colleague's ticket. */
export const composeContactLetters: Compose<ItemAbout<'contact'>> = (context, options, item) => {
  const { kind } = item.owed.notice as PageLinkNotice | ServiceNotice | ColleagueNotice;
  if (kind === 'colleague-ticket') return composeColleagueLetter(context, options, item);
  return kind === 'page-link'
    ? composeLink(context, options, item)
    : composeServiceLetter(context, options, item);
};
