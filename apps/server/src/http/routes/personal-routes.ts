import { endpoints } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addTime, changeTime, removeTime, type TimeOutcome } from '../../use-cases/keep-time.ts';
import { snoozeTicket } from '../../use-cases/snooze-ticket.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { ticketOf } from './workspace-routes.ts';

const words = {
  'date-in-future': { ru: 'Этот день ещё не наступил', en: 'That day has not come yet' },
  'date-out-of-range': {
    ru: 'Выберите момент в будущем, не дальше года',
    en: 'Choose a moment to come, within a year',
  },
} as const;

const wrong = (request: FastifyRequest, pointer: string, code: keyof typeof words): ProblemAnswer =>
  new ProblemAnswer('invalid-request', {
    errors: [{ pointer, code, detail: words[code][languageOf(request)] }],
  });

const answerOf = (request: FastifyRequest, outcome: TimeOutcome): { readonly entryId: string } => {
  switch (outcome.kind) {
    case 'done':
      return { entryId: outcome.entryId };
    case 'not-found':
      throw new ProblemAnswer('not-found');
    case 'date-in-future':
      throw wrong(request, '/on', outcome.kind);
  }
};

/** What one person keeps at a ticket for themselves: its place in their views, their time, that they are there. */
export const personalRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.snoozeTicket, async ({ deskId, params, body, person, request }) => {
    const { ticketId } = await ticketOf(deps, deskId, params.number);
    const until = body.until === null ? null : (Date.parse(body.until) as Instant);
    const { personId } = person;
    if (!(await snoozeTicket(context, { deskId, ticketId, personId, until })))
      throw wrong(request, '/until', 'date-out-of-range');
    return null;
  });

  mount(app, deps, endpoints.addTime, async (call) => {
    const { deskId, params, body, person, idempotency, request } = call;
    const { ticketId } = await ticketOf(deps, deskId, params.number);
    const { personId } = person;
    return answerOf(request, await addTime(context, { deskId, ticketId, personId, idempotency, ...body }));
  });

  mount(app, deps, endpoints.changeTime, async ({ deskId, params, body, person, request }) => {
    const { ticketId } = await ticketOf(deps, deskId, params.number);
    const entry = { entryId: params.entryId, ticketId, personId: person.personId };
    return answerOf(request, await changeTime(context, deskId, { ...entry, ...body }));
  });

  mount(app, deps, endpoints.removeTime, async ({ deskId, params, person }) => {
    const { ticketId } = await ticketOf(deps, deskId, params.number);
    const entry = { entryId: params.entryId, ticketId, personId: person.personId };
    if (!(await removeTime(context, deskId, entry))) throw new ProblemAnswer('not-found');
    return null;
  });

  mount(app, deps, endpoints.showPresence, async ({ deskId, params, body, person }) => {
    const { personId } = person;
    context.hint({ deskId, kind: 'presence', number: params.number, who: { personId, doing: body.doing } });
    return null;
  });
};
