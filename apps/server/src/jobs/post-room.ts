import type { DeskId } from '@reglament/desk';
import { startSmtpTransport } from '../channels/mail/send-letter.ts';
import type { Config, ImapAccount, SmtpAccount } from '../config.ts';
import { keepMailboxState } from '../store/mailboxes.ts';
import { allDesks, type Desk } from '../store/queries/desks.ts';
import { type KeptMailbox, keptMailboxes } from '../store/queries/mailboxes.ts';
import type { SecretBox } from '../tokens/secret-box.ts';
import type { Context } from '../use-cases/context.ts';
import { secretName } from '../use-cases/secret-name.ts';
import type { Mailer } from './mailer.ts';
import { type Loop, startLoop } from './start-loop.ts';
import { type MailboxToWatch, watchDeskMailbox } from './watch-mailboxes.ts';

/** How soon another node's change of a mailbox is followed; this node's own is followed at once. */
const LOOK_MS = 2000;
/** A transport that works is noted so often. */
const NOTED_MS = 60_000;

interface Connection<Account> {
  /** Account with its password: only ever compared. */
  readonly key: string;
  readonly account: Account;
  readonly stop: () => Promise<void>;
}

type Outgoing = Connection<SmtpAccount> & { readonly transport: ReturnType<typeof startSmtpTransport> };

