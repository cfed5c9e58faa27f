import { endpoints } from '@reglament/contract';
import { type Language, type ProposalId, type Refusal, refusalTexts, takesCalls } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { statedAnswers } from '../../pages/status-form.ts';
import { entitlementTrail } from '../../store/queries/entitlement-trail.ts';
import { newsSeenAt } from '../../store/queries/portal-news.ts';
import {
  countPortalTickets,
  portalTickets,
  type PortalTicketRow,
  ticketPlace,
} from '../../store/queries/portal-tickets.ts';
import { statusConversation, statusFile, type StatusTicket } from '../../store/queries/status-page.ts';
import { pageContact } from '../../store/queries/support-page.ts';
import { ratingOf } from '../../store/queries/ticket-ratings.ts';
import { followMerges, ticketByNumber } from '../../store/queries/tickets.ts';
import { type CustomerAction, customerAction } from '../../use-cases/customer-action.ts';
import { noteCommissioning } from '../../use-cases/note-commissioning.ts';
import { partnersToday } from '../../use-cases/partners-today.ts';
import { isInSight, type PortalSight } from '../../use-cases/portal-sight.ts';
import { rateTicket } from '../../use-cases/rate-ticket.ts';
import { searchPortal } from '../../use-cases/search-portal.ts';
import { askedCallback } from '../asked-callback.ts';
import { type Call, LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { fileBody } from '../file-body.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { createPersonLimit } from '../person-limit.ts';
import { checkAnswers, currentSight, seenTicket } from '../portal-ticket.ts';
import { presentPortalRow, presentPortalTicket } from '../present/present-portal-ticket.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { sendFile } from '../send-file.ts';

const listRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, secret, now } = deps.context;
  mount(app, deps, endpoints.getPortalTickets, async ({ deskId, customer, query }) => {
    const { view, whose, search, limit } = query;
    const sight = await currentSight(deps.context, deskId, customer);
    const seen = whose === 'own' ? { ...sight, own: [...sight.own], all: [] } : sight;
    const list = `portal ${deskId} ${customer.contactId} ${view} ${whose} ${search}`;
    const [at, number, waits] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after =
      number === undefined
        ? null
        : { registeredAt: Number(at) as Instant, number: Number(number), waits: waits === 1 };
    const found = await db.inDesk(deskId, async (q) => {
      const searched = search.trim() === '' ? null : await searchPortal({ q, deskId, sight: seen }, search);
      const asked = { seen, view, found: searched?.numbers ?? null, after, limit: limit + 1 };
      return {
        searched,
        rows: await portalTickets(q, deskId, asked),
        counts: await countPortalTickets(q, deskId, sight),
        seenAt: await newsSeenAt(q, deskId, customer.contactId),
      };
    });
    const { searched } = found;
    const forms = searched?.forms ?? null;
    const { page, next } = pageOf(found.rows, { secret, list, limit }, (row) => [
      row.registeredAt,
      row.number,
      row.waits ? 1 : 0,
    ]);
    const present = async (row: PortalTicketRow) => {
      const { regulation, calendars } = await regulations.ofTicket(deskId, row.ticket);
      const who = { contactId: customer.contactId, seenAt: found.seenAt };
      return presentPortalRow(row, { regulation, calendars, now: now(), forms }, who);
    };
    return {
      tickets: await Promise.all(page.map(present)),
      next,
      lookedFor: searched?.lookedFor ?? null,
      isNear: searched?.isNear ?? false,
      counts: found.counts,
      now: new Date(now()).toISOString(),
    };
  });
};

/** The ticket that goes on for a merged one, where the customer may see it too. */
const mergedInto = async (
  { context }: HttpDeps,
  { deskId }: Pick<Call<typeof endpoints.getPortalTicket>, 'deskId'>,
  found: StatusTicket,
  sight: PortalSight,
): Promise<number | null> => {
  if (found.ticket.mergedInto === undefined) return null;
  return context.db.inDesk(deskId, async (q) => {
    const ticket = await ticketByNumber(q, deskId, found.number);
    const kept = ticket === null ? null : await followMerges(q, deskId, ticket);
    const place = kept === null ? null : await ticketPlace(q, deskId, kept.number);
    return kept !== null && place !== null && isInSight(sight, place) ? kept.number : null;
  });
};

const pageRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getPortalTicket, async (call) => {
    const { deskId, customer, params } = call;
    const { found, sight } = await seenTicket(context, deskId, customer, params.number);
    const { regulation, calendars } = await context.regulations.ofTicket(deskId, found.ticket);
    const now = context.now();
    const about = await context.db.inDesk(deskId, async (q) => ({
      conversation: await statusConversation(q, deskId, found.ticketId),
      tried: await entitlementTrail(q, deskId, found.ticketId),
      note: (await noteCommissioning(q, deskId, found.ticket, regulation, now))?.note ?? null,
      rating: await ratingOf(q, deskId, found.ticketId),
    }));
    const hasPartners = (await partnersToday(context, deskId)).length > 0;
    return presentPortalTicket({
      found,
      regulation,
      calendars,
      now,
      ...about,
      contactId: customer.contactId,
      mergedInto: await mergedInto(deps, call, found, sight),
      partnersPath: hasPartners ? `/c/${customer.slug}/partners` : null,
    });
  });

  mount(
    app,
    deps,
    endpoints.getPortalFile,
    async ({ deskId, customer, params, reply }) => {
      const { found } = await seenTicket(context, deskId, customer, params.number);
      const file = await context.db.inDesk(deskId, (q) =>
        statusFile(q, deskId, found.ticketId, params.attachmentId),
      );
      if (file === null) throw new ProblemAnswer('not-found');
      sendFile(reply, { ...file, content: fileBody(context.db, deskId, file) });
      return null;
    },
    LONG_ANSWER_MS,
  );
};

