import { type DraftKept, endpoints, type KeptDraft } from '@reglament/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DraftRow, draftsAbout } from '../../store/queries/drafts.ts';
import { type DraftOutcome, keepDraft } from '../../use-cases/keep-draft.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { createPersonLimit } from '../person-limit.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

/** What one customer keeps in a quarter of an hour: every two seconds for all of it. */
const MOST_KEPT = 450;

const tooMany = {
  ru: 'Черновиков слишком много: отправьте или сотрите прежние',
  en: 'There are too many drafts: send or clear earlier ones',
} as const;

/** A page of somebody whose session has become another's is told so, and gets and leaves nothing. */
const checkWriter = (person: { readonly personId: string }, writer: string): void => {
  if (writer !== person.personId)
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/writer', code: 'unknown-person' }] });
};

const present = ({ savedAt, ...draft }: DraftRow): KeptDraft => ({
  ...draft,
  savedAt: new Date(savedAt).toISOString(),
});

const answerOf = (request: FastifyRequest, outcome: DraftOutcome): DraftKept => {
  if (outcome.kind === 'too-many')
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/about', code: 'too-many', detail: tooMany[languageOf(request)] }],
    });
  const { kind, draft } = outcome;
  return { kept: kind === 'kept', draft: draft === null ? null : present(draft) };
};

/** What somebody writes and has not sent. Whose it is, the session says: there is no asking for another's. */
export const draftRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const keeping = createPersonLimit(context.db.plain, 'portal-draft', MOST_KEPT);

  mount(app, deps, endpoints.getDrafts, async ({ deskId, person, query }) => {
    checkWriter(person, query.writer);
    const owner = { deskId, personId: person.personId, side: 'staff' } as const;
    const rows = await context.db.askDesk(deskId, (q) => draftsAbout(q, owner, query.about));
    return { drafts: rows.map(present) };
  });

  mount(app, deps, endpoints.keepDraft, async ({ deskId, person, body, request }) => {
    checkWriter(person, body.writer);
    const owner = { deskId, personId: person.personId, side: 'staff' } as const;
    return answerOf(request, await keepDraft(context, owner, body));
  });

  mount(app, deps, endpoints.getPortalDrafts, async ({ deskId, person, query }) => {
    checkWriter(person, query.writer);
    const owner = { deskId, personId: person.personId, side: 'customer' } as const;
    const rows = await context.db.askDesk(deskId, (q) => draftsAbout(q, owner, query.about));
    return { drafts: rows.map(present) };
  });

  mount(app, deps, endpoints.keepPortalDraft, async ({ deskId, person, body, request }) => {
    await keeping(person.personId);
    checkWriter(person, body.writer);
    const owner = { deskId, personId: person.personId, side: 'customer' } as const;
    return answerOf(request, await keepDraft(context, owner, body));
  });
};
