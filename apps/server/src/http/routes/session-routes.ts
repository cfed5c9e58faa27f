import { endpoints } from '@reglament/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignedIn } from '../../identity/identity.ts';
import { maskedEmail, recordAudit } from '../../use-cases/record-audit.ts';
import { mayAuditStranger } from '../audit-gate.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { limitHeaders } from '../limit-headers.ts';
import { presentSession } from '../present/present-session.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const auditRefusal = async (
  deps: HttpDeps,
  email: string,
  outcome: string,
  request: FastifyRequest,
): Promise<void> => {
  if (!mayAuditStranger(request.ip)) return;
  await recordAudit(deps.context, {
    action: 'sign-in',
    outcome,
    personId: null,
    target: maskedEmail(email),
    clientAddress: request.ip,
    requestId: request.id,
  });
};

/** A password typed in a session that a letter began is good at the letter's desk too: whoever has both is the same person. */
const alsoAtDeskOfLetter = async (
  { identity }: HttpDeps,
  request: FastifyRequest,
  person: SignedIn,
): Promise<SignedIn> => {
  const earlier = await identity.whoIs(request.headers.cookie);
  if (earlier === null || earlier.personId !== person.personId || earlier.byLetterOf === null) return person;
  if (person.goodAt === null || person.goodAt.includes(earlier.byLetterOf)) return person;
  if (!(await identity.alsoGoodAt(person.personId, earlier.byLetterOf))) return person;
  return { ...person, goodAt: [...person.goodAt, earlier.byLetterOf] };
};

export const sessionRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  mount(app, deps, endpoints.signIn, async ({ body, request, reply }) => {
    const signed = await deps.identity.signIn({
      ...body,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    if (!signed.ok) {
      await auditRefusal(deps, body.email, signed.code, request);
      throw new ProblemAnswer(
        signed.code,
        signed.retryAfterSeconds === undefined ? {} : { headers: limitHeaders(signed.retryAfterSeconds) },
      );
    }
    reply.header('set-cookie', [...signed.cookie]);
    return presentSession(deps, await alsoAtDeskOfLetter(deps, request, signed.person));
  });
  mount(app, deps, endpoints.getSession, ({ person }) => presentSession(deps, person));
  mount(app, deps, endpoints.signOut, async ({ request, reply }) => {
    reply.header('set-cookie', [...(await deps.identity.signOut(request.headers.cookie))]);
    return null;
  });
};
