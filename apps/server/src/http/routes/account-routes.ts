import { type AccountPage, endpoints, type Session } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Proven, Tried } from '../../identity/account.ts';
import type { SignedIn, StartedSession } from '../../identity/identity.ts';
import { isNewPassword, parseName } from '../../identity/typed-credentials.ts';
import { recordAudit } from '../../use-cases/record-audit.ts';
import { mayAuditStranger } from '../audit-gate.ts';
import { clientOf } from '../client-of-request.ts';
import { mount } from '../contract-route.ts';
import { membershipsOfSession } from '../good-at.ts';
import type { HttpDeps } from '../http-deps.ts';
import { limitHeaders } from '../limit-headers.ts';
import { createNetworkLimit } from '../network-limit.ts';
import { presentSession } from '../present/present-session.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso } from '../present/iso.ts';

const last = {
  ru: 'Это ваше единственное второе подтверждение входа, а сотрудникам без него нельзя. Сначала добавьте другое.',
  en: 'This is your only second factor, and staff can’t do without one. Add another one first.',
};
const taken = {
  ru: 'Приложение уже подключено. Чтобы сменить его, сначала отключите прежнее.',
  en: 'An authenticator app is set up already. To change it, remove the present one first.',
};

const byLetter = {
  ru: 'Этот вход начат ссылкой из письма. Сначала войдите с паролем: со ссылкой в почте ни второе подтверждение, ни ключи не меняют.',
  en: 'This session was begun by a link from a letter. Sign in with your password first: a link does not change a second factor or passkeys.',
};

const otherDesks = {
  ru: 'Этот вход начат ссылкой из письма службы, для которой ваш пароль не действует. Чтобы сменить имя или язык, войдите с паролем.',
  en: 'This session was begun by a link from a desk for which your password does not stand. Sign in with your password to change your name or language.',
};

const badField = (pointer: string): ProblemAnswer =>
  new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'invalid-text' }] });

/** What somebody may not do is kept: codes are tried by whoever stole a password. */
const auditWrong = (
  deps: HttpDeps,
  request: FastifyRequest,
  person: SignedIn | null,
  outcome: string,
): Promise<void> =>
  recordAudit(deps.context, {
    action: 'sign-in',
    outcome,
    personId: (person?.personId as PersonId | undefined) ?? null,
    target: request.url.split('?', 1)[0] ?? '',
    clientAddress: request.ip,
    requestId: request.id,
  });

/** Settles what was tried: throws what is to be answered to a wrong code. */
const createSettle =
  (deps: HttpDeps) =>
  async (request: FastifyRequest, person: SignedIn | null, tried: Tried | Proven): Promise<void> => {
    if (tried.ok) return;
    if (person !== null || mayAuditStranger(request.ip)) await auditWrong(deps, request, person, tried.code);
    throw new ProblemAnswer(
      tried.code,
      tried.code === 'rate-limited' ? { headers: limitHeaders(tried.retryAfterSeconds) } : {},
    );
  };

/** Refuses a session that only a letter began to change what its person proves themselves with. */
const createOwnHand =
  ({ identity }: HttpDeps) =>
  async (request: FastifyRequest, person: SignedIn): Promise<void> => {
    if (!(await identity.account.mayChangeFactors(person)))
      throw new ProblemAnswer('state', { detail: byLetter[languageOf(request)] });
  };

/** Refuses a session that only a letter began to say what somebody is called whose password stands for other desks. */
const checkOwnName = async (
  { identity }: HttpDeps,
  request: FastifyRequest,
  person: SignedIn,
): Promise<void> => {
  if (!(await identity.account.mayDescribe(person)))
    throw new ProblemAnswer('state', { detail: otherDesks[languageOf(request)] });
};

/** One's own account: name, password, second factor, passkeys, sessions. */
export const accountRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { account } = deps.identity;
  const settle = createSettle(deps);

  const begun = (reply: FastifyReply, started: StartedSession): Promise<Session> => {
    reply.header('set-cookie', [...started.cookie]);
    return presentSession(deps, started.person);
  };
  const needsFactor = async (person: SignedIn): Promise<boolean> =>
    deps.requiresSecondFactor === true && (await membershipsOfSession(deps, person)).length > 0;

  /** Refuses to take the last second factor of somebody who needs one. */
  const keepOne = async (request: FastifyRequest, person: SignedIn): Promise<void> => {
    const { hasTotp, passkeys } = await account.state(person);
    if (passkeys.length + (hasTotp ? 1 : 0) <= 1 && (await needsFactor(person)))
      throw new ProblemAnswer('state', { detail: last[languageOf(request)] });
  };

  mount(app, deps, endpoints.getAccount, async ({ person }): Promise<AccountPage> => {
    const { passkeys, sessions, ...rest } = await account.state(person);
    return {
      ...rest,
      name: person.name,
      email: person.email,
      language: person.language,
      canHavePasskeys: account.canHavePasskeys,
      needsSecondFactor: await needsFactor(person),
      passkeys: passkeys.map(({ createdAt, usedAt, ...key }) => ({
        ...key,
        createdAt: iso(createdAt),
        usedAt: usedAt === null ? null : iso(usedAt),
      })),
      sessions: sessions.map(({ startedAt, usedAt, ...one }) => ({
        ...one,
        isThis: one.sessionId === person.sessionId,
        startedAt: iso(startedAt),
        usedAt: iso(usedAt),
      })),
    };
  });
  mount(app, deps, endpoints.changeAccount, async ({ person, body, request }) => {
    const name = parseName(body.name);
    if (name === null) throw badField('/name');
    await checkOwnName(deps, request, person);
    const said = { name, language: body.language };
    await account.describe(person.personId, said);
    return presentSession(deps, { ...person, ...said });
  });
  mount(app, deps, endpoints.changePassword, async ({ person, body, request, reply }) => {
    if (!isNewPassword(body.next)) throw badField('/next');
    const changed = await account.changePassword(person, body, clientOf(request));
    if (!changed.ok && changed.code === 'wrong-code') {
      await auditWrong(deps, request, person, 'wrong-credentials');
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/current', code: 'wrong' }] });
    }
    if (!changed.ok) return settle(request, person, changed).then(() => presentSession(deps, person));
    return begun(reply, changed);
  });
  mount(app, deps, endpoints.endSession, async ({ person, params }) => {
    if (!(await account.endSession(person, params.sessionId))) throw new ProblemAnswer('not-found');
    return null;
  });
  mount(app, deps, endpoints.endOtherSessions, async ({ person }) => {
    await account.endOtherSessions(person);
    return null;
  });
  const parts = { settle, begun, keepOne, ownHand: createOwnHand(deps) };
  factorRoutes(app, deps, parts);
  passkeyRoutes(app, deps, parts);
};

