import { type BodyOf, endpoints } from '@reglament/contract';
import { parseRegulation, type PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PersonRefused, type SignedIn } from '../../identity/identity.ts';
import { isNewPassword, parseName } from '../../identity/typed-credentials.ts';
import { calendarEditions, calendarsOf } from '../../store/queries/production-calendars.ts';
import {
  checkFirstText,
  type Enrolment,
  type FirstSetup,
  type FirstSetUp,
  setUpFirst,
  type SetupKind,
  setupOf,
} from '../../use-cases/set-up-first.ts';
import { clientOf } from '../client-of-request.ts';
import { LONG_ANSWER_MS, mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { createNetworkLimit } from '../network-limit.ts';
import { blockedText, presentFinding } from '../present/present-finding.ts';
import { presentSession } from '../present/present-session.ts';
import { regulationPromises } from '../present/regulation-promises.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { lacksFactor } from '../second-factor.ts';

const words = {
  slug: { ru: 'Это имя в адресах уже занято другой службой', en: 'Another desk has this name in addresses' },
  address: { ru: 'По этому адресу уже пишут другой службе', en: 'Another desk goes by this mail address' },
  known: {
    ru: 'У этого адреса уже есть учётная запись. Войдите и откройте эту страницу снова',
    en: 'This address has an account. Sign in and open this page again',
  },
  narrow: {
    ru: 'Ваш вход действует только в некоторых службах: он начат или подтверждён по их письму. Назовите другой адрес почты',
    en: 'You are signed in for some desks only, by a letter of theirs. Give another e-mail',
  },
} as const;

/** The regulations that come with the product, by what they are for. */
const shippedOf = async (deps: HttpDeps) => {
  const calendars = calendarsOf(await deps.context.db.everyDesk(calendarEditions));
  return (await deps.shipped()).flatMap(({ slug, source }) => {
    const parsed = parseRegulation(source, calendars);
    return parsed.ok ? [{ slug, source, regulation: parsed.regulation }] : [];
  });
};

/** People as the identity keeps them. */
const enrolmentIn = ({ identity }: HttpDeps): Enrolment => ({
  enrol: async (known, { email, name, password }) => {
    try {
      if (known === null) return (await identity.createPerson({ email, name, password })) as PersonId;
      await identity.setPassword(known, password, null);
      return known as PersonId;
    } catch (error) {
      if (error instanceof PersonRefused) return null;
      throw error;
    }
  },
  setPassword: identity.setPasswordIn,
});

const wrong = (pointer: string, code: string, detail: string | null): ProblemAnswer =>
  new ProblemAnswer('invalid-request', {
    errors: [{ pointer, code, ...(detail === null ? {} : { detail }) }],
  });

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
      const said = code === 'known' ? words.known : pointer === '/desk/slug' ? words.slug : words.address;
      return wrong(pointer, code, code === 'invalid-text' ? null : said[languageOf(request)]);
    }
  }
};

type Typed = BodyOf<typeof endpoints.setUpFirst>['person'];

/**
 * Whose desk it is to be. What lets somebody in at the desks of some letters only may have been set by whoever reads those: it
 * makes no desk.
 */
const personOf = (request: FastifyRequest, typed: Typed, by: SignedIn | null): FirstSetup['person'] => {
  if (typed !== null) {
    const name = parseName(typed.name);
    if (name === null) throw wrong('/person/name', 'invalid-text', null);
    if (!isNewPassword(typed.password)) throw wrong('/person/password', 'invalid-text', null);
    return { email: typed.email.toLowerCase(), name, password: typed.password };
  }
  if (by === null) throw new ProblemAnswer('not-signed-in');
  if (by.goodAt !== null) throw wrong('/person', 'narrow', words.narrow[languageOf(request)]);
  return { personId: by.personId as PersonId };
};

type Entering = (request: FastifyRequest, token: string) => Promise<SetupKind>;

/** Makes a desk, its administrator and regulation. */
const firstDeskRoute = (app: FastifyInstance, deps: HttpDeps, entering: Entering): void => {
  const { context } = deps;
  mount(
    app,
    deps,
    endpoints.setUpFirst,
    async ({ body, request, reply }) => {
      const { token, desk, regulation } = body;
      await entering(request, token);
      const by = body.person === null ? await deps.identity.whoIs(request.headers.cookie) : null;
      if (by !== null && lacksFactor(deps, by, 'customer')) throw new ProblemAnswer('second-factor-required');
      const person = personOf(request, body.person, by);
      const source =
        regulation.kind === 'own'
          ? regulation.source
          : (await deps.shipped()).find(({ slug }) => slug === regulation.slug)?.source;
      if (source === undefined)
        throw new ProblemAnswer('invalid-request', {
          errors: [{ pointer: '/regulation/slug', code: 'unknown' }],
        });
      const deskName = { ru: desk.name.ru.trim(), en: desk.name.en.trim() };
      const done = await setUpFirst(context, enrolmentIn(deps), {
        ...{ token, person, source, slug: desk.slug, address: desk.address.toLowerCase(), deskName },
        clientAddress: request.ip,
        requestId: request.id,
      });
      if (done.kind !== 'done') throw problemOf(request, done);
      await deps.mail.refresh();
      if (by !== null) return presentSession(deps, by);
      const started = await deps.identity.startSession(done.personId, clientOf(request), null);
      if (started === null) throw new Error('the administrator of a new desk can’t sign in');
      reply.header('set-cookie', [...started.cookie]);
      return presentSession(deps, started.person);
    },
    LONG_ANSWER_MS,
  );
};

/** Whoever holds the printed address makes the installation’s first desk, or another one. */
export const setupRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const trying = createNetworkLimit(deps.context.db.plain, 'try-setup');

  /** Whoever has no address that leads in is told so, and slowed down. */
  const entering = async (request: FastifyRequest, token: string): Promise<SetupKind> => {
    const attempt = await trying(request);
    const kind = await setupOf(context, token);
    if (kind === null) throw new ProblemAnswer('link-over');
    attempt.undone();
    return kind;
  };

  mount(app, deps, endpoints.lookAtSetup, async ({ body, request }) => {
    const kind = await entering(request, body.token);
    const shipped = await shippedOf(deps);
    return {
      adds: kind === 'another',
      regulations: shipped.map(({ slug, regulation }) => ({
        slug,
        name: regulation.name,
        product: regulation.product,
        promises: [...regulationPromises(regulation)],
      })),
    };
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
