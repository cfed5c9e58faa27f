import { type ApiKey, endpoints } from '@reglament/contract';
import type { Instant } from '@reglament/working-time';
import type { FastifyInstance } from 'fastify';
import { type ApiKeyRow, apiKeysPage } from '../../store/queries/api-keys.ts';
import { createApiKey, endApiKey, MOST_KEYS } from '../../use-cases/api-keys.ts';
import { mount } from '../contract-route.ts';
import { readCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { pageOf } from '../page-of.ts';
import { languageOf, ProblemAnswer } from '../problem-reply.ts';
import { iso, isoOrNull } from '../present/iso.ts';

const presentKey = ({ revokedAt, isOrphaned, ...row }: ApiKeyRow, now: Instant): ApiKey => ({
  ...row,
  scopes: [...row.scopes] as ApiKey['scopes'],
  createdAt: iso(row.createdAt),
  expiresAt: isoOrNull(row.expiresAt),
  lastUsedAt: isoOrNull(row.lastUsedAt),
  state:
    revokedAt !== null
      ? 'revoked'
      : isOrphaned
        ? 'orphaned'
        : row.expiresAt !== null && row.expiresAt <= now
          ? 'expired'
          : 'active',
});

const fullWords = {
  ru: `В службе уже ${MOST_KEYS} действующих ключей. Отзовите ненужные.`,
  en: `The desk has ${MOST_KEYS} active keys already. Revoke those that are not needed.`,
} as const;

export const apiKeyRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;
  const { db, secret } = context;

  mount(app, deps, endpoints.getApiKeys, async ({ deskId, query }) => {
    const list = `api-keys ${deskId}`;
    const [at, keyId] = query.cursor === undefined ? [] : readCursor(secret, list, query.cursor);
    const after = keyId === undefined ? null : { at: Number(at) as Instant, keyId: String(keyId) };
    const rows = await db.askDesk(deskId, (q) => apiKeysPage(q, { deskId, after, limit: query.limit + 1 }));
    const { page, next } = pageOf(rows, { secret, list, limit: query.limit }, (row) => [
      row.createdAt,
      row.keyId,
    ]);
    const now = context.now();
    return {
      keys: page.map((row) => presentKey(row, now)),
      next,
    };
  });

  mount(app, deps, endpoints.createApiKey, async ({ deskId, person, body, idempotency, request }) => {
    const made = await createApiKey(context, { deskId, by: person.personId, ...body, idempotency });
    if (made === null)
      throw new ProblemAnswer('state', { refusal: 'too-many-keys', detail: fullWords[languageOf(request)] });
    return made;
  });

  mount(app, deps, endpoints.revokeApiKey, async ({ deskId, params, person }) => {
    if (!(await endApiKey(context, { deskId, keyId: params.keyId, by: person.personId })))
      throw new ProblemAnswer('not-found');
    return null;
  });
};
