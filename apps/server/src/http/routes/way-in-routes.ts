import { endpoints, type Session } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isNewPassword, parseEmail } from '../../identity/typed-credentials.ts';
import { evenly } from '../../pages/support/even-answer.ts';
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
  const asking = createNetworkLimit('ask');
  const ask = async (
    request: FastifyRequest,
    typed: Omit<AskWayIn, 'email'> & { readonly email: string },
  ): Promise<{ minutes: number; demo: boolean }> => {
    asking(request);
    const email = parseEmail(typed.email);
    await evenly(async () => {
      if (email !== null) await askWayIn(deps.context, { ...typed, email });
    });
    deps.wakeOutbox();
    return { minutes: LINK_MINUTES, demo: deps.isDemo === true };
  };
  mount(app, deps, endpoints.askSignInLink, ({ body, request }) =>
    ask(request, { kind: 'link', email: body.email, slug: body.desk ?? null, language: body.language }),
  );
  mount(app, deps, endpoints.askPasswordReset, ({ body, request }) =>
    ask(request, { kind: 'reset', email: body.email, slug: null, language: body.language }),
  );
};

/** Ways in by mail: asked for by anybody, opened by whoever has the link. */
export const wayInRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const trying = createNetworkLimit('try');
  askRoutes(app, deps);
  mount(app, deps, endpoints.lookAtWayIn, async ({ body, request }) => {
    const attempt = trying(request);
    const wayIn = await context.db.everyDesk((q) => findWayIn(q, wayInTokenHash(body.token), context.now()));
    if (wayIn === null) throw new ProblemAnswer('link-over');
    attempt.undone();
    return presentWayIn(deps, wayIn);
  });

  /** The session of whoever `use` lets in. */
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    use: () => Promise<PersonId | null>,
  ): Promise<Session> => {
    const attempt = trying(request);
    const personId = await use();
    const started = personId === null ? null : await deps.identity.startSession(personId, clientOf(request));
    if (started === null) {
      if (mayAuditStranger(request.ip)) await auditOver(deps, request);
      throw new ProblemAnswer('link-over');
    }
    attempt.undone();
    reply.header('set-cookie', [...started.cookie]);
    return presentSession(deps, started.person);
  };
  mount(app, deps, endpoints.signInByLink, ({ body, request, reply }) =>
    enter(request, reply, () => useLink(context, body.token)),
  );
  mount(app, deps, endpoints.resetPassword, ({ body, request, reply }) => {
    checkPassword(body.password);
    return enter(request, reply, () => useReset(context, deps.identity.setPassword, body));
  });
  mount(app, deps, endpoints.acceptInvitation, async ({ body, request, reply }) => {
    const { token, name = '', password = null } = body;
    if (password !== null) checkPassword(password);
    const accepted = await acceptInvitation(context, deps.identity.setPassword, {
      token,
      name: name.trim(),
      password,
    });
    if (accepted.kind === 'incomplete')
      throw new ProblemAnswer('invalid-request', { errors: [{ pointer: '/password', code: 'required' }] });
    if (accepted.kind === 'known') return { session: null };
    const personId = accepted.kind === 'new' ? accepted.personId : null;
    return { session: await enter(request, reply, () => Promise.resolve(personId)) };
  });
};
