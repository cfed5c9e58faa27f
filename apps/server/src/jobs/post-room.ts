import type { DeskId } from '@reglament/desk';
import { startSmtpTransport } from '../channels/mail/send-letter.ts';
import type { Config, ImapAccount, SmtpAccount } from '../config.ts';
import { keepMailboxState } from '../store/mailboxes.ts';
import { allDesks, type Desk } from '../store/queries/desks.ts';
import { type KeptMailbox, keptMailboxes } from '../store/queries/mailboxes.ts';
import type { SecretBox } from '../tokens/secret-box.ts';
import type { Context } from '../use-cases/context.ts';
import { secretName } from '../use-cases/secret-name.ts';
import { type Connections, createConnections } from './connections.ts';
import type { Mailer } from './mailer.ts';
import { type Loop, startLoop } from './start-loop.ts';
import { type MailboxToWatch, watchDeskMailbox } from './watch-mailboxes.ts';

/** How soon another node's change of a mailbox is followed; this node's own is followed at once. */
const LOOK_MS = 2000;
/** A transport that works is noted so often. */
const NOTED_MS = 60_000;

type Transport = ReturnType<typeof startSmtpTransport>;

/** The desks of this moment with their mailboxes, followed without a restart. */
export interface PostRoom {
  /** Grows in place as desks are made. */
  readonly desks: readonly Desk[];
  readonly deskIds: readonly DeskId[];
  readonly desk: (deskId: DeskId) => Desk;
  readonly mailer: Mailer;
  readonly watched: () => readonly MailboxToWatch[];
  readonly ownAddresses: (deskId: DeskId) => readonly string[];
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
        : {
            host: imap.host,
            port: imap.port,
            secure: imap.secure,
            user: imap.user,
            password,
            mailbox: imap.folder,
          },
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

/** Keeps how a connection goes. */
type Note = (
  deskId: DeskId,
  direction: 'in' | 'out',
  connected: boolean,
  failure: string | null,
) => Promise<void>;

const transportFor = ({ user, password, ...server }: SmtpAccount): Transport =>
  startSmtpTransport({
    ...server,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  });

/** Watches a mailbox and keeps how that goes. */
const watcherOf =
  (context: Context, note: Note, say: (deskId: DeskId, words: string) => void) =>
  (deskId: DeskId, account: ImapAccount): { readonly stop: () => Promise<void> } =>
    watchDeskMailbox(context, { deskId, account }, (state, detail) => {
      if (state === 'error') say(deskId, detail);
      const isOver = state === 'disconnected' && detail === 'stopped';
      if (!isOver) void note(deskId, 'in', state === 'connected', state === 'connected' ? null : detail);
    });

/** Sends through the desk's transport and keeps how that goes. */
const mailerOf = (outgoing: Connections<SmtpAccount, Transport>, note: Note): Mailer => {
  const noted = new Map<DeskId, number>();
  return {
    sends: (deskId) => outgoing.of(deskId) !== undefined,
    send: async (deskId, raw, envelope) => {
      const transport = outgoing.of(deskId);
      if (transport === undefined) return { accepted: true, kept: true, response: '' };
      const sent = await transport.send(raw, envelope);
      if (sent.accepted) {
        const isDue = performance.now() - (noted.get(deskId) ?? -NOTED_MS) >= NOTED_MS;
        if (isDue) void note(deskId, 'out', true, null);
        if (isDue) noted.set(deskId, performance.now());
        return { ...sent, kept: false };
      }
      // A refusal of one letter says nothing against the connection.
      if (sent.permanent) return sent;
      noted.delete(deskId);
      void note(deskId, 'out', false, sent.response);
      return sent;
    },
    // The room ends what it opened.
    stop: () => Promise.resolve(),
  };
};

/** Runs one piece of work after another: two rounds at once would open the same mailbox twice. */
const oneByOne = (): ((work: () => Promise<void>) => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
};

/** Tells of a secret that does not open, once for each time that the mailbox was set. */
const teller = (note: Note) => {
  const told = new Set<string>();
  return (deskId: DeskId, version: number) =>
    async (direction: 'in' | 'out'): Promise<void> => {
      const what = `${deskId} ${direction} ${version}`;
      if (!told.has(what)) await note(deskId, direction, false, LOCKED);
      told.add(what);
    };
};

/** Follows desks and their mailboxes: what the server's configuration says first, else what an administrator set. */
export const openPostRoom = async (context: Context, options: PostRoomOptions): Promise<PostRoom> => {
  const { config, say, onError } = options;
  const desks: Desk[] = [];
  const deskIds: DeskId[] = [];
  const kept = new Map<DeskId, KeptMailbox>();
  const find = (deskId: DeskId): Desk | undefined => desks.find((one) => one.deskId === deskId);
  const mailOf = (deskId: DeskId) => config.mail[find(deskId)?.slug ?? ''];
  const note: Note = (deskId, direction, connected, failure) =>
    context.db
      .inDesk(deskId, (q) =>
        keepMailboxState(q, { deskId, direction, connected, failure, at: context.now() }),
      )
      .catch(onError);
  const trouble = (deskId: DeskId, words: string): void =>
    say(`Mailbox of ${find(deskId)?.slug ?? deskId}: ${words}`);
  const incoming = createConnections(watcherOf(context, note, trouble));
  const outgoing = createConnections((_deskId: DeskId, account: SmtpAccount) => transportFor(account));
  const tell = teller(note);
  const inTurn = oneByOne();

  const look = async (): Promise<void> => {
    const [listed, mailboxes] = await context.db.everyDesk(async (q) => [
      await allDesks(q),
      await keptMailboxes(q),
    ]);
    desks.splice(0, desks.length, ...listed);
    deskIds.splice(0, deskIds.length, ...listed.map(({ deskId }) => deskId));
    kept.clear();
    for (const mailbox of mailboxes) kept.set(mailbox.deskId, mailbox);
    for (const { deskId } of listed) {
      const mailbox = kept.get(deskId);
      const own = await ownAccounts(options, mailbox, tell(deskId, mailbox?.version ?? 0));
      await incoming.follow(deskId, mailOf(deskId)?.imap ?? own.imap);
      await outgoing.follow(deskId, mailOf(deskId)?.smtp ?? own.smtp);
    }
  };
  await look();
  const round = async (): Promise<boolean> => {
    await inTurn(look);
    return false;
  };
  const loop: Loop = startLoop({ everyMs: LOOK_MS, onError, round });
  return {
    desks,
    deskIds,
    desk: (deskId) => {
      const found = find(deskId);
      if (found === undefined) throw new Error(`desk ${deskId} is not known to this node`);
      return found;
    },
    mailer: mailerOf(outgoing, note),
    watched: incoming.accounts,
    ownAddresses: (deskId) => desks.flatMap((one) => (one.deskId === deskId ? [one.mailAddress] : [])),
    trustedAuthserv: (deskId) =>
      mailOf(deskId)?.['trusted-authserv'] ?? kept.get(deskId)?.trustedAuthserv ?? null,
    refresh: () => inTurn(look),
    reconnect: (deskId) => inTurn(() => incoming.end(deskId).then(look)),
    stop: async () => {
      await loop.stop();
      await inTurn(() => Promise.resolve());
      await Promise.all([incoming.stop(), outgoing.stop()]);
    },
  };
};
