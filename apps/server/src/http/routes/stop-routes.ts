import { endpoints } from '@reglament/contract';
import { type ContactId, judgeReversal, judgeStop, stopRefusalTexts } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '@reglament/contract';
import { serviceStops } from '../../store/queries/service-stops.ts';
import { resumeService, type StopOutcome, stopService } from '../../use-cases/stop-service.ts';
import { mount } from '../contract-route.ts';
import { refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso } from '../present/iso.ts';

const isLead = ({ role }: { readonly role: Role }): boolean => role === 'lead' || role === 'administrator';

const answerOf = (request: FastifyRequest, outcome: StopOutcome): { readonly stopId: string } => {
  switch (outcome.kind) {
    case 'done':
      return { stopId: outcome.stopId };
    case 'unknown-contact':
      throw new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/contactId', code: 'unknown-contact' }],
      });
    case 'refused':
      throw refusedProblem(outcome.refusal, stopRefusalTexts[outcome.refusal.code][languageOf(request)]);
  }
};

export const stopRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getServiceStops, async ({ deskId, query, membership }) => {
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const { abuse } = regulation.entitlement;
    const supports = membership.role !== 'sales';
    const found = await context.db.askDesk(deskId, (q) =>
      serviceStops(q, deskId, { contactId: query.contactId ?? null, companyId: query.companyId ?? null }),
    );
    const may = { isLead: isLead(membership) };
    return {
      clause: abuse?.clause ?? null,
      mayStop: supports && judgeStop(abuse, { ...may, isStopped: false }) === null,
      mayResume: supports && judgeReversal(abuse, { ...may, isStopped: true }) === null,
      stops: found.map(({ contactId, contactName, at, reversed, ...rest }) => ({
        ...rest,
        at: iso(at),
        contact: { contactId, name: contactName },
        reversed: reversed === null ? null : { ...reversed, at: iso(reversed.at) },
      })),
    };
  });

  mount(
    app,
    deps,
    endpoints.stopService,
    async ({ deskId, body, person, membership, idempotency, request }) =>
      answerOf(
        request,
        await stopService(context, {
          deskId,
          contactId: body.contactId as ContactId,
          personId: person.personId,
          isLead: isLead(membership),
          words: body.evidence,
          idempotency,
          clientAddress: request.ip,
          requestId: request.id,
        }),
      ),
  );

  mount(
    app,
    deps,
    endpoints.resumeService,
    async ({ deskId, body, person, membership, idempotency, request }) =>
      answerOf(
        request,
        await resumeService(context, {
          deskId,
          contactId: body.contactId as ContactId,
          personId: person.personId,
          isLead: isLead(membership),
          words: body.reason,
          idempotency,
          clientAddress: request.ip,
          requestId: request.id,
        }),
      ),
  );
};