/** What one person says in a quarter of an hour. */
const MOST_WORDS = 120;

type CommandCall = Call<typeof endpoints.commandPortalTicket>;

const required = (pointer: string): ProblemAnswer =>
  new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'required' }] });

/** What a word stands for; throws where it says nothing. */
const actionOf = async (
  deps: HttpDeps,
  { deskId, body, request }: CommandCall,
  found: StatusTicket,
): Promise<CustomerAction> => {
  const { regulation } = await deps.context.regulations.ofTicket(deskId, found.ticket);
  switch (body.command) {
    case 'answer':
      if (body.text.trim() === '' && body.attachments.length === 0) throw required('/text');
      return { kind: 'answer', text: body.text, files: [] };
    case 'object':
      if (regulation.lifecycle.objectionNeedsReason && body.text.trim() === '') throw required('/text');
      return { kind: 'object', text: body.text, files: [] };
    case 'ask-callback': {
      const { phone, says } = askedCallback(
        { typed: body.phone, pointer: '/phone', isGiven: takesCalls(found.ticket, regulation) },
        languageOf(request),
      );
      return { kind: 'answer', text: says, files: [], callback: phone };
    }
    case 'confirm':
      return { kind: 'confirm' };
    case 'answer-proposal':
    case 'answer-date':
      return { kind: body.command, proposalId: body.proposalId as ProposalId, accepted: body.accepted };
    case 'state-fields': {
      checkAnswers(regulation, body);
      const typed = {
        of: ({ id }: { readonly id: string }) => (body.fields[id] ?? '').trim(),
        priority: body.priority ?? undefined,
      };
      const stated = statedAnswers(typed, found, regulation);
      if ('problem' in stated) throw required('/fields');
      return stated.action;
    }
  }
};

const refusalOf = ({ code, clause, names = [] }: Refusal, language: Language): ProblemAnswer => {
  const says = refusalTexts[code][language];
  const instead = names.length === 0 ? '' : ` ${names.map((name) => name[language]).join('; ')}.`;
  return new ProblemAnswer(clause === null ? 'state' : 'refused', {
    detail: `${says}${instead}`,
    refusal: code,
    ...(clause === null ? {} : { clause }),
  });
};

const commandRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const saying = createPersonLimit(deps.context.db.plain, 'portal-words', MOST_WORDS);
  mount(app, deps, endpoints.commandPortalTicket, async (call) => {
    const { deskId, customer, params, body, person, idempotency, request } = call;
    const { found } = await seenTicket(context, deskId, customer, params.number);
    const contact = await context.db.inDesk(deskId, (q) => pageContact(q, deskId, customer.contactId));
    if (contact === null) throw new ProblemAnswer('not-found');
    await saying(person.personId);
    const { companyId } = found.ticket;
    const outcome = await customerAction(context, {
      deskId,
      ticketId: found.ticketId,
      contact,
      action: await actionOf(deps, call, found),
      means: 'portal',
      uploads: {
        personId: person.personId,
        attachmentIds: 'attachments' in body ? body.attachments : [],
      },
      companyId: customer.companies.some((one) => one.companyId === companyId) ? companyId : null,
      idempotency,
    });
    switch (outcome.kind) {
      case 'refused':
        throw refusalOf(outcome.refusal, languageOf(request));
      case 'mismatch':
        throw new ProblemAnswer('idempotency-mismatch');
      case 'not-found':
        throw new ProblemAnswer('not-found');
      case 'unknown-attachment':
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/attachments', code: 'unknown-attachment' }],
        });
      case 'done':
      case 'continued':
        deps.wakeOutbox();
        return { number: outcome.number };
    }
  });

  mount(app, deps, endpoints.ratePortalTicket, async ({ deskId, customer, params, body }) => {
    const { found } = await seenTicket(context, deskId, customer, params.number);
    const { ticket, number } = found;
    const { contactId } = customer;
    const rating = await rateTicket(context, { deskId, ticket, number, contactId, ...body });
    if (rating === null) throw new ProblemAnswer('state');
    return { ...rating, ratedAt: new Date(rating.ratedAt).toISOString() };
  });
};

/** A customer's tickets: the list, each with its page, and what they say in it. */
export const portalTicketRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  listRoute(app, deps);
  pageRoute(app, deps);
  commandRoutes(app, deps);
};
