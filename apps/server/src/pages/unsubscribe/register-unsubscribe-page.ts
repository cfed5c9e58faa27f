import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../identity/network-of.ts';
import {
  contactProfile,
  type OptionalLetter,
  optionalLetters,
  subscriber,
} from '../../store/queries/contact-profiles.ts';
import { type StatusDesk, statusDesk } from '../../store/queries/status-page.ts';
import { isPageToken, readPageToken } from '../../tokens/page-token.ts';
import { changeOwnProfile } from '../../use-cases/change-own-profile.ts';
import type { Context } from '../../use-cases/context.ts';
import { errorStatus, sendErrorPage } from '../error-page.ts';
import { newNonce, sendPage } from '../page-headers.ts';
import { pageLanguage } from '../page-language.ts';
import { readPlainForms } from '../support/read-fields.ts';
import { sendOverPage } from '../support/over-page.ts';
import { unsubscribePage, type UnsubscribeState } from './unsubscribe-page.ts';

interface Params {
  readonly desk: string;
  readonly kind: string;
  readonly token: string;
}

interface Opened {
  readonly desk: StatusDesk;
  readonly kind: OptionalLetter;
  readonly reader: NonNullable<Awaited<ReturnType<typeof subscriber>>>;
}

/** Signed over as well where nobody was found: nothing costs less reckoning than something. */
const NOBODY = '—';

/** Whose letters of which kind a link speaks of; null for every fault alike. */
const openLink = async (
  context: Context,
  { desk: slug, kind: named, token }: Params,
): Promise<Opened | null> => {
  const read = readPageToken(token);
  const kind = optionalLetters.find((one) => one === named);
  if (read === null || kind === undefined) return null;
  const desk = await statusDesk(context.db.plain, slug);
  if (desk === null) return null;
  const { deskId } = desk;
  const reader = await context.db.inDesk(deskId, (q) => subscriber(q, deskId, read.id));
  const given = { deskId, recipient: reader?.email ?? NOBODY, now: context.now() };
  const believed = isPageToken(context.secret, `unsubscribe-${kind}`, read, given);
  return reader !== null && believed ? { desk, kind, reader } : null;
};

/** Whether letters of the kind do not come now: of colleagues' tickets they come to whoever asked. */
const isOff = async (context: Context, { desk: { deskId }, kind, reader }: Opened): Promise<boolean> => {
  const profile = await context.db.inDesk(deskId, (q) => contactProfile(q, deskId, reader.contactId));
  if (profile === null) return true;
  return kind === 'colleague' ? !profile.wanted.includes(kind) : profile.unwanted.includes(kind);
};

const show = (
  { desk, kind, reader }: Opened,
  state: UnsubscribeState,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const { desk: slug, token } = request.params as Params;
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  const language = pageLanguage(lang, request.headers['accept-language']);
  const nonce = newNonce();
  const path = `/u/${encodeURIComponent(slug)}/${kind}/${encodeURIComponent(token)}`;
  const page = unsubscribePage({ state, kind, email: reader.email, desk, language, nonce, path });
  return sendPage(reply, 200, nonce, page);
};

const limited = (max: number) => ({
  config: {
    rateLimit: {
      max,
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
    },
  },
});

/**
 * No more letters of a kind, under `/u/`: by the link of the letter, without an account. Programs that look into links only read,
 * so reading changes nothing; a mail program's own button sends the form for its reader (RFC 8058), with no page of ours behind it,
 * so a form of any origin counts: the link is the secret.
 */
export const registerUnsubscribePage = async (
  app: FastifyInstance,
  { context }: { readonly context: Context },
): Promise<void> => {
  await app.register(async (scope) => {
    readPlainForms(scope);
    scope.setErrorHandler(async (error, request, reply) => {
      const status = errorStatus(error);
      if (status === 500) request.log.error({ err: error }, 'unexpected');
      return sendErrorPage(request, reply, status);
    });
    const path = '/u/:desk/:kind/:token';
    scope.get(path, limited(300), async (request, reply) => {
      const opened = await openLink(context, request.params as Params);
      if (opened === null) return sendOverPage(request, reply);
      return show(opened, (await isOff(context, opened)) ? 'off' : 'asks', request, reply);
    });
    scope.post(path, limited(60), async (request, reply) => {
      const opened = await openLink(context, request.params as Params);
      if (opened === null) return sendOverPage(request, reply);
      const isAgain = request.body instanceof URLSearchParams && request.body.get('letters') === 'on';
      const { desk, kind, reader } = opened;
      await changeOwnProfile(context, desk.deskId, reader.contactId, { letters: { [kind]: isAgain } });
      return show(opened, isAgain ? 'on' : 'off', request, reply);
    });
    scope.all('/u/*', async (request, reply) => sendErrorPage(request, reply, 404));
  });
};
