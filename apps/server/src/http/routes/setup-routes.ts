import { endpoints } from '@reglament/contract';
import { parseRegulation, type PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PersonRefused } from '../../identity/identity.ts';
import { isNewPassword } from '../../identity/typed-credentials.ts';
import { calendarEditions, calendarsOf } from '../../store/queries/production-calendars.ts';
import {
  checkFirstText,
  type Enrol,
  type FirstSetUp,
  setupIsOpen,
  setUpFirst,
} from '../../use-cases/set-up-first.ts';
import { clientOf } from '../client-of-request.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { createNetworkLimit } from '../network-limit.ts';
import { blockedText, presentFinding } from '../present/present-finding.ts';
import { presentSession } from '../present/present-session.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';

const takenWords = {
  ru: 'Уже занято другой службой',
  en: 'Another desk has it already',
} as const;

/** The regulations that come with the product, by what they are for. */
const shippedOf = async (deps: HttpDeps) => {
  const calendars = calendarsOf(await deps.context.db.everyDesk(calendarEditions));
  return (await deps.shipped()).flatMap(({ slug, source }) => {
    const parsed = parseRegulation(source, calendars);
    return parsed.ok
      ? [{ slug, source, name: parsed.regulation.name, product: parsed.regulation.product }]
      : [];
  });
};

/** People as the identity keeps them. */
const enrolIn =
  ({ identity }: HttpDeps): Enrol =>
  async (known, { email, name, password }) => {
    try {
      if (known === null) return (await identity.createPerson({ email, name, password })) as PersonId;
      await identity.setPassword(known, password, null);
      return known as PersonId;
    } catch (error) {
      if (error instanceof PersonRefused) return null;
      throw error;
    }
  };

/** What becomes of an attempt that made nothing. */
const problemOf = (
  request: FastifyRequest,
  outcome: Exclude<FirstSetUp, { readonly kind: 'done' }>,
): ProblemAnswer => {
  switch (outcome.kind) {
    case 'over':
      return new ProblemAnswer('link-over');
    case 'blocked':
      return blockedText(request, '/regulation/source', outcome.findings);
    case 'wrong': {
      const { pointer, code } = outcome;
      const detail = code === 'taken' ? { detail: takenWords[languageOf(request)] } : {};
      return new ProblemAnswer('invalid-request', { errors: [{ pointer, code, ...detail }] });
    }
  }
};

type Entering = (request: FastifyRequest, token: string) => Promise<void>;

/** Makes the first administrator, desk and regulation. */
const firstDeskRoute = (app: FastifyInstance, deps: HttpDeps, entering: Entering): void => {
  const { context } = deps;
  mount(
    app,
    deps,
    endpoints.setUpFirst,
    async ({ body, request, reply }) => {
      const { token, person, desk, regulation } = body;
      await entering(request, token);
      if (!isNewPassword(person.password))
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/person/password', code: 'invalid-text' }],
        });
      const source =
        regulation.kind === 'own'
          ? regulation.source
          : (await deps.shipped()).find(({ slug }) => slug === regulation.slug)?.source;
      if (source === undefined)
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/regulation/slug', code: 'unknown' }],
        });
      const done = await setUpFirst(context, enrolIn(deps), {
        ...{ token, source, slug: desk.slug, address: desk.address, deskName: desk.name },
        ...{ email: person.email, name: person.name, password: person.password },
        clientAddress: request.ip,
        requestId: request.id,
      });
      if (done.kind !== 'done') throw problemOf(request, done);
      await deps.mail.refresh();
      const started = await deps.identity.startSession(done.personId, clientOf(request), null);
      if (started === null) throw new Error('the first administrator can’t sign in');
      reply.header('set-cookie', [...started.cookie]);
      return presentSession(deps, started.person);
    },
    LONG_ANSWER_MS,
  );
};

/** An installation without any desk: whoever holds the printed address leads it to its first one. */
export const setupRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const trying = createNetworkLimit('try');

  /** Whoever has no address that leads in is told so, and slowed down. */
  const entering = async (request: FastifyRequest, token: string): Promise<void> => {
    const attempt = trying(request);
    if (!(await setupIsOpen(context, token))) throw new ProblemAnswer('link-over');
    attempt.undone();
  };

  mount(app, deps, endpoints.lookAtSetup, async ({ body, request }) => {
    await entering(request, body.token);
    const shipped = await shippedOf(deps);
    return { regulations: shipped.map(({ slug, name, product }) => ({ slug, name, product })) };
  });

  mount(
    app,
    deps,
    endpoints.checkFirstText,
    async ({ body, request }) => {
      await entering(request, body.token);
      const { regulation, findings } = await checkFirstText(context, body.source);
      return {
        findings: findings.map(presentFinding),
        regulation:
          regulation === null
            ? null
            : { name: regulation.name, product: regulation.product, edition: regulation.edition.label },
      };
    },
    LONG_ANSWER_MS,
  );
  firstDeskRoute(app, deps, entering);
};
