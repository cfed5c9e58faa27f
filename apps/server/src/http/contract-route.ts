import { createHash } from 'node:crypto';
import type { BodyOf, Endpoint, ParamsOf, ReplyOf } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { SignedIn } from '../identity/identity.ts';
import type { Customership } from '../store/queries/customerships.ts';
import type { Membership } from '../store/queries/desks.ts';
import { keyInUse } from '../use-cases/api-keys.ts';
import { recordAudit } from '../use-cases/record-audit.ts';
import { auditAttempt, withAudit } from './audit-change.ts';
import { mayAuditStranger } from './audit-gate.ts';
import { bearerOf, identifyKey } from './bearer-key.ts';
import { checkFields } from './check-fields.ts';
import { checkContentType } from './content-type.ts';
import { customershipsOfSession, membershipsOfSession, nothingThere } from './good-at.ts';
import type { HttpDeps } from './http-deps.ts';
import { onceByKey } from './once-by-key.ts';
import { languageOf, ProblemAnswer } from './problem-reply.ts';
import { beforeSecondFactor, lacksFactor } from './second-factor.ts';
import { isFileReply } from './send-file.ts';
import { withDeadline } from './with-deadline.ts';

/** What a handler is given: everything checked, nothing of the framework that it does not need. */
export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: E extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
  readonly body: E extends { body: infer B extends z.ZodType } ? z.output<B> : BodyOf<E>;
  /** Present on every endpoint that is not public. */
  readonly person: SignedIn & { readonly personId: PersonId };
  /** Present on every endpoint of a desk that is for its staff. */
  readonly membership: Membership;
  /** Present on every endpoint of a desk that is for its customers. */
  readonly customer: Customership;
  readonly deskId: DeskId;
  /** Version of If-Match, on versioned endpoints. */
  readonly version: number;
  /** On endpoints that create: the key with the hash of the request. */
  readonly idempotency: { readonly key: string; readonly requestHash: string };
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<ReplyOf<E>>;

const changing: ReadonlySet<string> = new Set(['POST', 'PATCH', 'DELETE']);

/** Other sites' pages must not use a person's cookie. Clients that are no browser send neither header. */
const checkOrigin = (request: FastifyRequest, baseUrl: string): void => {
  if (!changing.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const ours =
    origin === undefined ||
    origin === baseUrl ||
    (origin !== 'null' && URL.canParse(origin) && new URL(origin).host === host);
  if (!ours || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new ProblemAnswer('origin');
};

const personOf = async (deps: HttpDeps, endpoint: Endpoint, request: FastifyRequest): Promise<SignedIn> => {
  const person = await deps.identity.whoIs(request.headers.cookie);
  if (person === null) throw new ProblemAnswer('not-signed-in');
  if (!beforeSecondFactor.has(endpoint.id) && lacksFactor(deps, person, 'customer'))
    throw new ProblemAnswer('second-factor-required');
  return person;
};

/** Which parts in a desk a permission is for: a total table. */
const isAllowed: Readonly<Record<Endpoint['permission'], (role: Membership['role']) => boolean>> = {
  public: () => true,
  'signed-in': () => true,
  staff: () => true,
  support: (role) => role !== 'sales',
  sales: (role) => role !== 'engineer',
  seller: (role) => role === 'sales' || role === 'lead' || role === 'administrator',
  dispatcher: (role) => role !== 'engineer' && role !== 'sales',
  lead: (role) => role === 'lead' || role === 'administrator',
  administrator: (role) => role === 'administrator',
  // Whoever works here is no customer by that.
  customer: () => false,
};

/** The part that somebody has in a desk, if the endpoint is for it. */
const allowedAs = (endpoint: Endpoint, membership: Membership): Membership => {
  if (!isAllowed[endpoint.permission](membership.role)) throw new ProblemAnswer('forbidden');
  return membership;
};

/** The person's part in the desk of the path. A desk that is not theirs does not exist for them. */
const membershipIn = async (
  deps: HttpDeps,
  endpoint: Endpoint,
  person: SignedIn,
  slug: string,
): Promise<Membership> => {
  const membership = (await membershipsOfSession(deps, person)).find((m) => m.slug === slug);
  if (membership === undefined) throw await nothingThere(deps, person, slug);
  return allowedAs(endpoint, membership);
};

/** The person as a customer of the desk in the path. A desk whose customer they are not does not exist for them, also where they work. */
const customershipIn = async (deps: HttpDeps, person: SignedIn, slug: string): Promise<Customership> => {
  const customer = (await customershipsOfSession(deps, person)).find((c) => c.slug === slug);
  if (customer === undefined) throw await nothingThere(deps, person, slug);
  return customer;
};

/** What somebody is in the desk of the path; neither where there is none. */
const belongingIn = async (
  deps: HttpDeps,
  endpoint: Endpoint,
  person: SignedIn | undefined,
  slug: string | undefined,
): Promise<Pick<Caller, 'membership' | 'customer'>> => {
  const nothing = { membership: undefined, customer: undefined };
  if (person === undefined || slug === undefined) return nothing;
  return endpoint.permission === 'customer'
    ? { ...nothing, customer: await customershipIn(deps, person, slug) }
    : { ...nothing, membership: await membershipIn(deps, endpoint, person, slug) };
};

const versionOf = (request: FastifyRequest): number => {
  const header = request.headers['if-match'];
  if (header === undefined) throw new ProblemAnswer('version-required');
  const match = /^"(\d{1,9})"$/.exec(header);
  if (match === null)
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/If-Match', code: 'invalid-version' }],
    });
  return Number(match[1]);
};

