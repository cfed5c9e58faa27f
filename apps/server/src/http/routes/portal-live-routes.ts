import { portalLivePath } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import type { Customership } from '../../store/queries/customerships.ts';
import { ticketPlace } from '../../store/queries/portal-tickets.ts';
import { isInSight } from '../../use-cases/portal-sight.ts';
import { customershipsOfSession, nothingThere } from '../good-at.ts';
import type { HttpDeps } from '../http-deps.ts';
import { openLiveStream } from '../live-stream.ts';
import { currentSight } from '../portal-ticket.ts';
import { ProblemAnswer } from '../problem-reply.ts';
import { lacksFactor } from '../second-factor.ts';

/** Changes of the tickets that a customer may see, as server-sent events: their numbers only, of no other ticket. */
export const portalLiveRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const customerOf = async (cookie: string | undefined, slug: string): Promise<Customership | null> => {
    const person = await deps.identity.whoIs(cookie);
    if (person === null || lacksFactor(deps, person, 'customer')) return null;
    const customers = await customershipsOfSession(deps, person);
    return customers.find((one) => one.slug === slug) ?? null;
  };

  const isTheirs = async (cookie: string | undefined, slug: string, number: number): Promise<boolean> => {
    // Asked each time: a company's rule may have changed since.
    const customer = await customerOf(cookie, slug);
    if (customer === null) return false;
    const { deskId } = customer;
    const ticket = await context.db.inDesk(deskId, (q) => ticketPlace(q, deskId, number));
    return ticket !== null && isInSight(await currentSight(context, deskId, customer), ticket);
  };

  const url = portalLivePath.replace('{desk}', ':desk');
  // A stream has no end, so there is no asking for its head alone.
  app.get<{ Params: { desk: string } }>(url, { exposeHeadRoute: false }, async (request, reply) => {
    const { cookie } = request.headers;
    const { desk } = request.params;
    const person = await deps.identity.whoIs(cookie);
    if (person === null) throw new ProblemAnswer('not-signed-in');
    const customer = await customerOf(cookie, desk);
    if (customer === null) throw await nothingThere(deps, person, desk);
    openLiveStream(deps, reply, {
      hears: ({ deskId, kind, number, inside }) =>
        deskId === customer.deskId && kind === 'ticket' && inside !== true
          ? isTheirs(cookie, desk, number)
          : deskId === customer.deskId && kind === 'desk',
      isStillAllowed: async () => (await customerOf(cookie, desk)) !== null,
    });
  });
};
