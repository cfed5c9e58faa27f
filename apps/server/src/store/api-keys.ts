import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface NewApiKey {
  readonly deskId: DeskId;
  readonly keyId: string;
  /** Whom it acts as: made with it, without a way to sign in. */
  readonly personId: PersonId;
  readonly name: string;
  readonly prefix: string;
  /** SHA-256 of the key. */
  readonly hash: Buffer;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly at: Instant;
  readonly by: PersonId;
  /** null: it does not expire. */
  readonly expiresAt: Instant | null;
}

/** A key and the person that it acts as. */
export const insertApiKey = async (q: Queries, k: NewApiKey): Promise<void> => {
  await q.query(
    'api-key-insert',
    `with service as (
       insert into person (id, email, name) values ($3, $4, $5) returning id
     )
     insert into api_key (desk_id, key_id, person_id, name, prefix, hash, role, scopes, created_at, created_by, expires_at)
     select $1, $2, id, $6, $7, $8, $9, $10, $11, $12, $13 from service`,
    [
      k.deskId,
      k.keyId,
      k.personId,
      `key-${k.keyId}@keys.invalid`,
      `${k.name} (API)`,
      k.name,
      k.prefix,
      k.hash,
      k.role,
      k.scopes,
      toTimestamp(k.at),
      k.by,
      k.expiresAt === null ? null : toTimestamp(k.expiresAt),
    ],
  );
};

/** Keys of a desk that can be used are counted one after another, so that two who make one at once stay within the limit. */
export const lockApiKeys = async (q: Queries, deskId: DeskId, now: Instant): Promise<number> => {
  await q.query('api-key-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `api-keys ${deskId}`,
  ]);
  const [row] = await q.query<{ active: number }>(
    'api-key-count',
    'select count(*) as active from api_key where desk_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)',
    [deskId, toTimestamp(now)],
  );
  return row?.active ?? 0;
};

/** false: the desk has no such key. One that is revoked stays so. */
export const revokeApiKey = async (
  q: Queries,
  k: { readonly deskId: DeskId; readonly keyId: string; readonly by: PersonId; readonly at: Instant },
): Promise<boolean> => {
  const rows = await q.query(
    'api-key-revoke',
    `update api_key set revoked_by = coalesce(revoked_by, $3), revoked_at = coalesce(revoked_at, greatest($4::timestamptz, created_at))
     where desk_id = $1 and key_id = $2 returning key_id`,
    [k.deskId, k.keyId, k.by, toTimestamp(k.at)],
  );
  return rows.length > 0;
};

/** Written once a minute: people want to know whether a key is in use, not of each request. */
export const noteKeyUse = async (q: Queries, deskId: DeskId, keyId: string, at: Instant): Promise<void> => {
  await q.query('api-key-used', 'update api_key set last_used_at = $3 where desk_id = $1 and key_id = $2', [
    deskId,
    keyId,
    toTimestamp(at),
  ]);
};
