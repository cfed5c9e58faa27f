import { endpoints } from '@reglament/contract';
import {
  type CertificateId,
  certificateNewsWords,
  certificateRefusalWords,
  type CompanyId,
  companyRefusalWords,
  complianceOf,
  complianceWords,
  foldKey,
  type InstanceFault,
  instanceRefusalWords,
  licencesFor,
} from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { certificateUse } from '../../store/queries/certificate-use.ts';
import { catalogueOf, companyOwns } from '../../store/queries/instance-world.ts';
import {
  companyInstances,
  companyLicences,
  instancesByKey,
  lapsedLicences,
} from '../../store/queries/instances.ts';
import { inForceFor } from '../../use-cases/command-certificate.ts';
import { changeInstance, createInstance, type InstanceOutcome } from '../../use-cases/keep-instance.ts';
import { importInstances } from '../../use-cases/import-instances.ts';
import { changeLicence, createLicence, type LicenceOutcome } from '../../use-cases/keep-licence.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { etag, refusedProblem, staleProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import {
  licenceState,
  presentChoices,
  presentInstance,
  presentLicence,
} from '../present/present-instance.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const staleWords = {
  ru: 'Запись уже изменили. Посмотрите, что стало, и повторите.',
  en: 'The record has changed meanwhile. Look at what it is now, and try again.',
} as const;

/** Names of fields as the contract has them. */
const wireNames: Readonly<Record<string, string>> = { version: 'productVersion' };

const wrong = (request: FastifyRequest, faults: readonly InstanceFault[]): ProblemAnswer =>
  new ProblemAnswer('invalid-request', {
    errors: faults.map(({ field, refusal }) => ({
      pointer: field === '' ? '' : `/${wireNames[field] ?? field}`,
      code: refusal.code,
      detail: instanceRefusalWords(refusal)[languageOf(request)],
    })),
  });

type Refused = Exclude<InstanceOutcome | LicenceOutcome, { readonly kind: 'done' }>;

/** Why it was not done. */
const problemOf = async (
  { context }: HttpDeps,
  {
    request,
    deskId,
  }: { readonly request: FastifyRequest; readonly deskId: Parameters<typeof context.regulations.inForce>[0] },
  outcome: Refused,
): Promise<ProblemAnswer> => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'stale':
      return staleProblem(request, outcome.version, staleWords);
    case 'merged':
      return new ProblemAnswer('state', {
        refusal: outcome.refusal.code,
        detail: companyRefusalWords(outcome.refusal)[languageOf(request)],
      });
    case 'wrong':
      return wrong(request, outcome.faults);
    case 'refused': {
      const { regulation } = await context.regulations.inForce(deskId, context.now());
      return refusedProblem(
        outcome.refusal,
        certificateRefusalWords(outcome.refusal, regulation.zone, languageOf(request)),
      );
    }
  }
};

const listRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret, regulations, now } = deps.context;

  mount(app, deps, endpoints.getInstances, async ({ deskId, query }) => {
    const prefix = foldKey(query.search);
    const named = `instances ${deskId} ${prefix}`;
    const [foldedKey, instanceId] = query.cursor === undefined ? [] : readCursor(secret, named, query.cursor);
    const after =
      instanceId === undefined ? null : { foldedKey: String(foldedKey), instanceId: String(instanceId) };
    const { regulation } = await regulations.inForce(deskId, now());
    const rows = await db.askDesk(deskId, (q) =>
      instancesByKey(q, deskId, { prefix, after, limit: query.limit + 1 }),
    );
    const { page, next } = pageOf(rows, { secret, list: named, limit: query.limit }, (row) => [
      row.foldedKey ?? '',
      row.instanceId,
    ]);
    return {
      instances: page.map((row) => ({ ...presentInstance(row, regulation), company: row.company })),
      next,
    };
  });

  mount(app, deps, endpoints.getLicences, async ({ deskId, query }) => {
    const named = `licences ${deskId}`;
    const [until, licenceId] = query.cursor === undefined ? [] : readCursor(secret, named, query.cursor);
    const after = licenceId === undefined ? null : { until: String(until), licenceId: String(licenceId) };
    const { regulation } = await regulations.inForce(deskId, now());
    const today = localDateOf(regulation.zone, now());
    const rows = await db.askDesk(deskId, (q) =>
      lapsedLicences(q, deskId, { today, after, limit: query.limit + 1 }),
    );
    const { page, next } = pageOf(rows, { secret, list: named, limit: query.limit }, (row) => [
      row.facts.until ?? '',
      row.licenceId,
    ]);
    return {
      licences: page.map((row) => ({ ...presentLicence(row, today), company: row.company })),
      next,
    };
  });
};

const companyRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret, regulations, now } = deps.context;
  mount(app, deps, endpoints.getCompanyInstances, async ({ deskId, params, query }) => {
    const companyId = params.companyId as CompanyId;
    const named = `company-instances ${deskId} ${companyId}`;
    const [after] = query.cursor === undefined ? [] : readCursor(secret, named, query.cursor);
    const { regulation } = await regulations.inForce(deskId, now());
    return db.inDesk(deskId, async (q) => {
      // Asked together: four answers cost one way to the database and back.
      const [owned, rows, licences, catalogue] = await Promise.all([
        companyOwns(q, deskId, companyId),
        companyInstances(q, deskId, companyId, {
          after: after === undefined ? null : String(after),
          limit: query.limit + 1,
        }),
        companyLicences(q, deskId, companyId),
        catalogueOf(q, deskId),
      ]);
      if (owned === null) throw new ProblemAnswer('not-found');
      const { page, next } = pageOf(rows, { secret, list: named, limit: query.limit }, (row) => [
        row.instanceId,
      ]);
      const today = localDateOf(regulation.zone, now());
      return {
        instances: page.map((row) => presentInstance(row, regulation)),
        next,
        licences: licences.map((row) => presentLicence(row, today)),
        choices: presentChoices(catalogue, owned.certificates, regulation, now()),
      };
    });
  });
};

const instanceWrites = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.createInstance, async (call) => {
    const { deskId, params, body, person, idempotency, reply } = call;
    const outcome = await createInstance(context, {
      deskId,
      companyId: params.companyId as CompanyId,
      personId: person.personId,
      typed: body,
      present: (news) => news.map(certificateNewsWords),
      idempotency,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, outcome);
    reply.header('etag', etag(outcome.version));
    const { instanceId, version, news } = outcome;
    return { instanceId, version, told: news.map(certificateNewsWords) };
  });

  mount(app, deps, endpoints.changeInstance, async (call) => {
    const { deskId, params, body, person, version: seenVersion, reply } = call;
    const outcome = await changeInstance(context, {
      deskId,
      companyId: params.companyId as CompanyId,
      personId: person.personId,
      instanceId: params.instanceId,
      change: body,
      seenVersion,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, outcome);
    reply.header('etag', etag(outcome.version));
    const { instanceId, version, news } = outcome;
    return { instanceId, version, told: news.map(certificateNewsWords) };
  });
};

const licenceWrites = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.createLicence, async (call) => {
    const { deskId, params, body, idempotency, reply } = call;
    const companyId = params.companyId as CompanyId;
    const outcome = await createLicence(context, { deskId, companyId, typed: body, idempotency });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, outcome);
    reply.header('etag', etag(outcome.version));
    return { licenceId: outcome.licenceId, version: outcome.version };
  });

  mount(app, deps, endpoints.changeLicence, async (call) => {
    const { deskId, params, body, version: seenVersion, reply } = call;
    const outcome = await changeLicence(context, {
      deskId,
      companyId: params.companyId as CompanyId,
      licenceId: params.licenceId,
      change: body,
      seenVersion,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, outcome);
    reply.header('etag', etag(outcome.version));
    return { licenceId: outcome.licenceId, version: outcome.version };
  });
};

const importRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(
    app,
    deps,
    endpoints.importInstances,
    async ({ deskId, query, person, request }) => {
      const apply = query.apply === 'yes';
      const table = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { personId } = person;
      const outcome = await importInstances(deps.context, { deskId, personId, table, apply });
      if (outcome.kind === 'refused') throw wrong(request, [{ field: '', refusal: outcome.refusal }]);
      const count = (of: (typeof outcome.rows)[number]['outcome']): number =>
        outcome.rows.filter((row) => row.outcome === of).length;
      return {
        applied: apply,
        ignored: [...outcome.ignored],
        counts: {
          created: count('created'),
          changed: count('changed'),
          same: count('same'),
          wrong: count('wrong'),
        },
        rows: outcome.rows.map((row) => ({ ...row, says: [...row.says] })),
      };
    },
    LONG_ANSWER_MS,
  );
};

const complianceRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getCompliance, async ({ deskId, params }) => {
    const used = await context.db.askDesk(deskId, (q) =>
      certificateUse(q, deskId, params.certificateId as CertificateId),
    );
    if (used === null) throw new ProblemAnswer('not-found');
    const { regulation } = await inForceFor(context, deskId, used.certificate);
    const today = localDateOf(regulation.zone, context.now());
    const { checkOpenedAt = null } = used.certificate;
    return {
      findings: complianceOf(used, regulation, today).map((finding) => ({
        says: complianceWords(finding, regulation),
        clause: finding.clause,
      })),
      licences: licencesFor(used, regulation).map((one) => ({
        ...one,
        products: one.products === null ? null : [...one.products],
        state: licenceState(one, today),
      })),
      isForeseen: regulation.certificates?.covers?.complianceCheck === 'allowed',
      checkOpenedAt: checkOpenedAt === null ? null : new Date(checkOpenedAt).toISOString(),
    };
  });
};

export const instanceRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  listRoutes(app, deps);
  companyRoute(app, deps);
  complianceRoute(app, deps);
  importRoute(app, deps);
  instanceWrites(app, deps);
  licenceWrites(app, deps);
};
