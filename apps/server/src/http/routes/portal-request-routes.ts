import { endpoints } from '@reglament/contract';
import {
  type Certificate,
  productRefusalWords,
  type DeskId,
  type Regulation,
  takesCalls,
  type Text,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import type { CustomerCompany, Customership } from '../../store/queries/customerships.ts';
import { companyInstances } from '../../store/queries/instances.ts';
import { newsOfTickets, newsSeenAt } from '../../store/queries/portal-news.ts';
import { portalTickets } from '../../store/queries/portal-tickets.ts';
import { catalogueRows } from '../../store/queries/products.ts';
import { packageWays, salesWays } from '../../text/coverage-words.ts';
import { portalChannel } from '../../use-cases/portal-channel.ts';
import { previewRequest } from '../../use-cases/preview-request.ts';
import { wantsPriority } from '../../use-cases/register-by-staff.ts';
import { readPortalNews } from '../../use-cases/read-portal-news.ts';
import { registerInPortal } from '../../use-cases/register-in-portal.ts';
import { uploadAttachment } from '../../use-cases/upload-attachment.ts';
import { askedCallback } from '../asked-callback.ts';
import { type Call, mount, UPLOAD_ANSWER_MS } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { createPersonLimit } from '../person-limit.ts';
import { checkAnswers, currentSight, ownCompany } from '../portal-ticket.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { noRoom, readUpload } from '../read-upload.ts';
import { withRoom } from '../upload-room.ts';

const DAY_MS = 86_400_000;
/** News of so many days, of so many of the newest tickets. */
const NEWS_DAYS = 30;
const NEWS_TICKETS = 200;
/** New tickets, and files, of one person in a quarter of an hour. */
const MOST_TICKETS = 30;
const MOST_FILES = 120;
/** Of one company, for a choice in a form. */
const MOST_INSTALLATIONS = 100;

const bothWays = (of: (language: 'ru' | 'en') => readonly string[]): Text[] => {
  const en = of('en');
  return of('ru').map((ru, index) => ({ ru, en: en[index] ?? ru }));
};

const presentServing = (certificate: Certificate | null, { packages }: Regulation) => {
  if (certificate === null || certificate.number === '') return null;
  const held = packages.find(({ id }) => id === certificate.packageId);
  return held === undefined ? null : { number: certificate.number, package: held.name };
};

/** Whether what a company holds takes tickets of the portal, by the rules that would register one. */
const presentCompany = async (
  { context }: HttpDeps,
  deskId: DeskId,
  { contactId }: Customership,
  { companyId, name }: CustomerCompany,
  regulation: Regulation,
) => {
  const asked = {
    deskId,
    contactId,
    companyId,
    channel: portalChannel(regulation),
    product: null,
    priority: null,
  };
  const preview = await previewRequest(context, asked);
  const { kind = 'not-entitled', packageId = null } = preview?.coverage ?? {};
  const installations = await context.db.inDesk(deskId, (q) =>
    companyInstances(q, deskId, companyId, { after: null, limit: MOST_INSTALLATIONS }),
  );
  return {
    companyId,
    name,
    certificate: presentServing(preview?.certificate ?? null, regulation),
    takesPortal: kind === 'not-entitled' ? null : kind !== 'channel',
    ways:
      packageId === null
        ? bothWays((language) => salesWays(regulation, language))
        : bothWays((language) => packageWays(regulation, packageId, language)),
    installations: installations.map(({ facts }) => ({
      product: facts.product,
      version: facts.version,
      key: facts.key,
    })),
  };
};

const formRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const sending = createPersonLimit(deps.context.db.plain, 'portal-file', MOST_FILES);
  mount(app, deps, endpoints.getPortalTicketForm, async ({ deskId, customer }) => {
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const products = await context.db.inDesk(deskId, (q) => catalogueRows(q, deskId));
    return {
      channel: portalChannel(regulation),
      companies: await Promise.all(
        customer.companies.map((company) => presentCompany(deps, deskId, customer, company, regulation)),
      ),
      products: products
        .filter(({ retired }) => !retired)
        .map(({ name, versions }) => ({ name, versions: versions.map(({ number }) => number) })),
      needsPriority: await wantsPriority(context, deskId),
    };
  });

  mount(
    app,
    deps,
    endpoints.uploadPortalFile,
    async ({ deskId, person, request }) => {
      const { personId } = person;
      await sending(personId);
      const kept = await withRoom(request, async () =>
        uploadAttachment(context, { deskId, personId, ...(await readUpload(request)) }),
      );
      if (kept === null) throw noRoom();
      return kept;
    },
    UPLOAD_ANSWER_MS,
  );
};