/** The desks of this moment with their mailboxes, followed without a restart. */
export interface PostRoom {
  /** Grows in place as desks are made. */
  readonly desks: readonly Desk[];
  readonly deskIds: readonly DeskId[];
  readonly desk: (deskId: DeskId) => Desk;
  readonly mailer: Mailer;
  readonly watched: () => readonly MailboxToWatch[];
  readonly ownAddresses: () => readonly string[];
  readonly trustedAuthserv: (deskId: DeskId) => string | null;
  /** Desks and mailboxes are looked up again, now. */
  readonly refresh: () => Promise<void>;
  /** The mailbox of the desk is connected anew, without waiting for the next attempt. */
  readonly reconnect: (deskId: DeskId) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface PostRoomOptions {
  readonly config: Pick<Config, 'mail'>;
  readonly secrets: SecretBox;
  readonly say: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

interface Accounts {
  readonly imap: ImapAccount | null;
  readonly smtp: SmtpAccount | null;
}

/** Opens what an administrator set; a secret that does not open leaves the direction without a mailbox, which is said. */
const ownAccounts = async (
  { secrets }: PostRoomOptions,
  mailbox: KeptMailbox | undefined,
  tell: (direction: 'in' | 'out') => Promise<void>,
): Promise<Accounts> => {
  if (mailbox === undefined) return { imap: null, smtp: null };
  const { deskId, imap, smtp } = mailbox;
  const password = imap === null ? null : await secrets.open(imap.secret, secretName(deskId, 'imap'));
  if (imap !== null && password === null) await tell('in');
  const login = smtp?.login ?? null;
  const sent = login === null ? null : await secrets.open(login.secret, secretName(deskId, 'smtp'));
  if (login !== null && sent === null) await tell('out');
  return {
    imap:
      imap === null || password === null
        ? null
        : { host: imap.host, port: imap.port, secure: imap.secure, user: imap.user, password, mailbox: imap.folder },
    smtp:
      smtp === null || (login !== null && sent === null)
        ? null
        : {
            host: smtp.host,
            port: smtp.port,
            secure: smtp.secure,
            ...(login === null || sent === null ? {} : { user: login.user, password: sent }),
          },
  };
};

const LOCKED = 'the password can’t be opened with the key of this server: enter it again';

/** Follows desks and their mailboxes: what the server's configuration says first, else what an administrator set. */
export const openPostRoom = async (context: Context, options: PostRoomOptions): Promise<PostRoom> => {
  const { config, say, onError } = options;
  const desks: Desk[] = [];
  const deskIds: DeskId[] = [];
  const kept = new Map<DeskId, KeptMailbox>();
  const incoming = new Map<DeskId, Connection<ImapAccount>>();
  const outgoing = new Map<DeskId, Outgoing>();
  const noted = new Map<DeskId, number>();
  const locked = new Set<string>();
  let stopped = false;

  const find = (deskId: DeskId): Desk | undefined => desks.find((one) => one.deskId === deskId);
  const mailOf = (deskId: DeskId) => config.mail[find(deskId)?.slug ?? ''];

  const note = (deskId: DeskId, direction: 'in' | 'out', connected: boolean, failure: string | null) =>
    context.db
      .inDesk(deskId, (q) => keepMailboxState(q, { deskId, direction, connected, failure, at: context.now() }))
      .catch(onError);

  const watch = (deskId: DeskId, account: ImapAccount): Connection<ImapAccount> => {
    const watcher = watchDeskMailbox(context, { deskId, account }, (state, detail) => {
      if (state === 'error') say(`Mailbox of ${find(deskId)?.slug ?? deskId}: ${detail}`);
      const isOver = state === 'disconnected' && detail === 'stopped';
      if (!isOver) void note(deskId, 'in', state === 'connected', state === 'connected' ? null : detail);
    });
    return { key: JSON.stringify(account), account, stop: watcher.stop };
  };

  const transportFor = (account: SmtpAccount): Outgoing => {
    const { user, password, ...server } = account;
    const credentials = {
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
    };
    const transport = startSmtpTransport({ ...server, ...credentials });
    return { key: JSON.stringify(account), account, transport, stop: transport.stop };
  };

  /** Takes the place of the connection there was, if it is another. */
  const follow = async <Account, C extends Connection<Account>>(
    open: Map<DeskId, C>,
    deskId: DeskId,
    account: Account | null,
    start: (account: Account) => C,
  ): Promise<void> => {
    const before = open.get(deskId);
    const key = account === null ? null : JSON.stringify(account);
    if ((before?.key ?? null) === key) return;
    open.delete(deskId);
    await before?.stop();
    if (account !== null && !stopped) open.set(deskId, start(account));
  };

  const refresh = async (): Promise<void> => {
    const [listed, mailboxes] = await context.db.everyDesk(async (q) => [await allDesks(q), await keptMailboxes(q)]);
    desks.splice(0, desks.length, ...listed);
    deskIds.splice(0, deskIds.length, ...listed.map(({ deskId }) => deskId));
    kept.clear();
    for (const mailbox of mailboxes) kept.set(mailbox.deskId, mailbox);
    for (const { deskId } of listed) {
      const mailbox = kept.get(deskId);
      const own = await ownAccounts(options, mailbox, async (direction) => {
        const what = `${deskId} ${direction} ${mailbox?.version ?? 0}`;
        if (!locked.has(what)) await note(deskId, direction, false, LOCKED);
        locked.add(what);
      });
      const set = mailOf(deskId);
      await follow(incoming, deskId, set?.imap ?? own.imap, (account) => watch(deskId, account));
      await follow(outgoing, deskId, set?.smtp ?? own.smtp, transportFor);
    }
  };

  // One after another: two rounds at once would start the same mailbox twice.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  const send: Mailer['send'] = async (deskId, raw, envelope) => {
    const found = outgoing.get(deskId);
    if (found === undefined) return { accepted: true, kept: true, response: '' };
    const sent = await found.transport.send(raw, envelope);
    if (sent.accepted) {
      if (performance.now() - (noted.get(deskId) ?? -NOTED_MS) >= NOTED_MS) void note(deskId, 'out', true, null);
      noted.set(deskId, performance.now());
      return { ...sent, kept: false };
    }
    // A refusal of one letter says nothing against the connection.
    if (!sent.permanent) {
      noted.delete(deskId);
      void note(deskId, 'out', false, sent.response);
    }
    return sent;
  };

  await refresh();
  const loop: Loop = startLoop({
    everyMs: LOOK_MS,
    onError,
    round: async () => {
      await inTurn(refresh);
      return false;
    },
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    await loop.stop();
    await last;
    await Promise.all([...incoming.values(), ...outgoing.values()].map((one) => one.stop()));
  };
  return {
    desks,
    deskIds,
    desk: (deskId) => {
      const found = find(deskId);
      if (found === undefined) throw new Error(`desk ${deskId} is not known to this node`);
      return found;
    },
    mailer: { sends: (deskId) => outgoing.has(deskId), send, stop: () => Promise.resolve() },
    watched: () => [...incoming].map(([deskId, { account }]) => ({ deskId, account })),
    ownAddresses: () => desks.map(({ mailAddress }) => mailAddress),
    trustedAuthserv: (deskId) => mailOf(deskId)?.['trusted-authserv'] ?? kept.get(deskId)?.trustedAuthserv ?? null,
    refresh: () => inTurn(refresh),
    reconnect: (deskId) =>
      inTurn(async () => {
        const before = incoming.get(deskId);
        incoming.delete(deskId);
        await before?.stop();
        await refresh();
      }),
    stop,
  };
};
