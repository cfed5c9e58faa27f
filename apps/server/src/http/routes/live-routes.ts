import { livePath } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { membershipsOfSession, nothingThere } from '../good-at.ts';
import type { HttpDeps } from '../http-deps.ts';
import { openLiveStream } from '../live-stream.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { lacksFactor } from '../second-factor.ts';

/** Changes of a desk as server-sent events: numbers of tickets only; what they are is asked for with the usual rights. */
export const liveRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const allowedDesk = async (cookie: string | undefined, slug: string): Promise<string | null> => {
    const person = await deps.identity.whoIs(cookie);
    if (person === null || lacksFactor(deps, person, 'staff')) return null;
    return (await membershipsOfSession(deps, person)).find((m) => m.slug === slug)?.deskId ?? null;
  };

  const url = livePath.replace('{desk}', ':desk');
  // A stream has no end, so there is no asking for its head alone.
  app.get<{ Params: { desk: string } }>(url, { exposeHeadRoute: false }, async (request, reply) => {
    const { cookie } = request.headers;
    const { desk } = request.params;
    const person = await deps.identity.whoIs(cookie);
    if (person === null) throw new ProblemAnswer('not-signed-in');
    const deskId = await allowedDesk(cookie, desk);
    if (deskId === null) throw await nothingThere(deps, person, desk);
    openLiveStream(deps, reply, {
      hears: (hint) => hint.deskId === deskId,
      isStillAllowed: async () => (await allowedDesk(cookie, desk)) === deskId,
    });
  });
};
