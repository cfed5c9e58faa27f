import {
  type ConnectionTestShown,
  endpoints,
  type MailboxAccounts,
  type MailboxPage,
} from '@reglament/contract';
import type { DeskId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import {
  keptMailbox,
  lastLetterAt,
  type MailboxState,
  mailboxStates,
  salesAddressOf,
} from '../../store/queries/mailboxes.ts';
import { changeMailbox, imapPassword, smtpPassword } from '../../use-cases/change-mailbox.ts';
import { tellAudit } from '../audit-change.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { etag, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { isoOrNull } from '../present/iso.ts';

const presentState = (states: readonly MailboxState[], direction: 'in' | 'out') => {
  const found = states.find((one) => one.direction === direction);
  if (found === undefined) return null;
  const { connected, changedAt, workedAt, failure, failedAt } = found;
  return {
    connected,
    changedAt: new Date(changedAt).toISOString(),
    workedAt: isoOrNull(workedAt),
    failure,
    failedAt: isoOrNull(failedAt),
  };
};

interface OfDesk {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly mailAddress: string;
}

/** The mailbox of a desk: the server's configuration goes before what an administrator set. Passwords stay out. */
const pageOf = async (
  { context, mail }: HttpDeps,
  { deskId, slug, mailAddress }: OfDesk,
): Promise<MailboxPage> => {
  const found = await context.db.inDesk(deskId, async (q) => ({
    kept: await keptMailbox(q, deskId),
    states: await mailboxStates(q, deskId),
    lastIn: await lastLetterAt(q, deskId, 'in'),
    lastOut: await lastLetterAt(q, deskId, 'out'),
    sales: await salesAddressOf(q, deskId),
  }));
  const { kept } = found;
  const set = mail.config[slug];
  const imap = set?.imap === undefined ? (kept?.imap ?? null) : { ...set.imap, folder: set.imap.mailbox };
  const smtp =
    set?.smtp === undefined
      ? kept === null || kept.smtp === null
        ? null
        : { ...kept.smtp, user: kept.smtp.login?.user ?? null }
      : { ...set.smtp, user: set.smtp.user ?? null };
  const sourceOf = (isSet: boolean, account: object | null) =>
    isSet ? ('configuration' as const) : account === null ? ('none' as const) : ('desk' as const);
  return {
    version: kept?.version ?? 0,
    address: mailAddress,
    addressFixed: set?.address !== undefined,
    salesAddress: found.sales,
    trustedAuthserv: set?.['trusted-authserv'] ?? kept?.trustedAuthserv ?? null,
    in: {
      source: sourceOf(set?.imap !== undefined, imap),
      account:
        imap === null
          ? null
          : { host: imap.host, port: imap.port, secure: imap.secure, user: imap.user, folder: imap.folder },
      state: presentState(found.states, 'in'),
      lastLetterAt: isoOrNull(found.lastIn),
    },
    out: {
      source: sourceOf(set?.smtp !== undefined, smtp),
      account:
        smtp === null ? null : { host: smtp.host, port: smtp.port, secure: smtp.secure, user: smtp.user },
      state: presentState(found.states, 'out'),
      lastLetterAt: isoOrNull(found.lastOut),
    },
  };
};

const missing: ConnectionTestShown = { outcome: 'password-missing', detail: '' };

/** Tries both directions at once, each with the password of the form or the kept one of the same server and user. */
const tryAccounts = async ({ context, mail }: HttpDeps, deskId: DeskId, { imap, smtp }: MailboxAccounts) => {
  const kept = await context.db.askDesk(deskId, (q) => keptMailbox(q, deskId));
  const incoming = async (): Promise<ConnectionTestShown | null> => {
    if (imap === null) return null;
    const password = await imapPassword(mail.secrets, deskId, kept?.imap ?? null, imap);
    return password === null ? missing : mail.tryImap({ ...imap, password, mailbox: imap.folder });
  };
  const outgoing = async (): Promise<ConnectionTestShown | null> => {
    if (smtp === null) return null;
    const { user, host, port, secure } = smtp;
    const password = await smtpPassword(mail.secrets, deskId, kept?.smtp ?? null, smtp);
    if (password === null) return missing;
    return mail.trySmtp({
      host,
      port,
      secure,
      ...(user === null || password === undefined ? {} : { user, password }),
    });
  };
  const [tried, sent] = await Promise.all([incoming(), outgoing()]);
  return { in: tried, out: sent };
};

/** Which servers, for the audit log: an administrator may name any, private ones too, because mail servers stand in offices. */
const serversOf = ({ imap, smtp }: MailboxAccounts): string =>
  [
    imap === null ? null : `imap ${imap.host}:${imap.port}`,
    smtp === null ? null : `smtp ${smtp.host}:${smtp.port}`,
  ]
    .filter((one) => one !== null)
    .join(', ');

const words = {
  stale: {
    ru: 'Настройки ящика уже изменили. Посмотрите, что стало, и повторите.',
    en: 'The mailbox has been changed meanwhile. Look at what it is now, and try again.',
  },
  required: { ru: 'Введите пароль', en: 'Enter the password' },
  taken: { ru: 'По этому адресу уже пишут другой службе', en: 'Another desk goes by this address' },
  same: {
    ru: 'У службы и у отдела продаж должны быть разные адреса',
    en: 'The desk and its sales need different addresses',
  },
} as const;

export const mailboxRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context, mail } = deps;
  mount(app, deps, endpoints.getMailbox, async ({ membership, reply }) => {
    const page = await pageOf(deps, membership);
    reply.header('etag', etag(page.version));
    return page;
  });

  mount(
    app,
    deps,
    endpoints.changeMailbox,
    async ({ deskId, membership, body, version, request, reply }) => {
      const { imap, smtp, trustedAuthserv } = body;
      const set = mail.config[membership.slug];
      const address = set?.address === undefined ? (body.address?.toLowerCase() ?? null) : null;
      tellAudit(request, serversOf(body));
      const change = { deskId, imap, smtp, trustedAuthserv, address, seenVersion: version };
      const changed = await changeMailbox(context, mail.secrets, change);
      const language = languageOf(request);
      switch (changed.kind) {
        case 'stale':
          throw staleProblem(request, changed.version, words.stale);
        case 'wrong':
          throw new ProblemAnswer('invalid-request', {
            errors: [{ pointer: changed.pointer, code: changed.code, detail: words[changed.code][language] }],
          });
        case 'done': {
          await mail.refresh();
          context.hint({ deskId, kind: 'desk', number: 0 });
          const page = await pageOf(deps, { ...membership, mailAddress: address ?? membership.mailAddress });
          reply.header('etag', etag(page.version));
          return page;
        }
      }
    },
    LONG_ANSWER_MS,
  );

  mount(
    app,
    deps,
    endpoints.testMailbox,
    ({ deskId, body, request }) => {
      tellAudit(request, serversOf(body));
      return tryAccounts(deps, deskId, body);
    },
    LONG_ANSWER_MS,
  );

  mount(
    app,
    deps,
    endpoints.retryMailbox,
    async ({ deskId }) => {
      await mail.reconnect(deskId);
      deps.wakeOutbox();
      return null;
    },
    LONG_ANSWER_MS,
  );
};
