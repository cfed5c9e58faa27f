import { endpoints } from '@reglament/contract';
import type { CompanyId, ContactId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { waitingMissedCalls } from '../../store/queries/missed-calls.ts';
import { findCallers } from '../../use-cases/find-callers.ts';
import { addMissedCall, changeMissedCall } from '../../use-cases/keep-missed-calls.ts';
import { previewRequest } from '../../use-cases/preview-request.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { presentCallers } from '../present/present-callers.ts';
import { presentMissedCalls } from '../present/present-missed-calls.ts';
import { presentPreview } from '../present/present-preview.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const callerRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getCallers, async ({ deskId, query }) => {
    const now = context.now();
    const found = await findCallers(context, {
      deskId,
      phone: query.phone,
      contactId: (query.contactId as ContactId | undefined) ?? null,
      companyId: (query.companyId as CompanyId | undefined) ?? null,
    });
    if (found === null) throw new ProblemAnswer('not-found');
    const { regulation } = await context.regulations.inForce(deskId, now);
    const tickets = await Promise.all(
      found.tickets.map(async (row) => ({
        row,
        regulation: (await context.regulations.ofTicket(deskId, row)).regulation,
      })),
    );
    return presentCallers(found, regulation, tickets, now);
  });

  mount(app, deps, endpoints.previewCall, async ({ deskId, query }) => {
    const now = context.now();
    const { regulation, calendars } = await context.regulations.inForce(deskId, now);
    const asked = await previewRequest(context, {
      deskId,
      contactId: (query.contactId as ContactId | undefined) ?? null,
      companyId: (query.companyId as CompanyId | undefined) ?? null,
      channel: 'phone',
      product: query.product === '' ? null : query.product,
      type: regulation.ticketTypes.find(({ id }) => id === query.type)?.id ?? null,
      priority: regulation.priorities.find(({ id }) => id === query.priority)?.id ?? null,
    });
    if (asked === null) throw new ProblemAnswer('not-found');
    return presentPreview(asked, { regulation, calendars, now });
  });
};

const missedRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getMissedCalls, async ({ deskId }) => {
    const calls = await context.db.askDesk(deskId, (q) => waitingMissedCalls(q, deskId));
    return { calls: await presentMissedCalls(context, deskId, calls) };
  });

  mount(app, deps, endpoints.addMissedCall, async ({ deskId, body, idempotency }) => {
    const at = body.at === undefined ? null : (Date.parse(body.at) as Instant);
    return { callId: await addMissedCall(context, { ...body, deskId, at, idempotency }) };
  });

  mount(app, deps, endpoints.changeMissedCall, async ({ deskId, person, params, body }) => {
    const by = { deskId, personId: person.personId };
    const changed = await changeMissedCall(context, by, { ...body, callId: params.callId });
    if (changed === null) throw new ProblemAnswer('not-found');
    if (changed === 'reason-required')
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/reason', code: 'required' }] });
    return changed;
  });
};

/** Whoever calls while they talk, and calls that nobody answered. */
export const callRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  callerRoutes(app, deps);
  missedRoutes(app, deps);
};
