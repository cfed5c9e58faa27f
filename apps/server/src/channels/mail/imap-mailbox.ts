import type { ImapFlow } from 'imapflow';
import { backOffMs, type BackOff } from './back-off.ts';
import type { FetchedLetter } from './fetched-letter.ts';
import { makeImapClient } from './imap-client.ts';
import type { MailServer } from './mail-server.ts';
import { keepThenFlag, type KeepLetter, type TakingOrder } from './take-letter.ts';

export type { FetchedLetter } from './fetched-letter.ts';

/** What a watcher is told. */
export interface WatchMailboxOptions extends MailServer {
  readonly user: string;
  readonly password: string;
  /** Usually INBOX. */
  readonly mailbox: string;
  /** Commits the raw letter. The letter is flagged \Seen only after this resolves; a rejection means "again". */
  readonly keep: KeepLetter;
  /** Highest UID kept so far under this UIDVALIDITY, 0 for none. Asked before every round of fetching. */
  readonly known: (uidValidity: string) => Promise<{ readonly lastUid: number }>;
  readonly onState: (state: 'connected' | 'disconnected' | 'error', detail: string) => void;
  /** Waits between attempts after a failure; half a second to one minute unless told. */
  readonly backOff?: BackOff;
}

const BACK_OFF: BackOff = { firstMs: 500, limitMs: 60_000 };
// A lost wake-up must not cost more than this; also keeps routers from forgetting the connection.
const ROUND_MS = 2 * 60_000;
const REFUSED_IDLE_PAUSE_MS = 5_000;
const LOGOUT_TIMEOUT_MS = 2_000;

/** Sleeps that any news ends: new mail, a lost connection, stop(). News in between is not lost. */
interface Bell {
  readonly ring: () => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const makeBell = (): Bell => {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (milliseconds) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      rung = false;
    },
  };
};

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown error';
  const { responseText } = error as Error & { readonly responseText?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : error.message;
};

interface Watch {
  readonly options: WatchMailboxOptions;
  readonly order: TakingOrder;
  /** Rung by stop() only: a pause after a failure is not cut short by anything else. */
  readonly stopBell: Bell;
  stopping: boolean;
  /** Wakes the session that is idling; null between sessions. */
  wake: (() => void) | null;
  /** Failures in a row of connecting, fetching or keeping; any letter kept starts anew. */
  failures: number;
}

/** A letter could not be kept: the connection is fine, the same letter comes again after a pause. */
class NotKept extends Error {}

/** Takes everything that is not kept yet, one letter in memory at a time. */
const takePending = async (watch: Watch, client: ImapFlow): Promise<void> => {
  const { options, order } = watch;
  if (client.mailbox === false) throw new Error('no mailbox is open');
  const { lastUid } = await options.known(String(client.mailbox.uidValidity)).catch((error: unknown) => {
    throw new NotKept(describe(error));
  });
  const keep = async (letter: FetchedLetter): Promise<void> => {
    await options.keep(letter).catch((error: unknown) => {
      throw new NotKept(describe(error));
    });
    watch.failures = 0;
  };
  // In ascending order and never past a failure: "the highest UID kept" must mean "all up to it".
  for (const uid of await order.pending(client, lastUid)) {
    if (watch.stopping || !client.usable) return;
    await order.take(client, uid, keep);
  }
};

const pauseAfterFailure = (watch: Watch): Promise<void> =>
  watch.stopBell.wait(
    backOffMs(watch.options.backOff ?? BACK_OFF, Math.max(1, watch.failures), Math.random()),
  );

/** One round: take what is there, then idle until news. Throws when the connection is of no more use. */
const round = async (watch: Watch, client: ImapFlow, news: Bell): Promise<void> => {
  try {
    await takePending(watch, client);
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    watch.failures += 1;
    watch.options.onState('error', `letter not kept: ${error.message}`);
    await pauseAfterFailure(watch);
    return;
  }
  if (watch.stopping || !client.usable) return;
  let awake = false;
  // Ends when the next round's first command breaks it. When the server ends or refuses it, look again
  // soon, but not at once: that would be a busy loop.
  void client
    .idle()
    .catch(() => undefined)
    .then(() => (awake ? undefined : setTimeout(news.ring, REFUSED_IDLE_PAUSE_MS).unref()));
  await news.wait(ROUND_MS);
  awake = true;
};

const session = async (watch: Watch): Promise<void> => {
  const { options } = watch;
  const client = makeImapClient(options);
  const news = makeBell();
  let reason = 'connection closed';
  // Without a listener the library's late errors would end the process.
  client.on('error', (error: unknown) => {
    reason = describe(error);
  });
  client.on('exists', news.ring);
  client.on('close', news.ring);
  watch.wake = news.ring;
  try {
    await client.connect();
    await client.mailboxOpen(options.mailbox);
    options.onState('connected', options.mailbox);
    watch.failures = 0;
    while (!watch.stopping && client.usable) await round(watch, client, news);
    if (!watch.stopping) throw new Error(reason);
  } finally {
    await endSession(client, watch.stopping);
    watch.wake = null;
  }
};

const endSession = async (client: ImapFlow, politely: boolean): Promise<void> => {
  if (politely && client.usable) {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, LOGOUT_TIMEOUT_MS)));
    await Promise.race([client.logout().catch(() => undefined), patience]);
    clearTimeout(timer);
  }
  client.close();
};

const run = async (watch: Watch): Promise<void> => {
  while (!watch.stopping) {
    try {
      await session(watch);
    } catch (error) {
      watch.failures += 1;
      const { authenticationFailed } = error as { readonly authenticationFailed?: unknown };
      watch.options.onState(authenticationFailed === true ? 'error' : 'disconnected', describe(error));
    }
    if (!watch.stopping) await pauseAfterFailure(watch);
  }
  watch.options.onState('disconnected', 'stopped');
};

/** The watcher with the order as an argument, so that a test can show what another order loses. */
export const watchMailboxInOrder = (
  options: WatchMailboxOptions,
  order: TakingOrder,
): { readonly stop: () => Promise<void> } => {
  const watch: Watch = { options, order, stopBell: makeBell(), stopping: false, wake: null, failures: 0 };
  const done = run(watch);
  return {
    stop: async () => {
      watch.stopping = true;
      watch.stopBell.ring();
      watch.wake?.();
      await done;
    },
  };
};

/**
 * Takes every letter of a mailbox, now and as it comes: by UID, so read letters, letters from before
 * and during an outage count too; again from the start when UIDVALIDITY changes (the store knows
 * duplicates). Reconnects for ever with growing pauses. stop() lets a letter in hand finish.
 */
export const watchMailbox = (options: WatchMailboxOptions): { readonly stop: () => Promise<void> } =>
  watchMailboxInOrder(options, keepThenFlag);
