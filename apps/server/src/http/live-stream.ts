import type { FastifyReply } from 'fastify';
import type { LiveHint } from '../store/live-hub.ts';
import type { HttpDeps } from './http-deps.ts';

/** A person who is shut out loses the open stream within this; and whoever hears nothing for much longer knows that it is broken. */
const CHECK_MS = 4000;
/** Bytes that wait for a reader. */
const MAX_UNREAD = 64 * 1024;

export interface Listener {
  /** Whether a change is told to them. */
  readonly hears: (hint: LiveHint) => boolean | Promise<boolean>;
  /** Whether they may still listen. */
  readonly isStillAllowed: () => Promise<boolean>;
}

/** Changes as server-sent events: numbers only; what they are is asked for with the usual rights. */
export const openLiveStream = (
  { hub }: Pick<HttpDeps, 'hub'>,
  reply: FastifyReply,
  listener: Listener,
): void => {
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'cookie',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  stream.write('retry: 2000\n\n');
  const tell = (hint: LiveHint): void => {
    if (stream.destroyed || stream.writableEnded) return;
    // Somebody who does not read: their browser comes back and looks anew.
    if (stream.writableLength > MAX_UNREAD) stream.destroy();
    else
      stream.write(`event: ${hint.kind}\ndata: ${JSON.stringify({ number: hint.number, ...hint.who })}\n\n`);
  };
  const stopListening = hub.listen((hint) => {
    const hears = listener.hears(hint);
    if (typeof hears === 'boolean') {
      if (hears) tell(hint);
      return;
    }
    // Not known whether it is theirs: then it is not.
    hears.then(
      (yes) => (yes ? tell(hint) : undefined),
      () => undefined,
    );
  });
  const check = setInterval(() => {
    listener.isStillAllowed().then(
      (still) => (still ? stream.write('event: alive\ndata: 1\n\n') : stream.end()),
      () => stream.end(),
    );
  }, CHECK_MS);
  stream.on('close', () => {
    clearInterval(check);
    stopListening();
  });
};
