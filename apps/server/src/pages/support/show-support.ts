import type { FastifyReply, FastifyRequest } from 'fastify';
import { heldCertificates, ownTickets } from '../../store/queries/support-page.ts';
import { statusTicket } from '../../store/queries/status-page.ts';
import { ticketToken } from '../../tokens/ticket-token.ts';
import type { Context } from '../../use-cases/context.ts';
import { previewRequest } from '../../use-cases/preview-request.ts';
import { showCertificates } from '../../use-cases/show-certificates.ts';
import { visibleCompanies } from '../../use-cases/visible-companies.ts';
import { newNonce, sendPage } from '../page-headers.ts';
import { pageLanguage } from '../page-language.ts';
import { languageQuery } from '../show-status.ts';
import type { OpenedSupport } from './open-support-link.ts';
import { nothingTyped, type PlainView } from './plain-view.ts';
import { supportPage } from './support-page.ts';
import type { SupportView } from './support-view.ts';
import { type SupportDone, supportWords } from './support-words.ts';

const asked = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
  request.query as Readonly<Record<string, unknown>>;

/** What every page of support without an account starts from. */
export const plainView = async (
  context: Context,
  desk: PlainView['desk'],
  request: FastifyRequest,
): Promise<PlainView> => {
  const { regulation } = await context.regulations.inForce(desk.deskId, context.now());
  const language = pageLanguage(asked(request)['lang'], request.headers['accept-language']);
  return {
    language,
    words: supportWords[language],
    desk,
    regulation,
    base: `/c/${desk.slug}`,
    query: languageQuery(request),
    formKey: context.newId(),
    typed: nothingTyped,
  };
};

const statusUrl = (
  context: Context,
  { desk, contact }: OpenedSupport,
  ticket: { readonly ticketId: Parameters<typeof ticketToken>[3]['ticketId']; readonly number: number },
): string => {
  const subject = { deskId: desk.deskId, ticketId: ticket.ticketId, recipient: contact.email };
  return `/t/${desk.slug}/${ticketToken(context.secret, 'status', ticket.number, subject)}`;
};

/** The ticket that a form made, linked only for the person whose it is. */
const flashOf = async (
  context: Context,
  opened: OpenedSupport,
  request: FastifyRequest,
): Promise<SupportView['flash']> => {
  const { done, n } = asked(request);
  if (typeof done !== 'string' || !Object.hasOwn(supportWords.ru.done, done)) return null;
  const kind = done as SupportDone;
  if (kind !== 'kept' && kind !== 'act') return { done: kind, ticket: null };
  const number = typeof n === 'string' && /^[1-9][0-9]{0,14}$/.test(n) ? Number(n) : null;
  const { deskId } = opened.desk;
  const found =
    number === null ? null : await context.db.inDesk(deskId, (q) => statusTicket(q, deskId, number));
  if (found === null || found.contactId !== opened.contact.contactId) return null;
  return { done: kind, ticket: { number: found.number, url: statusUrl(context, opened, found) } };
};

const CHOICE_LIMIT = 200;
const choiceOf = (request: FastifyRequest, name: string): string => {
  const value = asked(request)[name];
  return typeof value === 'string' && value.length <= CHOICE_LIMIT ? value : '';
};

/** "May I ask?", answered for a company of the contact's own; null: not asked, or asked for something that is not there. */
const askedOf = async (
  context: Context,
  { desk, contact }: OpenedSupport,
  view: Pick<SupportView, 'regulation' | 'companies'>,
  request: FastifyRequest,
): Promise<SupportView['asked']> => {
  const { regulation, companies } = view;
  if (choiceOf(request, 'ask') !== '1') return null;
  const wanted = choiceOf(request, 'company');
  const company = wanted === '' ? companies[0] : companies.find(({ companyId }) => companyId === wanted);
  const channels = regulation.packages.flatMap((one) => one.channels.map(({ channel }) => channel));
  const said = choiceOf(request, 'channel');
  const channel = said === '' ? channels[0] : channels.find((one) => one === said);
  if (company === undefined || channel === undefined) return null;
  const { products, priorities } = regulation;
  return previewRequest(context, {
    deskId: desk.deskId,
    contactId: contact.contactId,
    companyId: company.companyId,
    channel,
    product: products.find((one) => one === choiceOf(request, 'product')) ?? null,
    priority: priorities.find(({ id }) => id === choiceOf(request, 'priority'))?.id ?? null,
  });
};

/** What a form left on the page: what was typed, refused or judged. */
export interface SupportShown {
  readonly status: number;
  readonly typed?: SupportView['typed'];
  readonly act?: SupportView['act'];
  readonly refused?: string;
}

/** Sends a person's own support page. */
export const showSupport = async (
  context: Context,
  opened: OpenedSupport,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: SupportShown,
): Promise<FastifyReply> => {
  const { desk, contact, until } = opened;
  const { deskId } = desk;
  const now = context.now();
  const { calendars } = await context.regulations.inForce(deskId, now);
  const plain = await plainView(context, desk, request);
  const companies = visibleCompanies(contact, plain.regulation);
  const { held, tickets } = await context.db.inDesk(deskId, async (q) => ({
    held: await heldCertificates(
      q,
      deskId,
      companies.map(({ companyId }) => companyId),
    ),
    tickets: await ownTickets(q, deskId, contact.contactId),
  }));
  const choices = ['company', 'product', 'priority', 'channel'] as const;
  const isPlain = shown.typed === undefined && shown.act === undefined && shown.refused === undefined;
  const view: SupportView = {
    ...plain,
    typed: shown.typed ?? nothingTyped,
    contact,
    companies,
    calendars,
    certificates: await showCertificates(context, deskId, held),
    tickets: tickets.map((one) => ({ ...one, url: statusUrl(context, opened, one) })),
    now,
    until,
    path,
    flash: isPlain ? await flashOf(context, opened, request) : null,
    act: shown.act ?? null,
    refused: shown.refused ?? null,
    asked: isPlain ? await askedOf(context, opened, { ...plain, companies }, request) : null,
    askChoices: Object.fromEntries(choices.map((name) => [name, choiceOf(request, name)])),
  };
  const nonce = newNonce();
  return sendPage(reply, shown.status, nonce, supportPage(view, nonce));
};
