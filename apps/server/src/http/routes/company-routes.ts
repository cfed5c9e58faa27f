import { endpoints } from '@reglament/contract';
import { type CompanyId, type CompanyRefusal, companyRefusalWords } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { companiesPage, companyPageRow } from '../../store/queries/companies.ts';
import { changeCompany, type CompanyOutcome, createCompany } from '../../use-cases/change-company.ts';
import { importCompanies } from '../../use-cases/import-companies.ts';
import { type MergeOutcome, mergeCompanies, unmergeCompany } from '../../use-cases/merge-companies.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { etag, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { presentImport } from '../present/present-import.ts';
import { presentCompany } from '../present/present-company.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

/** Of a search; a name that long is no name. */
const MAX_SEARCH = 500;

const staleWords = {
  ru: 'Компанию уже изменили. Посмотрите, что стало, и повторите.',
  en: 'The company has changed meanwhile. Look at what it is now, and try again.',
} as const;

const wordsOf = (request: FastifyRequest, refusal: CompanyRefusal): string =>
  companyRefusalWords(refusal)[languageOf(request)];

/** Why it was not done. */
const problemOf = (
  request: FastifyRequest,
  outcome: Exclude<CompanyOutcome | MergeOutcome, { readonly kind: 'done' }>,
): ProblemAnswer => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'stale':
      return staleProblem(request, outcome.version, staleWords);
    case 'refused':
      return new ProblemAnswer('state', {
        refusal: outcome.refusal.code,
        detail: wordsOf(request, outcome.refusal),
      });
    case 'wrong':
      return new ProblemAnswer('invalid-request', {
        errors: outcome.fields.map(({ pointer, refusal }) => ({
          pointer,
          code: refusal.code,
          detail: wordsOf(request, refusal),
        })),
      });
  }
};

const readingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret, regulations, now } = deps.context;

  mount(app, deps, endpoints.getCompanies, async ({ deskId, query }) => {
    const search = query.search.slice(0, MAX_SEARCH);
    const list = `companies ${deskId} ${search}`;
    const [name, companyId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after = companyId === undefined ? null : { name: String(name), companyId: String(companyId) };
    const rows = await db.askDesk(deskId, (q) =>
      companiesPage(q, { deskId, search, after, limit: query.limit + 1, now: now() }),
    );
    const { page, next } = pageOf(rows, { secret, list, limit: query.limit }, (row) => [
      row.name,
      row.companyId,
    ]);
    return {
      companies: page.map((one) => ({ ...one, packages: [...one.packages] })),
      next,
      ...(query.search.length > MAX_SEARCH ? { cut: true } : {}),
    };
  });

  mount(app, deps, endpoints.getCompany, async ({ deskId, params, reply }) => {
    const row = await db.askDesk(deskId, (q) => companyPageRow(q, deskId, params.companyId));
    if (row === null) throw new ProblemAnswer('not-found');
    reply.header('etag', etag(row.version));
    const { regulation } = await regulations.inForce(deskId, now());
    return presentCompany(row, regulation, now());
  });
};

const writingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.createCompany, async ({ deskId, body, idempotency, request, reply }) => {
    const outcome = await createCompany(context, { deskId, facts: body, idempotency });
    if (outcome.kind !== 'done') throw problemOf(request, outcome);
    reply.header('etag', etag(outcome.version));
    return { companyId: outcome.companyId, version: outcome.version };
  });

  mount(app, deps, endpoints.changeCompany, async ({ deskId, params, body, version, request, reply }) => {
    const outcome = await changeCompany(context, {
      deskId,
      companyId: params.companyId as CompanyId,
      change: body,
      seenVersion: version,
    });
    if (outcome.kind !== 'done') throw problemOf(request, outcome);
    reply.header('etag', etag(outcome.version));
    return { companyId: outcome.companyId, version: outcome.version };
  });
};

const mergingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const done = (request: FastifyRequest, outcome: MergeOutcome) => {
    if (outcome.kind !== 'done') throw problemOf(request, outcome);
    return { companyId: outcome.companyId, version: outcome.version };
  };

  mount(
    app,
    deps,
    endpoints.mergeCompany,
    async ({ deskId, params, body, person, idempotency, request }) =>
      done(
        request,
        await mergeCompanies(context, {
          deskId,
          keptId: params.companyId as CompanyId,
          goneId: body.goneId as CompanyId,
          personId: person.personId,
          idempotency,
          clientAddress: request.ip,
          requestId: request.id,
        }),
      ),
    LONG_ANSWER_MS,
  );

  mount(
    app,
    deps,
    endpoints.unmergeCompany,
    async ({ deskId, params, person, idempotency, request }) =>
      done(
        request,
        await unmergeCompany(context, {
          deskId,
          goneId: params.companyId as CompanyId,
          personId: person.personId,
          idempotency,
          clientAddress: request.ip,
          requestId: request.id,
        }),
      ),
    LONG_ANSWER_MS,
  );
};

const importRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(
    app,
    deps,
    endpoints.importCompanies,
    async ({ deskId, query, request }) => {
      const apply = query.apply === 'yes';
      const table = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const outcome = await importCompanies(deps.context, { deskId, table, apply });
      if (outcome.kind === 'refused')
        throw problemOf(request, { kind: 'wrong', fields: [{ pointer: '', refusal: outcome.refusal }] });
      return presentImport(outcome.plan, outcome.ignored, apply);
    },
    LONG_ANSWER_MS,
  );
};

export const companyRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  readingRoutes(app, deps);
  writingRoutes(app, deps);
  mergingRoutes(app, deps);
  importRoute(app, deps);
};