/** Whether what would serve such a request talks by telephone. */
const callsBack = async (
  { context }: HttpDeps,
  { deskId, customer }: Pick<Call<typeof endpoints.registerPortalTicket>, 'deskId' | 'customer'>,
  asked: {
    readonly companyId: string | null;
    readonly product: string | null;
    readonly priority: string | null;
  },
): Promise<boolean> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  const preview = await previewRequest(context, {
    ...asked,
    deskId,
    contactId: customer.contactId,
    companyId: ownCompany(customer, asked.companyId),
    channel: portalChannel(regulation),
  });
  return preview !== null && takesCalls(preview.ticket, regulation);
};

const registrationRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const registering = createPersonLimit(deps.context.db.plain, 'portal-ticket', MOST_TICKETS);
  mount(app, deps, endpoints.registerPortalTicket, async (call) => {
    const { deskId, customer, person, body, idempotency, request } = call;
    const { product, productVersion, attachments, companyId, callback, ...typed } = body;
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    checkAnswers(regulation, typed);
    const about = { companyId, product, priority: typed.priority };
    const asked =
      callback === null
        ? null
        : askedCallback(
            { typed: callback, pointer: '/callback', isGiven: await callsBack(deps, call, about) },
            languageOf(request),
          );
    await registering(person.personId);
    const outcome = await registerInPortal(context, {
      ...typed,
      // The wish stands in the conversation, whoever reads it.
      text: asked === null ? typed.text : `${typed.text}\n\n${asked.says}`,
      callback: asked?.phone ?? null,
      deskId,
      personId: person.personId,
      contactId: customer.contactId,
      companyId: ownCompany(customer, companyId),
      product: product === null ? null : { name: product, version: productVersion },
      attachmentIds: attachments,
      idempotency,
    });
    switch (outcome.kind) {
      case 'registered':
        deps.wakeOutbox();
        return { number: outcome.number };
      case 'not-found':
        throw new ProblemAnswer('not-found');
      case 'priority-required':
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/priority', code: 'priority-required' }],
        });
      case 'unknown-attachment':
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/attachments', code: 'unknown-attachment' }],
        });
      case 'unknown-product':
        throw new ProblemAnswer('invalid-request', {
          errors: [
            {
              pointer: '/product',
              code: outcome.refusal.code,
              detail: productRefusalWords(outcome.refusal)[languageOf(request)],
            },
          ],
        });
    }
  });
};

const newsRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, now } = deps.context;
  mount(app, deps, endpoints.getPortalNews, async ({ deskId, customer }) => {
    const seen = await currentSight(deps.context, deskId, customer);
    const since = (now() - NEWS_DAYS * DAY_MS) as Instant;
    const { rows, seenAt } = await db.inDesk(deskId, async (q) => {
      const page = { seen, found: null, after: null, limit: NEWS_TICKETS };
      const open = await portalTickets(q, deskId, { ...page, view: 'open' });
      const closed = await portalTickets(q, deskId, { ...page, view: 'closed' });
      const ids = [...open, ...closed].map(({ ticketId }) => ticketId);
      return {
        rows: await newsOfTickets(q, deskId, ids, since),
        seenAt: await newsSeenAt(q, deskId, customer.contactId),
      };
    });
    const isRead = (at: number): boolean => seenAt !== null && at <= seenAt;
    return {
      news: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), isRead: isRead(row.at) })),
      unread: rows.filter(({ at }) => !isRead(at)).length,
    };
  });

  mount(app, deps, endpoints.readPortalNews, async ({ deskId, customer }) => {
    await readPortalNews(deps.context, deskId, customer.contactId);
    return null;
  });
};

/** A new ticket of a customer with its files, and what is new in those that they have. */
export const portalRequestRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  formRoutes(app, deps);
  registrationRoute(app, deps);
  newsRoutes(app, deps);
};
