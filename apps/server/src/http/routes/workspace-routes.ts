import { endpoints } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deskPeople } from '../../store/queries/desk-people.ts';
import { followersOf } from '../../store/queries/followers.ts';
import { snoozedUntil } from '../../store/queries/snoozes.ts';
import { deskTags } from '../../store/queries/tags.ts';
import { timeSpentOn } from '../../store/queries/time-spent.ts';
import { ticketByNumber, type TicketRef } from '../../store/queries/tickets.ts';
import { changeTag, createTag, type TagOutcome } from '../../use-cases/keep-tags.ts';
import { followTicket, linkTicket, tagTicket } from '../../use-cases/mark-ticket.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const nameTaken = {
  ru: 'Метка с таким названием уже есть',
  en: 'There is a tag of that name already',
} as const;

const wrong = (pointer: string, code: string): ProblemAnswer =>
  new ProblemAnswer('invalid-request', { errors: [{ pointer, code }] });

const tagAnswer = (request: FastifyRequest, outcome: TagOutcome): { readonly tagId: string } => {
  switch (outcome.kind) {
    case 'done':
      return { tagId: outcome.tagId };
    case 'not-found':
      throw new ProblemAnswer('not-found');
    case 'name-taken':
      throw new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/name', code: 'name-taken', detail: nameTaken[languageOf(request)] }],
      });
  }
};

/** A ticket of the address; not found when the desk has none. */
export const ticketOf = async (deps: HttpDeps, deskId: DeskId, number: number): Promise<TicketRef> => {
  const ticket = await deps.context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, number));
  if (ticket === null) throw new ProblemAnswer('not-found');
  return ticket;
};

const tagRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getTags, async ({ deskId }) => ({
    tags: [...(await context.db.askDesk(deskId, (q) => deskTags(q, deskId)))],
  }));

  mount(app, deps, endpoints.createTag, async ({ deskId, body, idempotency, request }) =>
    tagAnswer(request, await createTag(context, { deskId, ...body, idempotency })),
  );

  mount(app, deps, endpoints.changeTag, async ({ deskId, params, body, request }) =>
    tagAnswer(request, await changeTag(context, { deskId, tagId: params.tagId, change: body })),
  );

  mount(app, deps, endpoints.tagTicket, async ({ deskId, params, body, person }) => {
    const { ticketId, number } = await ticketOf(deps, deskId, params.number);
    const { personId } = person;
    const changed = await tagTicket(context, { deskId, ticketId, number, personId, ...body });
    if (changed === null) throw wrong('/add', 'unknown-tag');
    return { tags: [...changed.tags] };
  });
};

export const workspaceRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  tagRoutes(app, deps);

  mount(app, deps, endpoints.getPeople, async ({ deskId }) => ({
    people: [...(await context.db.askDesk(deskId, (q) => deskPeople(q, deskId)))],
  }));

  mount(app, deps, endpoints.getTicketExtras, async ({ deskId, params, person }) => {
    const { ticketId } = await ticketOf(deps, deskId, params.number);
    const { personId } = person;
    const followers = await context.db.askDesk(deskId, (q) => followersOf(q, deskId, ticketId));
    const until = await context.db.askDesk(deskId, (q) => snoozedUntil(q, deskId, ticketId, personId));
    const time = await context.db.askDesk(deskId, (q) => timeSpentOn(q, deskId, ticketId));
    return {
      followers: followers.map((f) => ({ ...f, since: new Date(f.since).toISOString() })),
      snoozedUntil: until === null ? null : new Date(until).toISOString(),
      time: {
        minutes: time.minutes,
        entries: time.entries.map(({ personId: spentBy, name, ...entry }) => ({
          ...entry,
          person: { personId: spentBy, name },
          own: spentBy === personId,
        })),
      },
    };
  });

  mount(app, deps, endpoints.linkTicket, async ({ deskId, params, body, person }) => {
    const { ticketId, number } = await ticketOf(deps, deskId, params.number);
    if (body.to === number) throw wrong('/to', 'same-ticket');
    const other = await context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, body.to));
    if (other === null) throw wrong('/to', 'unknown-ticket');
    const { personId } = person;
    await linkTicket(context, { deskId, ticketId, number, personId, other, relation: body.relation });
    return null;
  });

  mount(app, deps, endpoints.followTicket, async ({ deskId, params, body, person }) => {
    const { ticketId, number } = await ticketOf(deps, deskId, params.number);
    const { personId } = person;
    const followerId = (body.personId ?? personId) as PersonId;
    const { following } = body;
    if (!(await followTicket(context, { deskId, ticketId, number, personId, followerId, following })))
      throw wrong('/personId', 'unknown-person');
    return null;
  });
};
