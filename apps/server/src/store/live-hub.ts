import { EventEmitter } from 'node:events';
import type { DeskId } from '@reglament/desk';
import pg from 'pg';

const CHANNEL = 'reglament_live';
/** NOTIFY makes committers wait for each other, so hints of this long go out as one, outside any command's transaction. */
const GATHER_MS = 40;
/** A notification holds 8,000 bytes. */
const MAX_HINTS = 35;
const RECONNECT_MS = 1000;

/** What a change is worth telling to open screens. A hint: nothing depends on it for correctness. */
export interface LiveHint {
  readonly deskId: DeskId;
  readonly kind: 'ticket' | 'inquiry' | 'notification' | 'letter' | 'presence' | 'desk';
  /** Number of the ticket or inquiry; 0 for the other kinds. */
  readonly number: number;
  /** Staff alone see anything of it: customers are told nothing, not even that something was done. */
  readonly inside?: true;
  /** Of `presence`: who is at the ticket, and doing what. */
  readonly who?: { readonly personId: string; readonly doing: 'looking' | 'typing' | 'left' };
}

export interface LiveHub {
  readonly hint: (hint: LiveHint) => void;
  /** @returns how to stop listening. */
  readonly listen: (listener: (hint: LiveHint) => void) => () => void;
  readonly stop: () => Promise<void>;
}

const keyOf = (hint: LiveHint): string =>
  `${hint.deskId} ${hint.kind} ${hint.number} ${hint.inside === true} ${hint.who?.personId ?? ''}`;

/** Tells this node's listeners at once and other nodes through NOTIFY; a lost hint costs a screen some freshness, nothing else. */
export const startLiveHub = (options: {
  readonly url: string;
  readonly node: string;
  readonly onError: (error: unknown) => void;
}): LiveHub => {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let waiting = new Map<string, LiveHint>();
  let timer: NodeJS.Timeout | null = null;
  let client: pg.Client | null = null;
  let stopped = false;

  const flush = (): void => {
    timer = null;
    const all = [...waiting.values()];
    waiting = new Map();
    const said: string[] = [];
    for (let from = 0; from < all.length; from += MAX_HINTS)
      said.push(JSON.stringify({ node: options.node, hints: all.slice(from, from + MAX_HINTS) }));
    client
      ?.query('select pg_notify($1, said) from unnest($2::text[]) as said', [CHANNEL, said])
      .catch(options.onError);
  };

  const reconnect = (): void => {
    client = null;
    if (!stopped) setTimeout(connect, RECONNECT_MS).unref();
  };

  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: options.url });
    next.on('error', options.onError);
    next.on('notification', (message) => {
      const { node, hints } = JSON.parse(message.payload ?? '{}') as { node?: string; hints?: LiveHint[] };
      if (node !== options.node) for (const hint of hints ?? []) emitter.emit('hint', hint);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    next.on('end', reconnect);
    client = next;
  };
  const connect = (): void => {
    open().catch((error: unknown) => {
      options.onError(error);
      reconnect();
    });
  };
  connect();

  return {
    hint: (hint) => {
      emitter.emit('hint', hint);
      waiting.set(keyOf(hint), hint);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    listen: (listener) => {
      emitter.on('hint', listener);
      return () => emitter.off('hint', listener);
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await client?.end();
    },
  };
};
