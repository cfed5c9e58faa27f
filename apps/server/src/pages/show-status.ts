import type { FastifyReply, FastifyRequest } from 'fastify';
import { entitlementTrail } from '../store/queries/entitlement-trail.ts';
import { isContinuation, statusConversation, statusTicket } from '../store/queries/status-page.ts';
import { followMerges, ticketByNumber } from '../store/queries/tickets.ts';
import { ticketToken } from '../tokens/ticket-token.ts';
import type { Context } from '../use-cases/context.ts';
import { noteCommissioning } from '../use-cases/note-commissioning.ts';
import { partnersToday } from '../use-cases/partners-today.ts';
import type { OpenedLink } from './open-status-link.ts';
import { newNonce, sendPage } from './page-headers.ts';
import { pageLanguage } from './page-language.ts';
import { statusPage } from './status-page.ts';
import type { Draft, Flash } from './status-view.ts';
import { type PageDone, pageWords } from './words.ts';

interface Shown {
  readonly status: number;
  readonly draft: Draft | null;
}

const askedQuery = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
  request.query as Readonly<Record<string, unknown>>;

/** `?lang=en`, kept through forms and redirects. */
export const languageQuery = (request: FastifyRequest): string => {
  const { lang } = askedQuery(request);
  return lang === 'ru' || lang === 'en' ? `?lang=${lang}` : '';
};

/** A link to the new ticket is given only to the person whose ticket it is, and only from the one it continues. */
const continuedBy = async (
  context: Context,
  { desk, found, email }: OpenedLink,
  asked: unknown,
): Promise<Flash['continued']> => {
  const number = typeof asked === 'string' && /^[1-9][0-9]{0,14}$/.test(asked) ? Number(asked) : null;
  if (number === null) return null;
  const next = await context.db.inDesk(desk.deskId, (q) => statusTicket(q, desk.deskId, number));
  if (next === null || next.contactId !== found.contactId) return null;
  const { ticketId } = next;
  const follows = await context.db.inDesk(desk.deskId, (q) =>
    isContinuation(q, desk.deskId, ticketId, found.ticketId),
  );
  if (!follows) return null;
  const token = ticketToken(context.secret, 'status', number, {
    deskId: desk.deskId,
    ticketId: next.ticketId,
    recipient: email,
  });
  return { number, url: `/t/${desk.slug}/${token}` };
};

/** A merged ticket's own requester is the other one's too. */
const mergedInto = async (context: Context, { desk, found, email }: OpenedLink) => {
  if (found.ticket.mergedInto === undefined) return null;
  const kept = await context.db.inDesk(desk.deskId, async (q) => {
    const ticket = await ticketByNumber(q, desk.deskId, found.number);
    return ticket === null ? null : followMerges(q, desk.deskId, ticket);
  });
  if (kept === null) return null;
  const token = ticketToken(context.secret, 'status', kept.number, {
    deskId: desk.deskId,
    ticketId: kept.ticketId,
    recipient: email,
  });
  return { number: kept.number, url: `/t/${desk.slug}/${token}` };
};

const flashOf = async (
  context: Context,
  link: OpenedLink,
  request: FastifyRequest,
): Promise<Flash | null> => {
  const { done, n } = askedQuery(request);
  if (typeof done !== 'string' || !Object.hasOwn(pageWords.ru.done, done)) return null;
  const continued = done === 'continued' ? await continuedBy(context, link, n) : null;
  return done === 'continued' && continued === null ? null : { done: done as PageDone, continued };
};

/** Sends the page of an opened link, with what was typed when a form came back. */
export const showStatus = async (
  context: Context,
  link: OpenedLink,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> => {
  const { desk, found } = link;
  const { regulation, calendars } = await context.regulations.ofTicket(desk.deskId, found.ticket);
  const now = context.now();
  const { conversation, tried, notCommissioned } = await context.db.inDesk(desk.deskId, async (q) => ({
    conversation: await statusConversation(q, desk.deskId, found.ticketId),
    tried: await entitlementTrail(q, desk.deskId, found.ticketId),
    notCommissioned: await noteCommissioning(q, desk.deskId, found.ticket, regulation, now),
  }));
  const language = pageLanguage(askedQuery(request)['lang'], request.headers['accept-language']);
  const nonce = newNonce();
  const flash = shown.draft === null ? await flashOf(context, link, request) : null;
  const page = statusPage(
    {
      language,
      words: pageWords[language],
      desk,
      found,
      regulation,
      calendars,
      conversation,
      tried,
      note: notCommissioned?.note ?? null,
      now,
      path,
      query: languageQuery(request),
      formKey: context.newId(),
      flash,
      draft: shown.draft,
      mergedInto: await mergedInto(context, link),
      partnersUrl:
        (await partnersToday(context, desk.deskId)).length === 0 ? null : `/c/${desk.slug}/partners`,
    },
    nonce,
  );
  return sendPage(reply, shown.status, nonce, page);
};
