import { endpoints } from '@reglament/contract';
import {
  allowedActions,
  type CompanyId,
  type ContactId,
  type ProductRefusal,
  productRefusalWords,
  type Refusal,
  refusalTexts,
  type RefusalCode,
  type SiteId,
  typedDate,
} from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { eventsSince } from '../../store/queries/journal.ts';
import { ticketPageRow } from '../../store/queries/ticket-page.ts';
import { ticketByNumber, type TicketRef } from '../../store/queries/tickets.ts';
import { describeChanges } from '../present/describe-changes.ts';
import { ticketToken } from '../../tokens/ticket-token.ts';
import { registerByStaff } from '../../use-cases/register-by-staff.ts';
import { noteCommissioning } from '../../use-cases/note-commissioning.ts';
import { mergeTickets } from '../../use-cases/merge-tickets.ts';
import { splitTicket } from '../../use-cases/split-ticket.ts';
import { staffCommand, type StaffOutcome } from '../../use-cases/staff-command.ts';
import { whoIsStated } from '../../use-cases/who-is-stated.ts';
import { type Call, mount } from '../contract-route.ts';
import { etag, refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { presentSteps } from '../present/present-steps.ts';
import { presentTicket } from '../present/present-ticket.ts';
import { refusalWords } from '../present/refusal-words.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

type CommandCall =
  | Call<typeof endpoints.commandTicket>
  | Call<typeof endpoints.mergeTicket>
  | Call<typeof endpoints.splitTicket>;

const pointers = {
  'unknown-company': '/companyId',
  'unknown-contact': '/contactId',
  'unknown-site': '/siteId',
  'unknown-product': '/product',
  'unknown-attachment': '/attachments',
  'unknown-person': '/mentions',
  'unknown-assignee': '/personId',
  'priority-required': '/priority',
  'unknown-ticket': '/into',
} as const;

const unusable = (code: keyof typeof pointers): ProblemAnswer =>
  new ProblemAnswer('invalid-request', { errors: [{ pointer: pointers[code], code }] });

const unknownProduct = (request: FastifyRequest, refusal: ProductRefusal): ProblemAnswer =>
  new ProblemAnswer('invalid-request', {
    errors: [
      {
        pointer: refusal.code === 'version-unknown' ? '/productVersion' : pointers['unknown-product'],
        code: refusal.code,
        detail: productRefusalWords(refusal)[languageOf(request)],
      },
    ],
  });

/** Dates that no ticket can have, whatever its state: the field is wrong. */
const ofDate: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['date-in-past', 'date-out-of-range']);

const badDate = async (deps: HttpDeps, call: CommandCall, refusal: Refusal): Promise<ProblemAnswer> => {
  const { code, clause, choices } = refusal;
  const detail = refusalTexts[code][languageOf(call.request)];
  const { regulation } = await deps.context.regulations.inForce(call.deskId, deps.context.now());
  return new ProblemAnswer('invalid-request', {
    refusal: code,
    ...(clause === null ? {} : { clause }),
    ...(choices === undefined ? {} : { choices: choices.map((at) => typedDate(at, regulation.zone)) }),
    errors: [{ pointer: '/date', code, detail }],
  });
};

const stale = async (
  deps: HttpDeps,
  call: CommandCall,
  ticket: TicketRef,
  version: number,
): Promise<ProblemAnswer> => {
  const { db, regulations, now } = deps.context;
  const { regulation } = await regulations.inForce(call.deskId, now());
  const entries = await db.askDesk(call.deskId, (q) =>
    eventsSince(q, call.deskId, ticket.ticketId, call.version),
  );
  return new ProblemAnswer('stale', {
    headers: { etag: etag(version) },
    current: { version, changes: describeChanges(entries, regulation) },
  });
};

/** Why it was not done. */
const problemOf = async (
  deps: HttpDeps,
  call: CommandCall,
  ticket: TicketRef,
  outcome: Exclude<StaffOutcome, { readonly kind: 'done' }>,
): Promise<ProblemAnswer> => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'unknown-company':
    case 'unknown-site':
    case 'unknown-attachment':
    case 'unknown-person':
    case 'unknown-assignee':
      return unusable(outcome.kind);
    case 'unknown-product':
      return unknownProduct(call.request, outcome.refusal);
    case 'stale':
      return stale(deps, call, ticket, outcome.version);
    case 'bad-date':
      return badDate(deps, call, outcome.refusal);
    case 'refused': {
      if (ofDate.has(outcome.refusal.code)) return badDate(deps, call, outcome.refusal);
      const { regulation } = await deps.context.regulations.ofTicket(call.deskId, outcome.ticket);
      return refusedProblem(outcome.refusal, refusalWords(outcome.refusal, languageOf(call.request)), {
        allowed: [...allowedActions(outcome.ticket, regulation, deps.context.now())],
      });
    }
  }
};

const readingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.getTicket, async ({ deskId, params, membership, person, reply }) => {
    const row = await context.db.askDesk(deskId, (q) => ticketPageRow(q, deskId, params.number));
    if (row === null) throw new ProblemAnswer('not-found');
    const pinned = await context.regulations.ofTicket(deskId, row.body);
    const token =
      row.requesterEmail === null
        ? null
        : ticketToken(context.secret, 'status', row.number, {
            deskId,
            ticketId: row.ticketId,
            recipient: row.requesterEmail,
          });
    reply.header('etag', etag(row.version));
    const page = presentTicket(
      row,
      pinned,
      context.now(),
      token === null ? '' : `${deps.baseUrl}/t/${membership.slug}/${token}`,
      row.body.companyId === null
        ? await context.db.inDesk(deskId, (q) => whoIsStated(q, deskId, pinned.regulation, row.fields))
        : [],
      await context.db.askDesk(deskId, (q) =>
        noteCommissioning(q, deskId, row.body, pinned.regulation, context.now()),
      ),
    );
    // Sales reads tickets; support handles them.
    if (membership.role === 'sales') return { ...page, allowed: [], steps: [] };
    const later = await context.regulations.laterEditions(deskId, row.body, context.now());
    return { ...page, steps: presentSteps(row.body, pinned, later, person.personId, context.now()) };
  });
};

const registrationRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.registerTicket, async (call) => {
    const { deskId, person, body: typed, idempotency, reply, request } = call;
    const { product, productVersion, ...body } = typed;
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const unknown = Object.keys(body.fields).filter(
      (field) => !regulation.intake.some(({ id }) => id === field),
    );
    if (unknown.length > 0)
      throw new ProblemAnswer('unknown-field', {
        errors: unknown.slice(0, 50).map((field) => ({ pointer: `/fields/${field}`, code: 'unknown-field' })),
      });
    const registered = await registerByStaff(context, {
      ...body,
      deskId,
      personId: person.personId,
      contactId: body.contactId as ContactId | null,
      companyId: body.companyId as CompanyId | null,
      siteId: body.siteId as SiteId | null,
      product: product === null ? null : { name: product, version: productVersion },
      idempotency,
    });
    if (!registered.ok && registered.code === 'unknown-product')
      throw unknownProduct(request, registered.refusal);
    if (!registered.ok) throw unusable(registered.code);
    reply.header('etag', etag(registered.value.version));
    return registered.value;
  });
};

const commandRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.commandTicket, async (call) => {
    const { deskId, params, person, body, version, idempotency } = call;
    const ticket = await context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, params.number));
    if (ticket === null) throw new ProblemAnswer('not-found');
    const outcome = await staffCommand(context, {
      deskId,
      ticketId: ticket.ticketId,
      contactId: ticket.contactId,
      person,
      body,
      seenVersion: version,
      idempotency,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, ticket, outcome);
    call.reply.header('etag', etag(outcome.version));
    return { version: outcome.version };
  });

  mount(app, deps, endpoints.mergeTicket, async (call) => {
    const { deskId, params, person, body, version, idempotency, reply } = call;
    const ticket = await context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, params.number));
    if (ticket === null) throw new ProblemAnswer('not-found');
    const into = await context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, body.into));
    if (into === null) throw unusable('unknown-ticket');
    const outcome = await mergeTickets(context, {
      deskId,
      goneId: ticket.ticketId,
      keptId: into.ticketId,
      person,
      seenVersion: version,
      idempotency,
    });
    if (outcome.kind !== 'merged') throw await problemOf(deps, call, ticket, outcome);
    reply.header('etag', etag(outcome.gone.version));
    return { version: outcome.gone.version };
  });

  mount(app, deps, endpoints.splitTicket, async (call) => {
    const { deskId, params, person, body, version, idempotency, reply } = call;
    const ticket = await context.db.askDesk(deskId, (q) => ticketByNumber(q, deskId, params.number));
    if (ticket === null) throw new ProblemAnswer('not-found');
    const { subject, text, type: ticketType, priority } = body;
    const outcome = await splitTicket(context, {
      deskId,
      ticketId: ticket.ticketId,
      person,
      subject,
      text,
      ticketType,
      priority,
      seenVersion: version,
      idempotency,
    });
    if (outcome.kind === 'priority-required') throw unusable(outcome.kind);
    if (outcome.kind !== 'split') throw await problemOf(deps, call, ticket, outcome);
    reply.header('etag', etag(outcome.created.version));
    return outcome.created;
  });
};

export const ticketRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  readingRoutes(app, deps);
  registrationRoutes(app, deps);
  commandRoutes(app, deps);
};
