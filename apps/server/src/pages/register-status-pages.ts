import type { Language } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileBody } from '../http/file-body.ts';
import { withRoom } from '../http/upload-room.ts';
import { createSharedAttempts, type SharedAttempts } from '../identity/shared-attempts.ts';
import { statusFile } from '../store/queries/status-page.ts';
import type { Context } from '../use-cases/context.ts';
import { customerAction } from '../use-cases/customer-action.ts';
import { errorStatus, sendErrorPage } from './error-page.ts';
import { openStatusLink, type OpenedLink } from './open-status-link.ts';
import { pageLanguage } from './page-language.ts';
import { readForm } from './read-form.ts';
import { isSameSite } from './same-site.ts';
import { languageQuery, showStatus } from './show-status.ts';
import { doneCode, draftAfter, formNames, type FormName, problemOf, understandForm } from './status-form.ts';

export interface StatusPagesDeps {
  readonly context: Context;
  /** The address that people open the desk under: `https://desk.example`. */
  readonly baseUrl: string;
  /** Something may be owed to somebody: called after commit. */
  readonly wakeOutbox: () => void;
}

interface LinkParams {
  readonly desk: string;
  readonly token: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const formKey = /^[0-9a-f-]{36}$/;

type WithLink = (
  link: OpenedLink,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
) => Promise<FastifyReply>;

const pathOf = ({ desk, token }: LinkParams): string =>
  `/t/${encodeURIComponent(desk)}/${encodeURIComponent(token)}`;

const withLink =
  (deps: StatusPagesDeps, handle: WithLink) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const params = request.params as LinkParams;
    const link = await openStatusLink(deps.context, params.desk, params.token);
    return link === null ? sendErrorPage(request, reply, 404) : handle(link, request, reply, pathOf(params));
  };

const sendFile =
  ({ context }: StatusPagesDeps): WithLink =>
  async ({ desk, found }, request, reply) => {
    const { id } = request.params as { readonly id: string };
    const file = uuid.test(id)
      ? await context.db.inDesk(desk.deskId, (q) => statusFile(q, desk.deskId, found.ticketId, id))
      : null;
    if (file === null) return sendErrorPage(request, reply, 404);
    const ascii = file.name.replace(/[^\w.-]/g, '_');
    const encoded = encodeURIComponent(file.name).replace(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex, nofollow')
      .header('content-length', file.size)
      .send(fileBody(context.db, desk.deskId, file));
  };

const redirect = (reply: FastifyReply, path: string, query: string, parameters: string): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(`${path}${query === '' ? '?' : `${query}&`}${parameters}`, 303);

/** Only what was chosen by the link of the page: what a browser prefers is no choice. */
const chosenLanguage = (request: FastifyRequest): { readonly language?: Language } => {
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  return lang === 'ru' || lang === 'en' ? { language: lang } : {};
};

/** What one contact says in a quarter of an hour, as in the portal: each word is a notice to staff. */
const MOST_WORDS = 120;

const countWords = ({ context }: StatusPagesDeps): SharedAttempts =>
  createSharedAttempts({
    q: context.db.plain,
    of: 'status-words',
    now: () => performance.now(),
    most: MOST_WORDS,
  });

const takeForm =
  ({ context, wakeOutbox }: StatusPagesDeps, said: SharedAttempts, name: FormName): WithLink =>
  async (link, request, reply, path) => {
    const { desk, found, email } = link;
    const form = await readForm(request);
    const { regulation } = await context.regulations.ofTicket(desk.deskId, found.ticket);
    const back = (problem: Parameters<typeof draftAfter>[2], status: number): Promise<FastifyReply> =>
      showStatus(context, link, path, request, reply, { status, draft: draftAfter(name, form, problem) });
    const language = pageLanguage(
      (request.query as Readonly<Record<string, unknown>>)['lang'],
      request.headers['accept-language'],
    );
    const understood = understandForm(name, form, found, regulation, language);
    if ('problem' in understood) return back(understood.problem, form.problem === null ? 422 : 413);
    const { key = '' } = form.fields;
    if (!formKey.test(key)) return sendErrorPage(request, reply, 400);
    if (!(await said.attempt(found.contactId, '')).allowed) return back('too-often', 429);
    const outcome = await customerAction(context, {
      deskId: desk.deskId,
      ticketId: found.ticketId,
      contact: { contactId: found.contactId, email },
      action: understood.action,
      ...chosenLanguage(request),
      idempotency: { key: `status:${found.ticketId}:${name}:${key}`, requestHash: form.requestHash },
    });
    const problem = problemOf(outcome, language);
    if (problem !== null) {
      // Shown as things stand now: somebody may have changed the ticket meanwhile.
      const fresh = await openStatusLink(context, desk.slug, path.slice(path.lastIndexOf('/') + 1));
      return fresh === null
        ? sendErrorPage(request, reply, 404)
        : showStatus(context, fresh, path, request, reply, {
            status: outcome.kind === 'mismatch' ? 422 : 409,
            draft: draftAfter(name, form, problem),
          });
    }
    if (outcome.kind === 'not-found' || outcome.kind === 'unknown-attachment')
      return sendErrorPage(request, reply, 404);
    wakeOutbox();
    return redirect(
      reply,
      path,
      languageQuery(request),
      outcome.kind === 'continued'
        ? `done=continued&n=${outcome.number}`
        : `done=${doneCode(understood.action)}`,
    );
  };

const READS_A_MINUTE = 300;
const FORMS_A_MINUTE = 60;
const limited = (
  max: number,
): { readonly config: { readonly rateLimit: { readonly max: number; readonly timeWindow: string } } } => ({
  config: { rateLimit: { max, timeWindow: '1 minute' } },
});

const answerError = async (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const status = errorStatus(error);
  if (status === 500) request.log.error({ err: error }, 'unexpected');
  // Whatever is left of an upload is not waited for.
  if (status === 413) void reply.header('connection', 'close');
  return sendErrorPage(request, reply, status);
};

/** The customers' pages of tickets under `/t/`: opened by a signed link, no account, no script. */
export const registerStatusPages = async (app: FastifyInstance, deps: StatusPagesDeps): Promise<void> => {
  await app.register(async (scope) => {
    scope.setErrorHandler(answerError);
    const said = countWords(deps);
    const link = '/t/:desk/:token';
    scope.get(
      link,
      limited(READS_A_MINUTE),
      withLink(deps, (opened, request, reply, path) =>
        showStatus(deps.context, opened, path, request, reply, { status: 200, draft: null }),
      ),
    );
    scope.get(`${link}/files/:id`, limited(READS_A_MINUTE), withLink(deps, sendFile(deps)));
    for (const name of formNames) {
      // Somebody went back to the address of a form that was sent.
      scope.get(`${link}/${name}`, async (request, reply) =>
        reply
          .header('referrer-policy', 'no-referrer')
          .redirect(`${pathOf(request.params as LinkParams)}${languageQuery(request)}`, 303),
      );
      scope.post(`${link}/${name}`, limited(FORMS_A_MINUTE), async (request, reply) => {
        if (!isSameSite(request, deps.baseUrl)) return sendErrorPage(request, reply, 403);
        const entered = await withRoom(request, async () => {
          await withLink(deps, takeForm(deps, said, name))(request, reply);
          return true;
        });
        return entered === null ? sendErrorPage(request, reply, 503) : reply;
      });
    }
    scope.all('/t/*', async (request, reply) => sendErrorPage(request, reply, 404));
  });
};
