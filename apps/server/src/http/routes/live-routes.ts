import { livePath } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';

/** A person who is shut out loses the open stream within this. */
const CHECK_MS = 4000;
/** Bytes that wait for a reader. */
const MAX_UNREAD = 64 * 1024;

/** Changes of a desk as server-sent events: numbers of tickets only; what they are is asked for with the usual rights. */
export const liveRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const allowedDesk = async (cookie: string | undefined, slug: string): Promise<string | null> => {
    const person = await deps.identity.whoIs(cookie);
    if (person === null) return null;
    return (await deps.memberships(person.personId as PersonId)).find((m) => m.slug === slug)?.deskId ?? null;
  };

  const url = livePath.replace('{desk}', ':desk');
  // A stream has no end, so there is no asking for its head alone.
  app.get<{ Params: { desk: string } }>(url, { exposeHeadRoute: false }, async (request, reply) => {
    const { cookie } = request.headers;
    const { desk } = request.params;
    if ((await deps.identity.whoIs(cookie)) === null) throw new ProblemAnswer('not-signed-in');
    const deskId = await allowedDesk(cookie, desk);
    if (deskId === null) throw new ProblemAnswer('not-found');
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
    const stopListening = deps.hub.listen((hint) => {
      if (hint.deskId !== deskId) return;
      // Somebody who does not read: their browser comes back and looks anew.
      if (stream.writableLength > MAX_UNREAD) stream.destroy();
      else stream.write(`event: ${hint.kind}\ndata: ${JSON.stringify({ number: hint.number })}\n\n`);
    });
    const check = setInterval(() => {
      allowedDesk(cookie, desk).then(
        (still) => (still === deskId ? stream.write(': still here\n\n') : stream.end()),
        () => stream.end(),
      );
    }, CHECK_MS);
    stream.on('close', () => {
      clearInterval(check);
      stopListening();
    });
  });
};
