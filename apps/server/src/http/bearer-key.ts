import { type Endpoint, scopeOf } from '@reglament/contract';
import type { PersonId } from '@reglament/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../identity/identity.ts';
import type { Membership } from '../store/queries/desks.ts';
import { keyInUse } from '../use-cases/api-keys.ts';
import type { HttpDeps } from './http-deps.ts';
import { createKeyRate } from './key-rate.ts';
import { languageOf, ProblemAnswer } from './problem-reply.ts';

/** Whom a key acts as, and in which desk. */
export interface KeyCaller {
  readonly person: SignedIn & { readonly personId: PersonId };
  readonly membership: Membership;
}

const SESSION_COOKIE = 'reglament.session_token=';
const rate = createKeyRate(() => performance.now());

/** What stands behind `Bearer` in the Authorization header; null: nothing of the kind was sent. */
export const bearerOf = (request: FastifyRequest): string | null =>
  /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;

const words = {
  both: {
    ru: 'Запрос пришёл и с ключом, и с сеансом. Оставьте что-нибудь одно.',
    en: 'The request has both a key and a session. Send one of them.',
  },
  unknown: {
    ru: 'Ключа нет, его отозвали или срок его вышел.',
    en: 'There is no such key, or it is revoked or expired.',
  },
  closed: {
    ru: 'Ключам этот запрос не открыт: его делает человек, который вошёл.',
    en: 'Keys can’t make this request: it takes a person who is signed in.',
  },
  scope: {
    ru: (scope: string) => `Ключу не дано право ${scope}.`,
    en: (scope: string) => `The key lacks the scope ${scope}.`,
  },
} as const;

const challenge = (more: string) => ({ 'www-authenticate': `Bearer realm="reglament", ${more}` });

/** Counts the request against the key's minute and says what is left of it. */
const spend = (reply: FastifyReply, keyId: string): void => {
  const { limit, remaining, resetSeconds, isSpent } = rate(keyId);
  reply.headers({
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  });
  if (isSpent) throw new ProblemAnswer('rate-limited', { headers: { 'retry-after': String(resetSeconds) } });
};

/** Whether the key was given what the endpoint needs. */
const checkScope = (endpoint: Endpoint, request: FastifyRequest, given: readonly string[]): void => {
  const needed = scopeOf(endpoint);
  const language = languageOf(request);
  if (needed === null) throw new ProblemAnswer('forbidden', { detail: words.closed[language] });
  if (needed === 'any' || given.includes(needed)) return;
  throw new ProblemAnswer('forbidden', {
    detail: words.scope[language](needed),
    headers: challenge(`error="insufficient_scope", scope="${needed}"`),
  });
};

/**
 * The caller of a request that came with a key. Another desk does not exist for it; what the key was not given is refused, and so
 * is a request that has a session besides.
 */
export const identifyKey = async (
  deps: HttpDeps,
  endpoint: Endpoint,
  call: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly bearer: string },
): Promise<KeyCaller> => {
  const { request, reply, bearer } = call;
  const language = languageOf(request);
  if (request.headers.cookie?.includes(SESSION_COOKIE) === true)
    throw new ProblemAnswer('malformed-request', { detail: words.both[language] });
  const key = await keyInUse(deps.context, bearer);
  if (key === null)
    throw new ProblemAnswer('not-signed-in', {
      detail: words.unknown[language],
      headers: challenge('error="invalid_token"'),
    });
  spend(reply, key.keyId);
  const { desk } = request.params as { readonly desk?: string };
  if (desk !== undefined && desk !== key.slug) throw new ProblemAnswer('not-found');
  checkScope(endpoint, request, key.scopes);
  const { personId, name, role, deskId, slug, mailAddress, deskName } = key;
  return {
    person: {
      personId,
      name,
      email: `key-${key.keyId}@keys.invalid`,
      sessionId: key.keyId,
      language: null,
      secondFactor: 'given',
      byLetterOf: null,
      goodAt: [deskId],
    },
    membership: { deskId, slug, name: deskName, mailAddress, role },
  };
};
