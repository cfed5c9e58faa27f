import { endpoints, type Session } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../identity/identity.ts';
import { isNewPassword, parseEmail } from '../../identity/typed-credentials.ts';
import { evenly } from '../../pages/support/even-answer.ts';
import { membershipsOf } from '../../store/queries/desks.ts';
import { findWayIn } from '../../store/queries/ways-in.ts';
import { wayInTokenHash } from '../../tokens/way-in-token.ts';
import { acceptInvitation } from '../../use-cases/accept-invitation.ts';
import { type AskWayIn, askWayIn, LINK_MINUTES } from '../../use-cases/ask-way-in.ts';
import { recordAudit } from '../../use-cases/record-audit.ts';
import { useLink } from '../../use-cases/use-link.ts';
import { useReset } from '../../use-cases/use-reset.ts';
import { mayAuditStranger } from '../audit-gate.ts';
import { clientOf } from '../client-of-request.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { createNetworkLimit } from '../network-limit.ts';
import { presentSession } from '../present/present-session.ts';
import { presentWayIn } from '../present/present-way-in.ts';
import { lacksFactor } from '../second-factor.ts';
import { ProblemAnswer } from '../problem-reply.ts';

/** Letters that can't be kept in one form only are no password. */
const checkPassword = (password: string): void => {
  if (!isNewPassword(password))
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/password', code: 'invalid-text' }] });
};

/** What is kept of a link that opened nothing. */
const auditOver = (deps: HttpDeps, request: FastifyRequest): Promise<void> =>
  recordAudit(deps.context, {
    action: 'sign-in',
    outcome: 'link-over',
    personId: null,
    target: '***',
    clientAddress: request.ip,
    requestId: request.id,
  });

/** What is asked for is answered alike for everybody. */
const askRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const asking = createNetworkLimit(deps.context.db.plain, 'ask-letter');
  const ask = async (
    request: FastifyRequest,
    typed: Omit<AskWayIn, 'email'> & { readonly email: string },
  ): Promise<{ minutes: number; demo: boolean }> => {
    await asking(request);
    const email = parseEmail(typed.email);
    await evenly(async () => {
      if (email !== null) await askWayIn(deps.context, deps.mail.mailer.sends, { ...typed, email });
    });
    deps.wakeOutbox();
    return { minutes: LINK_MINUTES, demo: deps.isDemo === true };
  };
  mount(app, deps, endpoints.askSignInLink, ({ body, request }) =>
    ask(request, { kind: 'link', email: body.email, slug: body.desk ?? null, language: body.language }),
  );
  mount(app, deps, endpoints.askPasswordReset, ({ body, request }) =>
    ask(request, { kind: 'reset', email: body.email, slug: body.desk ?? null, language: body.language }),
  );
};

/** The session of somebody who took an invitation while signed in, with the desk that they have now. */
const joined = (deps: HttpDeps, person: SignedIn, deskId: DeskId): Promise<Session> => {
  const { goodAt } = person;
  const memberships = (personId: PersonId) => deps.context.db.everyDesk((q) => membershipsOf(q, personId));
  return presentSession(
    { ...deps, memberships },
    { ...person, goodAt: goodAt === null || goodAt.includes(deskId) ? goodAt : [...goodAt, deskId] },
  );
};

/** Ways in by mail: asked for by anybody, opened by whoever has the link. */
export const wayInRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const trying = createNetworkLimit(deps.context.db.plain, 'try-link');
  askRoutes(app, deps);
  mount(app, deps, endpoints.lookAtWayIn, async ({ body, request }) => {
    const attempt = await trying(request);
    const wayIn = await context.db.everyDesk((q) => findWayIn(q, wayInTokenHash(body.token), context.now()));
    if (wayIn === null) throw new ProblemAnswer('link-over');
    attempt.undone();
    return presentWayIn(deps, wayIn);
  });

  /** The session of whoever `use` lets in. */
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    use: () => Promise<{ readonly personId: PersonId; readonly letterOf: DeskId | null } | null>,
  ): Promise<Session> => {
    const attempt = await trying(request);
    const came = await use();
    const started =
      came === null
        ? null
        : await deps.identity.startSession(came.personId, clientOf(request), came.letterOf);
    if (started === null) {
      if (mayAuditStranger(request.ip)) await auditOver(deps, request);
      throw new ProblemAnswer('link-over');
    }
    attempt.undone();
    reply.header('set-cookie', [...started.cookie]);
    return presentSession(deps, started.person);
  };
  mount(app, deps, endpoints.signInByLink, ({ body, request, reply }) =>
    enter(request, reply, async () => {
      const came = await useLink(context, body.token);
      return came === null ? null : { personId: came.personId, letterOf: came.deskId };
    }),
  );
  mount(app, deps, endpoints.resetPassword, ({ body, request, reply }) => {
    checkPassword(body.password);
    return enter(request, reply, async () => {
      const personId = await useReset(context, deps.identity.setPasswordIn, body);
      deps.identity.forgetRecent();
      return personId === null ? null : { personId, letterOf: null };
    });
  });
  mount(app, deps, endpoints.acceptInvitation, async ({ body, request, reply }) => {
    const { token, name = '', password = null } = body;
    if (password !== null) checkPassword(password);
    const by = await deps.identity.whoIs(request.headers.cookie);
    if (by !== null && lacksFactor(deps, by, 'customer')) throw new ProblemAnswer('second-factor-required');
    const accepted = await acceptInvitation(context, deps.identity.setPasswordIn, by, {
      token,
      name: name.trim(),
      password,
    });
    if (accepted.kind === 'incomplete')
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/password', code: 'required' }] });
    if (accepted.kind === 'sign-in') throw new ProblemAnswer('not-signed-in');
    if (accepted.kind === 'unproven') throw new ProblemAnswer('mailbox-unproven');
    if (accepted.kind === 'known' && by !== null) return { session: await joined(deps, by, accepted.deskId) };
    const came = accepted.kind === 'new' ? { personId: accepted.personId, letterOf: null } : null;
    return { session: await enter(request, reply, () => Promise.resolve(came)) };
  });
};