interface Parts {
  readonly settle: ReturnType<typeof createSettle>;
  readonly begun: (reply: FastifyReply, started: StartedSession) => Promise<Session>;
  readonly keepOne: (request: FastifyRequest, person: SignedIn) => Promise<void>;
  readonly ownHand: ReturnType<typeof createOwnHand>;
}

const factorRoutes = (
  app: FastifyInstance,
  deps: HttpDeps,
  { settle, begun, keepOne, ownHand }: Parts,
): void => {
  const { account } = deps.identity;
  mount(app, deps, endpoints.offerTotp, async ({ person, request }) => {
    await ownHand(request, person);
    const offered = await account.offerTotp(person);
    if (offered === null) throw new ProblemAnswer('state', { detail: taken[languageOf(request)] });
    return offered;
  });
  mount(app, deps, endpoints.confirmTotp, async ({ person, body, request, reply }) => {
    await ownHand(request, person);
    const proven = await account.confirmTotp(person, body.code, clientOf(request));
    await settle(request, person, proven);
    if (!proven.ok) throw new ProblemAnswer('wrong-code');
    return { session: await begun(reply, proven), recoveryCodes: [...(proven.recoveryCodes ?? [])] };
  });
  mount(app, deps, endpoints.removeTotp, async ({ person, body, request }) => {
    await ownHand(request, person);
    await keepOne(request, person);
    await settle(request, person, await account.removeTotp(person, body.code, clientOf(request)));
    return null;
  });
  mount(app, deps, endpoints.renewRecoveryCodes, async ({ person, body, request }) => {
    await ownHand(request, person);
    const renewed = await account.renewRecoveryCodes(person, body.code, clientOf(request));
    await settle(request, person, renewed);
    return { recoveryCodes: [...(renewed.recoveryCodes ?? [])] };
  });
  mount(app, deps, endpoints.giveSecondFactor, async ({ person, body, request, reply }) => {
    const proven = await account.proveByCode(person, body.code, clientOf(request));
    await settle(request, person, proven);
    if (!proven.ok) throw new ProblemAnswer('wrong-code');
    return begun(reply, proven);
  });
};

const passkeyRoutes = (
  app: FastifyInstance,
  deps: HttpDeps,
  { settle, begun, keepOne, ownHand }: Parts,
): void => {
  const { account } = deps.identity;
  mount(app, deps, endpoints.offerPasskey, async ({ person, request }) => {
    await ownHand(request, person);
    const { challengeId, options } = await account.offerPasskey(person);
    return { challengeId, options: { ...(options as object) } };
  });
  mount(app, deps, endpoints.addPasskey, async ({ person, body, request, reply }) => {
    await ownHand(request, person);
    const { challengeId, name } = body;
    const response = body.response as unknown as RegistrationResponseJSON;
    const added = await account.addPasskey(
      person,
      { challengeId, name: name.trim(), response },
      clientOf(request),
    );
    await settle(request, person, added);
    if (!added.ok) throw new ProblemAnswer('wrong-code');
    return begun(reply, added);
  });
  mount(app, deps, endpoints.removePasskey, async ({ person, params, request }) => {
    await ownHand(request, person);
    await keepOne(request, person);
    if (!(await account.removePasskey(person.personId, params.passkeyId)))
      throw new ProblemAnswer('not-found');
    return null;
  });
  const asking = createNetworkLimit(deps.context.db.plain, 'ask-passkey');
  mount(app, deps, endpoints.askPasskey, async ({ request }) => {
    await asking(request);
    const { challengeId, options } = await account.askPasskey();
    return { challengeId, options: { ...(options as object) } };
  });
  mount(app, deps, endpoints.signInByPasskey, async ({ body, request, reply }) => {
    const response = body.response as unknown as AuthenticationResponseJSON;
    const proven = await account.signInByPasskey(
      { challengeId: body.challengeId, response },
      clientOf(request),
      await deps.identity.whoIs(request.headers.cookie),
    );
    await settle(request, null, proven);
    if (!proven.ok) throw new ProblemAnswer('wrong-code');
    return begun(reply, proven);
  });
};
