import { endpoints, queueFilter } from '@reglament/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { savedViews } from '../../store/queries/saved-views.ts';
import type { ViewWriter } from '../../store/saved-views.ts';
import { changeTickets, KeyMeantAnother } from '../../use-cases/change-tickets.ts';
import { changeView, createView, removeView, type ViewOutcome } from '../../use-cases/keep-views.ts';
import { type Call, LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { checkFields } from '../check-fields.ts';
import type { HttpDeps } from '../http-deps.ts';
import { refusalWords } from '../present/refusal-words.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const words = {
  'name-taken': { ru: 'Список с таким названием уже есть', en: 'There is a view of that name already' },
  'too-many': {
    ru: 'Списков уже слишком много: удалите те, что не нужны',
    en: 'There are too many views: delete those that nobody needs',
  },
  'not-found': { ru: 'Такой заявки нет', en: 'There is no such ticket' },
  unknown: {
    ru: 'Не удалось: такого сотрудника или метки у службы нет',
    en: 'Not done: the desk has no such colleague or tag',
  },
} as const;

const filter = z.strictObject({ view: z.string(), line: z.string().optional(), ...queueFilter });

/** Checked as the queue will be asked; kept as it was said. */
const checkedQuery = (
  request: FastifyRequest,
  query: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  checkFields(z.object({ query: filter }), { query }, languageOf(request));
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, said]) => (said === undefined ? [] : [[key, said]])),
  );
};

const answerOf = (request: FastifyRequest, outcome: ViewOutcome): { readonly viewId: string } => {
  switch (outcome.kind) {
    case 'done':
      return { viewId: outcome.viewId };
    case 'not-found':
      throw new ProblemAnswer('not-found');
    case 'name-taken':
    case 'too-many':
      throw new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/name', code: outcome.kind, detail: words[outcome.kind][languageOf(request)] }],
      });
  }
};

const leads = (role: Call<typeof endpoints.getViews>['membership']['role']): boolean =>
  role === 'lead' || role === 'administrator';

const writerOf = ({
  deskId,
  person,
  membership,
}: Pick<Call<typeof endpoints.changeView>, 'deskId' | 'person' | 'membership'>): ViewWriter => ({
  deskId,
  personId: person.personId,
  leads: leads(membership.role),
});

export const viewRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getViews, async ({ deskId, person }) => ({
    views: [...(await context.db.askDesk(deskId, (q) => savedViews(q, deskId, person.personId)))],
  }));

  mount(
    app,
    deps,
    endpoints.createView,
    async ({ deskId, person, membership, body, idempotency, request }) => {
      if (body.shared && !leads(membership.role)) throw new ProblemAnswer('forbidden');
      const query = checkedQuery(request, body.query);
      const { personId } = person;
      const { name, shared } = body;
      return answerOf(
        request,
        await createView(context, { deskId, personId, name, shared, query, idempotency }),
      );
    },
  );

  mount(app, deps, endpoints.changeView, async (call) => {
    const { params, body, request } = call;
    const query = body.query === undefined ? undefined : checkedQuery(request, body.query);
    return answerOf(
      request,
      await changeView(context, writerOf(call), params.viewId, { name: body.name, query }),
    );
  });

  mount(app, deps, endpoints.deleteView, async (call) => {
    if (!(await removeView(context, writerOf(call), call.params.viewId)))
      throw new ProblemAnswer('not-found');
    return null;
  });

  mount(
    app,
    deps,
    endpoints.bulkTickets,
    async ({ deskId, person, body, request, idempotency }) => {
      const asked = { deskId, person, ...body, idempotency };
      const { done, refused } = await changeTickets(context, asked).catch((error: unknown) => {
        throw error instanceof KeyMeantAnother ? new ProblemAnswer('idempotency-mismatch') : error;
      });
      const language = languageOf(request);
      return {
        done: [...done],
        refused: refused.map(({ number, refusal }) =>
          typeof refusal === 'string'
            ? { number, says: words[refusal][language], clause: null }
            : { number, says: refusalWords(refusal, language), clause: refusal.clause },
        ),
      };
    },
    LONG_ANSWER_MS,
  );
};