const MAX_KEY = 128;

const idempotencyOf = (
  request: FastifyRequest,
  personId: string,
): { readonly key: string; readonly requestHash: string } => {
  const header = request.headers['idempotency-key'];
  if (typeof header !== 'string' || header.trim() === '') throw new ProblemAnswer('idempotency-key-required');
  if (header.length > MAX_KEY || !/^[\x21-\x7e]+$/.test(header))
    throw new ProblemAnswer('invalid-request', {
      errors: [{ pointer: '/Idempotency-Key', code: 'invalid-key' }],
    });
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
    .digest('hex');
  // A key belongs to the person: nobody gets another's answer by guessing.
  return { key: `${personId}:${header}`, requestHash };
};

interface Caller {
  readonly params: unknown;
  readonly person: SignedIn | undefined;
  readonly membership: Membership | undefined;
  readonly customer: Customership | undefined;
  /** Milliseconds, of `performance.now`. */
  readonly spentMs: number;
}

/** Who calls and whether they may: asked before a byte of the body is read. */
const identifyCaller = async (
  deps: HttpDeps,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Omit<Caller, 'spentMs'>> => {
  const bearer = endpoint.permission === 'public' ? null : bearerOf(request);
  // A browser sends a cookie of itself, a key it does not.
  if (bearer === null) checkOrigin(request, deps.baseUrl);
  const byKey = bearer === null ? null : await identifyKey(deps, endpoint, { request, reply, bearer });
  const person =
    endpoint.permission === 'public'
      ? undefined
      : (byKey?.person ?? (await personOf(deps, endpoint, request)));
  const params = endpoint.params.safeParse(request.params);
  // An address that can't exist is not found; which part of it is wrong is nobody's business.
  if (!params.success) throw new ProblemAnswer('not-found');
  const { desk } = params.data as { desk?: string };
  const belonging =
    byKey === null
      ? await belongingIn(deps, endpoint, person, desk)
      : { membership: allowedAs(endpoint, byKey.membership), customer: undefined };
  if (byKey === null && person !== undefined && belonging.membership !== undefined)
    if (lacksFactor(deps, person, 'staff')) throw new ProblemAnswer('second-factor-required');
  if (endpoint.method === 'POST' || endpoint.method === 'PATCH')
    checkContentType(endpoint.bodyKind ?? 'json', request.headers['content-type']);
  return { params: params.data, person, ...belonging };
};

const readCall = <E extends Endpoint>(
  endpoint: E,
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): Call<E> => {
  const call = {
    ...caller,
    query:
      endpoint.query === undefined
        ? undefined
        : checkFields(endpoint.query, request.query, languageOf(request)),
    body:
      endpoint.body === undefined
        ? request.body
        : checkFields(endpoint.body, request.body, languageOf(request)),
    deskId: (caller.membership ?? caller.customer)?.deskId,
    version: endpoint.versioned === true ? versionOf(request) : undefined,
    idempotency:
      endpoint.idempotent === true ? idempotencyOf(request, caller.person?.personId ?? '') : undefined,
    request,
    reply,
  };
  return call as unknown as Call<E>;
};

/** Refusals that somebody may want to look into later. */
const audited: ReadonlySet<string> = new Set(['origin', 'not-signed-in', 'forbidden', 'not-found']);

/** Keeps a refused request of somebody who is signed in, or from a foreign page; a stranger without a cookie is no news. */
const auditRefusal = async (
  deps: HttpDeps,
  endpoint: Endpoint,
  request: FastifyRequest,
  error: unknown,
): Promise<void> => {
  const bearer = bearerOf(request);
  const { cookie } = request.headers;
  if (!(error instanceof ProblemAnswer) || !audited.has(error.code)) return;
  if (cookie === undefined && bearer === null) return;
  const person = bearer === null ? await deps.identity.whoIs(cookie) : await keyInUse(deps.context, bearer);
  if (person === null && !mayAuditStranger(request.ip)) return;
  await recordAudit(deps.context, {
    action: 'request',
    outcome: error.code,
    personId: (person?.personId as PersonId | undefined) ?? null,
    target: `${request.method} ${request.url.split('?', 1)[0] ?? ''}`,
    clientAddress: request.ip,
    requestId: request.id,
  });
  if (person === null || error.code !== 'forbidden') return;
  const { desk } = request.params as { readonly desk?: string };
  const found = (await deps.memberships(person.personId as PersonId)).find(({ slug }) => slug === desk);
  if (found === undefined) return;
  await auditAttempt(
    deps,
    { endpoint, deskId: found.deskId, personId: person.personId, request },
    error.code,
  );
};

/** A client that waits for us is answered within three seconds, whatever the database does. */
const ANSWER_MS = 2800;
/** Large bodies and the reading of letters may take longer. */
export const LONG_ANSWER_MS = 30_000;
/** The handler itself reads the body, over whatever line the person has. */
export const UPLOAD_ANSWER_MS = 900_000;

/** Mounts an endpoint of the contract: request checked, permission checked, then load, use-case, present. */
export const mount = <E extends Endpoint>(
  app: FastifyInstance,
  deps: HttpDeps,
  endpoint: E,
  handler: Handler<E>,
  answerMs = ANSWER_MS,
): void => {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.route({
    method: endpoint.method,
    url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store').header('vary', 'authorization, cookie, accept-language');
      const startedAt = performance.now();
      const caller = identifyCaller(deps, endpoint, request, reply).catch(async (error: unknown) => {
        await auditRefusal(deps, endpoint, request, error);
        throw error;
      });
      callers.set(request, {
        ...(await withDeadline(ANSWER_MS, caller)),
        spentMs: performance.now() - startedAt,
      });
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error(`${endpoint.id} was called without a caller`);
      const call = readCall(endpoint, caller, request, reply);
      const { deskId, personId } = { deskId: caller.membership?.deskId, personId: caller.person?.personId };
      const run = () => withAudit(deps, { endpoint, deskId, personId, request }, () => handler(call));
      const work = endpoint.idempotent === true ? onceByKey(deps, call as never, run) : run();
      const answer = await withDeadline(Math.max(1, answerMs - caller.spentMs), work);
      if (reply.sent || isFileReply(reply)) return reply;
      return reply.code(endpoint.status ?? 200).send(endpoint.status === 204 ? undefined : answer);
    },
  });
};
