import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../identity/network-of.ts';
import { statusDesk } from '../../store/queries/status-page.ts';
import { pageToken } from '../../tokens/page-token.ts';
import { SUPPORT_MS } from '../../tokens/page-terms.ts';
import { askSales } from '../../use-cases/ask-sales.ts';
import { askPageLink, type AskPageLink } from '../../use-cases/ask-page-link.ts';
import { confirmRegistration } from '../../use-cases/confirm-registration.ts';
import type { Context } from '../../use-cases/context.ts';
import { partnersToday } from '../../use-cases/partners-today.ts';
import { errorStatus, sendErrorPage } from '../error-page.ts';
import { newNonce, sendPage } from '../page-headers.ts';
import type { StatusPagesDeps } from '../register-status-pages.ts';
import { isSameSite } from '../same-site.ts';
import { languageQuery } from '../show-status.ts';
import { buyPage } from './buy-page.ts';
import { confirmPage, entryPage, knowsKeys, registerPage } from './entry-page.ts';
import { evenly } from './even-answer.ts';
import { openConfirmLink, openSupportLink } from './open-support-link.ts';
import { sendOverPage } from './over-page.ts';
import { partnersPage } from './partners-page.ts';
import type { PlainView, TypedForm } from './plain-view.ts';
import { readFields, readPlainForms } from './read-fields.ts';
import { plainView, showSupport } from './show-support.ts';
import { salesQuestion } from './sales-question.ts';
import type { SentWhat, SupportFault } from './support-words.ts';
import { type SupportForm, supportForms, takeSupportForm } from './take-support-form.ts';
import {
  readEmail,
  understandCompany,
  understandNumber,
  understandPerson,
} from './understand-registration.ts';

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type WithDesk = (
  desk: PlainView['desk'],
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const paramsOf = (request: FastifyRequest): { readonly desk: string; readonly token: string } =>
  request.params as { readonly desk: string; readonly token: string };

const withDesk =
  ({ context }: StatusPagesDeps, handle: WithDesk): Handle =>
  async (request, reply) => {
    const desk = await statusDesk(context.db.plain, paramsOf(request).desk);
    return desk === null ? sendErrorPage(request, reply, 404) : handle(desk, request, reply);
  };

type Page = (view: PlainView, nonce: string) => string;

const show = async (
  context: Context,
  desk: PlainView['desk'],
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  typed: TypedForm | null = null,
): Promise<FastifyReply> => {
  const view = await plainView(context, desk, request);
  const nonce = newNonce();
  const shown = typed === null ? view : { ...view, typed };
  return sendPage(reply, typed === null ? 200 : 422, nonce, page(shown, nonce));
};

const redirect = (reply: FastifyReply, path: string, query: string, parameters: string): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(`${path}${query === '' ? '?' : `${query}&`}${parameters}`, 303);

const sentOf = (request: FastifyRequest): SentWhat | null => {
  const { sent } = request.query as Readonly<Record<string, unknown>>;
  return sent === 'link' || sent === 'register' || sent === 'buy' ? sent : null;
};

const isWrong = (faults: Readonly<Record<string, SupportFault>>): boolean => Object.keys(faults).length > 0;

/** What was asked for is kept and owed; whatever the desk knows of the address, the answer is this one. */
const askAndTell = async (
  { context, wakeOutbox }: StatusPagesDeps,
  desk: PlainView['desk'],
  request: FastifyRequest,
  reply: FastifyReply,
  ask: Pick<AskPageLink, 'email' | 'name' | 'asked'> & { readonly key: string },
): Promise<FastifyReply> => {
  if (!uuid.test(ask.key)) return sendErrorPage(request, reply, 400);
  const { language } = await plainView(context, desk, request);
  const { key: pageRequestId, ...rest } = ask;
  await evenly(() => askPageLink(context, { ...rest, deskId: desk.deskId, pageRequestId, language }));
  wakeOutbox();
  return redirect(reply, `/c/${desk.slug}`, languageQuery(request), `sent=${ask.asked.kind}`);
};

const showEntry = async (
  context: Context,
  desk: PlainView['desk'],
  request: FastifyRequest,
  reply: FastifyReply,
  typed: TypedForm | null = null,
): Promise<FastifyReply> => {
  const sent = typed === null ? sentOf(request) : null;
  const hasPartners = (await partnersToday(context, desk.deskId)).length > 0;
  const page: Page = (view, nonce) => entryPage(view, nonce, sent, hasPartners);
  return show(context, desk, request, reply, page, typed);
};

const showPartners =
  ({ context }: StatusPagesDeps): WithDesk =>
  async (desk, request, reply) => {
    const partners = await partnersToday(context, desk.deskId);
    return show(context, desk, request, reply, (view, nonce) => partnersPage(view, nonce, partners));
  };

const takeLink =
  (deps: StatusPagesDeps): WithDesk =>
  async (desk, request, reply) => {
    const form = readFields(request);
    const email = readEmail(form.fields['email'] ?? '');
    if (email === null)
      return showEntry(deps.context, desk, request, reply, { ...form, faults: { email: 'email' } });
    const { key = '' } = form.fields;
    return askAndTell(deps, desk, request, reply, {
      email,
      name: '',
      key,
      asked: { kind: 'link', typed: {} },
    });
  };

const takeRegistration =
  (deps: StatusPagesDeps): WithDesk =>
  async (desk, request, reply) => {
    const form = readFields(request);
    const view = await plainView(deps.context, desk, request);
    const { what, number, faults: ofNumber } = understandNumber(form, knowsKeys(view));
    const { company, faults: ofCompany } = understandCompany(form);
    const { person, faults: ofPerson } = understandPerson(form);
    const faults = { ...ofNumber, ...ofCompany, ...ofPerson };
    if (isWrong(faults)) return show(deps.context, desk, request, reply, registerPage, { ...form, faults });
    const { email, name, phone } = person;
    const { key = '' } = form.fields;
    return askAndTell(deps, desk, request, reply, {
      email,
      name,
      key,
      asked: { kind: 'register', typed: { what, number, ...company, name, phone } },
    });
  };

const takeQuestion =
  (deps: StatusPagesDeps): WithDesk =>
  async (desk, request, reply) => {
    const form = readFields(request);
    const { company, faults: ofCompany } = understandCompany(form, 'optional');
    const { person, faults: ofPerson } = understandPerson(form);
    const faults = { ...(form.text === '' ? { text: 'text' as const } : {}), ...ofCompany, ...ofPerson };
    if (isWrong(faults)) return show(deps.context, desk, request, reply, buyPage, { ...form, faults });
    const { key = '' } = form.fields;
    if (!uuid.test(key)) return sendErrorPage(request, reply, 400);
    const question = salesQuestion(form, company, person);
    await evenly(() =>
      askSales(deps.context, {
        deskId: desk.deskId,
        ...question,
        companyId: null,
        idempotency: { key: `page:sales:${key}`, requestHash: 'form' },
        via: 'link',
      }),
    );
    deps.wakeOutbox();
    return redirect(reply, `/c/${desk.slug}`, languageQuery(request), 'sent=buy');
  };

const confirmPath = (request: FastifyRequest): string => {
  const { desk, token } = paramsOf(request);
  return `/c/${encodeURIComponent(desk)}/confirm/${encodeURIComponent(token)}`;
};

const showConfirm =
  ({ context }: StatusPagesDeps): Handle =>
  async (request, reply) => {
    const { desk: slug, token } = paramsOf(request);
    const opened = await openConfirmLink(context, slug, token);
    if (opened === null || opened.request.usedAt !== null || opened.request.kind !== 'register')
      return sendOverPage(request, reply);
    const { number, company, inn } = opened.request.typed;
    return show(context, opened.desk, request, reply, (view, nonce) =>
      confirmPage(view, nonce, confirmPath(request), [number, `${company}, ${view.words.inn} ${inn}`]),
    );
  };

const takeConfirm =
  ({ context, wakeOutbox }: StatusPagesDeps): Handle =>
  async (request, reply) => {
    const { desk: slug, token } = paramsOf(request);
    const opened = await openConfirmLink(context, slug, token);
    const { key = '' } = readFields(request).fields;
    if (opened === null || opened.request.email === null) return sendOverPage(request, reply);
    if (!uuid.test(key)) return sendErrorPage(request, reply, 400);
    const { deskId } = opened.desk;
    const { pageRequestId, email: recipient } = opened.request;
    const confirmed = await confirmRegistration(context, { deskId, pageRequestId, key });
    if (confirmed.kind === 'over') return sendOverPage(request, reply);
    wakeOutbox();
    const until = (context.now() + SUPPORT_MS) as Parameters<typeof pageToken>[2]['until'];
    const own = pageToken(context.secret, 'support', { deskId, id: confirmed.contactId, recipient, until });
    const { placed } = confirmed;
    const said = placed.kind === 'kept' ? `kept&n=${placed.number}` : placed.kind;
    return redirect(reply, `/c/${opened.desk.slug}/${own}`, languageQuery(request), `done=${said}`);
  };

const ownPath = (request: FastifyRequest): string => {
  const { desk, token } = paramsOf(request);
  return `/c/${encodeURIComponent(desk)}/${encodeURIComponent(token)}`;
};

const showOwn =
  ({ context }: StatusPagesDeps): Handle =>
  async (request, reply) => {
    const { desk, token } = paramsOf(request);
    const opened = await openSupportLink(context, desk, token);
    return opened === null
      ? sendOverPage(request, reply)
      : showSupport(context, opened, ownPath(request), request, reply, { status: 200 });
  };

const takeOwn =
  ({ context, wakeOutbox }: StatusPagesDeps, name: SupportForm): Handle =>
  async (request, reply) => {
    const { desk, token } = paramsOf(request);
    const opened = await openSupportLink(context, desk, token);
    if (opened === null) return sendOverPage(request, reply);
    const form = readFields(request);
    return takeSupportForm(name, {
      context,
      opened,
      path: ownPath(request),
      form,
      request,
      reply,
      wakeOutbox,
    });
  };

const limited = (max: number, timeWindow: string) => ({
  config: {
    rateLimit: { max, timeWindow, keyGenerator: (request: FastifyRequest) => networkOf(request.ip) },
  },
});
const READS = limited(300, '1 minute');
/** Forms behind a link. */
const FORMS = limited(60, '1 minute');
/** Forms of nobody in particular: each may send a letter to somebody. */
const ASKED = limited(30, '10 minutes');

/** Support without an account under `/c/`: registering, one's own page by a signed link, buying; no script. */
export const registerSupportPages = async (app: FastifyInstance, deps: StatusPagesDeps): Promise<void> => {
  await app.register(async (scope) => {
    readPlainForms(scope);
    scope.setErrorHandler(async (error, request, reply) => {
      const status = errorStatus(error);
      if (status === 500) request.log.error({ err: error }, 'unexpected');
      return sendErrorPage(request, reply, status);
    });
    const ours =
      (handle: Handle): Handle =>
      async (request, reply) =>
        isSameSite(request, deps.baseUrl) ? handle(request, reply) : sendErrorPage(request, reply, 403);
    const entry = withDesk(deps, (desk, request, reply) => showEntry(deps.context, desk, request, reply));
    scope.get('/c/:desk', READS, entry);
    scope.get('/c/:desk/link', READS, entry);
    scope.post('/c/:desk/link', ASKED, ours(withDesk(deps, takeLink(deps))));
    scope.get(
      '/c/:desk/register',
      READS,
      withDesk(deps, (desk, request, reply) => show(deps.context, desk, request, reply, registerPage)),
    );
    scope.post('/c/:desk/register', ASKED, ours(withDesk(deps, takeRegistration(deps))));
    scope.get(
      '/c/:desk/buy',
      READS,
      withDesk(deps, (desk, request, reply) => show(deps.context, desk, request, reply, buyPage)),
    );
    scope.post('/c/:desk/buy', ASKED, ours(withDesk(deps, takeQuestion(deps))));
    scope.get('/c/:desk/partners', READS, withDesk(deps, showPartners(deps)));
    scope.get('/c/:desk/confirm/:token', READS, showConfirm(deps));
    scope.post('/c/:desk/confirm/:token', FORMS, ours(takeConfirm(deps)));
    scope.get('/c/:desk/:token', READS, showOwn(deps));
    for (const name of supportForms) {
      // Somebody went back to the address of a form that was sent.
      scope.get(`/c/:desk/:token/${name}`, READS, async (request, reply) =>
        reply
          .header('referrer-policy', 'no-referrer')
          .redirect(`${ownPath(request)}${languageQuery(request)}`, 303),
      );
      // Each question to sales has to be answered by somebody.
      const limit = name === 'buy' ? ASKED : FORMS;
      scope.post(`/c/:desk/:token/${name}`, limit, ours(takeOwn(deps, name)));
    }
    scope.all('/c/*', async (request, reply) => sendErrorPage(request, reply, 404));
  });
};
