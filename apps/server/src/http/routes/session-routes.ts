import { endpoints, type Session } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_FAILURES } from '../../identity/failed-sign-ins.ts';
import type { SignedIn } from '../../identity/identity.ts';
import type { Desk } from '../../store/queries/desks.ts';
import { maskedEmail, recordAudit } from '../../use-cases/record-audit.ts';
import { mayAuditStranger } from '../audit-gate.ts';
import { mount } from '../contract-route.ts';
import type { HttpDeps } from '../http-deps.ts';
import { ProblemAnswer } from '../problem-reply.ts';

const presentSession = async (deps: HttpDeps, person: SignedIn): Promise<Session> => {
  const memberships = await deps.memberships(person.personId as PersonId);
  const portals = await deps.customerships(person.personId as PersonId);
  const productOf = async ({ deskId }: Desk) =>
    (await deps.context.regulations.inForce(deskId, deps.context.now())).regulation.product;
  return {
    person: { personId: person.personId, name: person.name, email: person.email },
    desks: await Promise.all(
      memberships.map(async (m) => ({
        slug: m.slug,
        name: m.name,
        product: await productOf(m),
        role: m.role,
        mailAddress: m.mailAddress,
      })),
    ),
    portals: await Promise.all(
      portals.map(async (p) => ({
        slug: p.slug,
        name: p.name,
        product: await productOf(p),
        mailAddress: p.mailAddress,
        companies: p.companies.map(({ companyId, name, role }) => ({ companyId, name, role })),
      })),
    ),
  };
};

/** Failures counted by e-mail and network: none is left until the time is over. */
const limitHeaders = (seconds: number): Readonly<Record<string, string>> => ({
  'retry-after': String(seconds),
  'ratelimit-limit': String(MAX_FAILURES),
  'ratelimit-remaining': '0',
  'ratelimit-reset': String(seconds),
});

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
    return presentSession(deps, signed.person);
  });
  mount(app, deps, endpoints.getSession, ({ person }) => presentSession(deps, person));
  mount(app, deps, endpoints.signOut, async ({ request, reply }) => {
    reply.header('set-cookie', [...(await deps.identity.signOut(request.headers.cookie))]);
    return null;
  });
};
