import { createHash, randomBytes } from 'node:crypto';
import type { ApiKey, ApiScope } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertApiKey, lockApiKeys, noteKeyUse, revokeApiKey } from '../store/api-keys.ts';
import { insertResponse } from '../store/idempotency.ts';
import { type KeyInUse, keyByHash } from '../store/queries/api-keys.ts';
import type { Context } from './context.ts';

/** Keys of a desk that can be used at once. */
export const MOST_KEYS = 50;

const DAY_MS = 86_400_000;
const USE_MS = 60_000;
const PREFIX_LENGTH = 12;
/** `rgl_` and 43 characters: 256 random bits. */
const KEY = /^rgl_[\w-]{43}$/;

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

export interface NewKeyRequest {
  readonly deskId: DeskId;
  readonly by: PersonId;
  readonly name: string;
  readonly role: ApiKey['role'];
  readonly scopes: readonly ApiScope[];
  readonly expiresInDays: number | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/** Makes a key and tells it: from then on only its hash is known. null: the desk has as many as it may. */
export const createApiKey = (
  context: Context,
  request: NewKeyRequest,
): Promise<{ readonly keyId: string; readonly key: string } | null> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, by, expiresInDays } = request;
    const at = context.now();
    if ((await lockApiKeys(q, deskId, at)) >= MOST_KEYS) return null;
    const keyId = context.newId();
    const key = `rgl_${randomBytes(32).toString('base64url')}`;
    await insertApiKey(q, {
      deskId,
      keyId,
      personId: context.newId() as PersonId,
      name: request.name.trim(),
      prefix: key.slice(0, PREFIX_LENGTH),
      hash: hashOf(key),
      role: request.role,
      scopes: [...new Set(request.scopes)],
      at,
      by,
      expiresAt: expiresInDays === null ? null : ((at + expiresInDays * DAY_MS) as Instant),
    });
    // Whoever repeats the request is told that it was made; the key itself is kept nowhere, not here either.
    await insertResponse(q, { deskId, ...request.idempotency, response: { keyId, key: null }, at });
    return { keyId, key };
  });

/** The key that was sent, if it may be used; asked of the database each time, so that a revoked one ends at once. */
export const keyInUse = async (context: Context, sent: string): Promise<KeyInUse | null> => {
  if (!KEY.test(sent)) return null;
  const now = context.now();
  const key = await context.db.everyDesk((q) => keyByHash(q, hashOf(sent), now));
  if (key === null) return null;
  if (key.lastUsedAt === null || now - key.lastUsedAt >= USE_MS)
    await context.db.inDesk(key.deskId, (q) => noteKeyUse(q, key.deskId, key.keyId, now));
  return key;
};

/** From now on nobody gets in by it. false: the desk has no such key. */
export const endApiKey = (
  context: Context,
  key: { readonly deskId: DeskId; readonly keyId: string; readonly by: PersonId },
): Promise<boolean> => context.db.inDesk(key.deskId, (q) => revokeApiKey(q, { ...key, at: context.now() }));
