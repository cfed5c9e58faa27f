import { endpoints } from '@reglament/contract';
import { type CompanyId, inquiryRefusalWords, type Refusal, refusalTexts } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inquiriesPage, inquiryPageRow } from '../../store/queries/inquiries.ts';
import { openInquiryByStaff } from '../../use-cases/open-inquiry-by-staff.ts';
import { sendTicketToSales } from '../../use-cases/send-ticket-to-sales.ts';
import { staffInquiryCommand, type StaffInquiryOutcome } from '../../use-cases/staff-inquiry-command.ts';
import { type Call, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { etag, refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { presentInquiry, presentInquiryRow } from '../present/present-inquiry.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const listRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret } = deps.context;
  mount(app, deps, endpoints.getInquiries, async ({ deskId, person, query }) => {
    const { view, search, limit, companyId = null, ticket = null } = query;
    const list = `inquiries ${deskId} ${person.personId} ${view} ${companyId ?? ''} ${ticket ?? ''} ${search}`;
    const [at, inquiryId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const rows = await db.askDesk(deskId, (q) =>
      inquiriesPage(q, {
        deskId,
        list: view,
        personId: person.personId,
        search,
        companyId: companyId as CompanyId | null,
        ticketNumber: ticket,
        after: inquiryId === undefined ? null : { at: Number(at) as Instant, inquiryId: String(inquiryId) },
        limit: limit + 1,
      }),
    );
    const { page, next } = pageOf(rows, { secret, list, limit }, (row) => [
      row.lastMessageAt,
      row.inquiry.inquiryId,
    ]);
    return {
      inquiries: page.map(presentInquiryRow),
      next,
    };
  });
};

const pageRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, regulations, now } = deps.context;
  mount(app, deps, endpoints.getInquiry, async ({ deskId, params, reply }) => {
    const row = await db.askDesk(deskId, (q) => inquiryPageRow(q, deskId, params.inquiryNumber));
    if (row === null) throw new ProblemAnswer('not-found');
    const { regulation } = await regulations.inForce(deskId, now());
    reply.header('etag', etag(row.version));
    return presentInquiry(row, regulation);
  });
};

/** Why it was not done; a stale one is told what the others did meanwhile. */
const problemOf = async (
  { context }: HttpDeps,
  { deskId, params, version, request }: Call<typeof endpoints.commandInquiry>,
  outcome: Exclude<StaffInquiryOutcome, { readonly kind: 'done' }>,
): Promise<ProblemAnswer> => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'unknown':
      return new ProblemAnswer('invalid-request', {
        errors: [{ pointer: outcome.pointer, code: outcome.code }],
      });
    case 'stale': {
      const row = await context.db.askDesk(deskId, (q) => inquiryPageRow(q, deskId, params.inquiryNumber));
      const { regulation } = await context.regulations.inForce(deskId, context.now());
      const history = row === null ? [] : presentInquiry(row, regulation).history;
      const changes = history
        .filter(({ seq }) => seq > version)
        .map(({ at, actor, says }) => ({ at, actor, says }));
      return new ProblemAnswer('stale', {
        headers: { etag: etag(outcome.version) },
        current: { version: outcome.version, changes },
      });
    }
    case 'refused':
      return refusedProblem(outcome.refusal, inquiryRefusalWords(outcome.refusal)[languageOf(request)]);
  }
};

/** Why the ticket can't be resolved now. */
const refusedTicket = (request: FastifyRequest, refusal: Refusal): ProblemAnswer =>
  refusedProblem(refusal, refusalTexts[refusal.code][languageOf(request)]);

const writingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.openInquiry, async ({ deskId, body, person, idempotency, reply }) => {
    const opened = await openInquiryByStaff(context, {
      ...body,
      deskId,
      personId: person.personId,
      companyId: body.companyId as CompanyId | null,
      idempotency,
    });
    if (opened === null)
      throw new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/companyId', code: 'unknown-company' }],
      });
    reply.header('etag', etag(opened.version));
    return opened;
  });

  mount(app, deps, endpoints.commandInquiry, async (call) => {
    const { deskId, body, person, params, version, idempotency, reply } = call;
    const outcome = await staffInquiryCommand(context, {
      deskId,
      number: params.inquiryNumber,
      person,
      body,
      seenVersion: version,
      idempotency,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, outcome);
    reply.header('etag', etag(outcome.version));
    const { ticketNumber } = outcome;
    return { version: outcome.version, ...(ticketNumber === undefined ? {} : { ticketNumber }) };
  });

  mount(app, deps, endpoints.sendTicketToSales, async (call) => {
    const { deskId, body, person, params, idempotency, reply } = call;
    const { topic, answer } = body;
    const sent = await sendTicketToSales(context, {
      deskId,
      number: params.number,
      topic,
      answer,
      person,
      idempotency,
    });
    if (sent.kind === 'not-found') throw new ProblemAnswer('not-found');
    if (sent.kind === 'refused') throw refusedTicket(call.request, sent.refusal);
    reply.header('etag', etag(sent.opened.version));
    return sent.opened;
  });
};

export const inquiryRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  listRoute(app, deps);
  pageRoute(app, deps);
  writingRoutes(app, deps);
};
