import { endpoints } from '@reglament/contract';
import { templateFaultWords } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { templatesFor } from '../../store/queries/reply-templates.ts';
import {
  changeTemplate,
  createTemplate,
  deleteTemplate,
  type TemplateOutcome,
} from '../../use-cases/keep-templates.ts';
import { mount } from '../contract-route.ts';
import { etag, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const isLead = ({ role }: { readonly role: string }): boolean => role === 'lead' || role === 'administrator';

const words = {
  empty: {
    ru: 'Напишите текст или добавьте действие',
    en: 'Write a text, or add something to do',
  },
  'unknown-tag': { ru: 'Такой метки больше нет', en: 'There is no such tag any more' },
  'unknown-person': {
    ru: 'Этот человек больше не работает в службе',
    en: 'This person does not work at the desk any more',
  },
  'unknown-line': {
    ru: 'Такой линии в действующем регламенте нет',
    en: 'The regulation in force has no such line',
  },
  'too-many': { ru: 'Шаблонов уже 300: удалите лишние', en: 'There are 300 templates: delete some first' },
  stale: {
    ru: 'Шаблон уже изменили. Посмотрите, что стало, и повторите.',
    en: 'The template has changed meanwhile. Look at what it is now, and try again.',
  },
} as const;

const pointers = {
  empty: '/text',
  'unknown-tag': '/actions',
  'unknown-person': '/actions',
  'unknown-line': '/actions',
} as const;

/** What was done; why it was not is thrown as the problem it is. */
const answerOf = (
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  outcome: TemplateOutcome,
): { readonly templateId: string; readonly version: number } => {
  const language = languageOf(request);
  switch (outcome.kind) {
    case 'done':
      reply.header('etag', etag(outcome.version));
      return { templateId: outcome.templateId, version: outcome.version };
    case 'not-found':
    case 'forbidden':
      throw new ProblemAnswer(outcome.kind);
    case 'stale':
      throw staleProblem(request, outcome.version, words.stale);
    case 'too-many':
      throw new ProblemAnswer('state', { detail: words['too-many'][language] });
    case 'fault':
      throw new ProblemAnswer('invalid-request', {
        errors: [
          {
            pointer: '/text',
            code: outcome.fault.code,
            detail: templateFaultWords(outcome.fault)[language],
          },
        ],
      });
    case 'empty':
    case 'unknown-tag':
    case 'unknown-person':
    case 'unknown-line':
      throw new ProblemAnswer('invalid-request', {
        errors: [
          { pointer: pointers[outcome.kind], code: outcome.kind, detail: words[outcome.kind][language] },
        ],
      });
  }
};

export const templateRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getTemplates, async ({ deskId, person, membership }) => {
    const found = await context.db.askDesk(deskId, (q) => templatesFor(q, deskId, person.personId));
    const mayChangeCommon = isLead(membership);
    return {
      templates: found.map(({ actions, ...one }) => ({
        ...one,
        actions: [...actions],
        mayChange: one.personal || mayChangeCommon,
      })),
    };
  });

  mount(app, deps, endpoints.createTemplate, async (call) => {
    const { deskId, person, membership, body, idempotency } = call;
    const { personal, ...facts } = body;
    const asking = { deskId, personId: person.personId, isLead: isLead(membership) };
    return answerOf(call, await createTemplate(context, { ...asking, facts, personal, idempotency }));
  });

  mount(app, deps, endpoints.changeTemplate, async (call) => {
    const { deskId, person, membership, params, body: facts, version: seenVersion } = call;
    const asking = { deskId, personId: person.personId, isLead: isLead(membership) };
    const { templateId } = params;
    return answerOf(call, await changeTemplate(context, { ...asking, templateId, seenVersion, facts }));
  });

  mount(app, deps, endpoints.deleteTemplate, async (call) => {
    const { deskId, person, membership, params, version: seenVersion } = call;
    const asking = { deskId, personId: person.personId, isLead: isLead(membership) };
    answerOf(call, await deleteTemplate(context, { ...asking, templateId: params.templateId, seenVersion }));
    return null;
  });
};
