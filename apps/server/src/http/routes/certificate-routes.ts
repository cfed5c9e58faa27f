import { type CertificateView, endpoints } from '@reglament/contract';
import {
  type CertificateFacts,
  type CertificateId,
  certificateRefusalWords,
  type CompanyId,
  type Regulation,
} from '@reglament/desk';
import { addDays, endOfLocalDate, localDateOf, type Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import {
  type CertificateList,
  certificateEntries,
  certificatePageRow,
  certificatesPage,
  peopleNamedIn,
} from '../../store/queries/certificates.ts';
import { supportPeople } from '../../store/queries/support-people.ts';
import { inForceFor, worldOf } from '../../use-cases/command-certificate.ts';
import {
  issueCertificateByStaff,
  type StaffCertificateOutcome,
} from '../../use-cases/issue-certificate-by-staff.ts';
import { releaseFactsOf } from '../../use-cases/release-facts.ts';
import { staffCertificateCommand } from '../../use-cases/staff-certificate-command.ts';
import { type Call, mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import { etag, refusedProblem } from '../change-problems.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { presentCertificate, presentEntries, presentSummary } from '../present/present-certificate.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

/** Which list a view is, and how many days ahead it looks. */
const views: Readonly<Record<CertificateView, { readonly list: CertificateList; readonly days: number }>> = {
  all: { list: 'all', days: 0 },
  'expiring-30': { list: 'expiring', days: 30 },
  'expiring-60': { list: 'expiring', days: 60 },
  'expiring-90': { list: 'expiring', days: 90 },
  'over-quantity': { list: 'over-licences', days: 0 },
  loyalty: { list: 'loyalty', days: 0 },
  ended: { list: 'ended', days: 0 },
  'not-begun': { list: 'not-begun', days: 0 },
};

/** Over quantity: by what the regulation counts. */
const listOf = (view: CertificateView, { certificates }: Regulation): CertificateList =>
  view === 'over-quantity' && certificates?.covers?.quantity === 'instances'
    ? 'over-instances'
    : views[view].list;

const listRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { db, secret, now, regulations } = deps.context;
  mount(app, deps, endpoints.getCertificates, async ({ deskId, query }) => {
    const { view, search, limit, companyId = null } = query;
    const at = now();
    const { regulation } = await regulations.inForce(deskId, at);
    const { days } = views[view];
    const list = listOf(view, regulation);
    const named = `certificates ${deskId} ${view} ${companyId ?? ''} ${search}`;
    const [place, certificateId] = query.cursor === undefined ? [] : readCursor(secret, named, query.cursor);
    const rows = await db.askDesk(deskId, (q) =>
      certificatesPage(q, {
        deskId,
        list,
        now: at,
        until: endOfLocalDate(regulation.zone, addDays(localDateOf(regulation.zone, at), days)),
        search,
        companyId: companyId as CompanyId | null,
        after:
          certificateId === undefined
            ? null
            : { at: Number(place) as Instant, certificateId: String(certificateId) },
        limit: limit + 1,
      }),
    );
    const { page, next } = pageOf(rows, { secret, list: named, limit }, (row) => [
      row.place,
      row.certificate.certificateId,
    ]);
    return {
      certificates: page.map((row) => presentSummary(row, regulation, at)),
      next,
    };
  });
};

const pageRoute = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getCertificate, async ({ deskId, params, reply }) => {
    const found = await context.db.inDesk(deskId, (q) =>
      certificatePageRow(q, deskId, params.certificateId as CertificateId),
    );
    if (found === null) throw new ProblemAnswer('not-found');
    const inForce = await inForceFor(context, deskId, found.row.certificate);
    reply.header('etag', etag(found.row.version));
    const now = context.now();
    const certificateId = params.certificateId as CertificateId;
    const facts = await context.db.inDesk(deskId, (q) =>
      releaseFactsOf(q, deskId, certificateId, inForce, now),
    );
    return presentCertificate(found, worldOf(inForce, now), facts);
  });
};

type ChangingCall = Call<typeof endpoints.issueCertificate> | Call<typeof endpoints.commandCertificate>;

const stale = async (
  { context }: HttpDeps,
  call: ChangingCall,
  certificateId: CertificateId,
  version: number,
): Promise<ProblemAnswer> => {
  const { regulation } = await context.regulations.inForce(call.deskId, context.now());
  const { entries, people } = await context.db.inDesk(call.deskId, async (q) => {
    const since = await certificateEntries(q, call.deskId, certificateId, call.version);
    return { entries: since, people: await peopleNamedIn(q, call.deskId, since) };
  });
  const changes = presentEntries(entries, regulation, new Map(), people).toReversed();
  return new ProblemAnswer('stale', {
    headers: { etag: etag(version) },
    current: { version, changes: changes.map(({ at, actor, says }) => ({ at, actor, says })) },
  });
};

/** Why it was not done. */
const problemOf = async (
  deps: HttpDeps,
  call: ChangingCall,
  certificateId: CertificateId | null,
  outcome: Exclude<StaffCertificateOutcome, { readonly kind: 'done' }>,
): Promise<ProblemAnswer> => {
  switch (outcome.kind) {
    case 'not-found':
      return new ProblemAnswer('not-found');
    case 'unknown-company':
      return new ProblemAnswer('invalid-request', {
        errors: [{ pointer: '/companyId', code: outcome.kind }],
      });
    case 'stale':
      return certificateId === null
        ? new ProblemAnswer('not-found')
        : stale(deps, call, certificateId, outcome.version);
    case 'refused': {
      const { regulation } = await deps.context.regulations.inForce(call.deskId, deps.context.now());
      return refusedProblem(
        outcome.refusal,
        certificateRefusalWords(outcome.refusal, regulation.zone, languageOf(call.request)),
      );
    }
  }
};

const changingRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  mount(app, deps, endpoints.getNameable, async ({ deskId }) => ({
    people: await context.db.askDesk(deskId, async (q) => [...(await supportPeople(q, deskId))]),
  }));

  mount(app, deps, endpoints.issueCertificate, async (call) => {
    const { deskId, body, person, idempotency, reply } = call;
    const { companyId, people, ...draft } = body;
    const outcome = await issueCertificateByStaff(context, {
      deskId,
      companyId: companyId as CompanyId,
      personId: person.personId,
      draft: { ...draft, people: people as CertificateFacts['people'] },
      idempotency,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, null, outcome);
    reply.header('etag', etag(outcome.answer.version));
    return outcome.answer;
  });

  mount(app, deps, endpoints.commandCertificate, async (call) => {
    const { deskId, body, person, params, version, idempotency, reply } = call;
    const certificateId = params.certificateId as CertificateId;
    const outcome = await staffCertificateCommand(context, {
      deskId,
      certificateId,
      personId: person.personId,
      body,
      seenVersion: version,
      idempotency,
    });
    if (outcome.kind !== 'done') throw await problemOf(deps, call, certificateId, outcome);
    reply.header('etag', etag(outcome.answer.version));
    return outcome.answer;
  });
};

export const certificateRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  listRoute(app, deps);
  pageRoute(app, deps);
  changingRoutes(app, deps);
};
