import type { DeskId, PersonId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

export type KeyRole = 'engineer' | 'dispatcher' | 'lead' | 'sales';

export interface ApiKeyRow {
  readonly keyId: string;
  readonly name: string;
  readonly prefix: string;
  readonly role: KeyRole;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** Whoever made it is an administrator of the desk no more, and it is good no more. */
  readonly isOrphaned: boolean;
}

/** Whoever made a key still may. */
const stillVouched = `exists (select 1 from staff v join person i on i.id = v.person_id
  where v.desk_id = k.desk_id and v.person_id = k.created_by and v.role = 'administrator' and i.disabled_at is null)`;

/** Keys of a desk, the latest first. */
export const apiKeysPage = (
  q: Queries,
  page: {
    readonly deskId: DeskId;
    readonly after: { readonly at: Instant; readonly keyId: string } | null;
    readonly limit: number;
  },
): Promise<readonly ApiKeyRow[]> =>
  q.query<ApiKeyRow & Record<string, unknown>>(
    'api-key-page',
    `select k.key_id as "keyId", k.name, k.prefix, k.role, k.scopes, k.created_at as "createdAt", p.name as "createdBy",
            k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", not ${stillVouched} as "isOrphaned"
     from api_key k join person p on p.id = k.created_by
     where k.desk_id = $1 and ($2::timestamptz is null or (k.created_at, k.key_id) < ($2::timestamptz, $3::uuid))
     order by k.created_at desc, k.key_id desc limit $4`,
    [
      page.deskId,
      page.after === null ? null : toTimestamp(page.after.at),
      page.after?.keyId ?? null,
      page.limit,
    ],
  );

/** A key that may be used, whom it acts as and in which desk. */
export interface KeyInUse {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly deskName: { readonly ru: string; readonly en: string };
  readonly mailAddress: string;
  readonly keyId: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly role: KeyRole;
  readonly scopes: readonly string[];
  readonly lastUsedAt: Instant | null;
}

/** By the SHA-256 of what was sent; null: there is none such, it is revoked or expired, or whoever made it left. Over all desks. */
export const keyByHash = async (q: Queries, hash: Buffer, now: Instant): Promise<KeyInUse | null> => {
  const [row] = await q.query<
    Omit<KeyInUse, 'deskName'> & { readonly nameRu: string; readonly nameEn: string }
  >(
    'api-key-by-hash',
    `select k.desk_id as "deskId", d.slug, d.name_ru as "nameRu", d.name_en as "nameEn", d.mail_address as "mailAddress",
            k.key_id as "keyId", k.person_id as "personId", p.name, k.role, k.scopes, k.last_used_at as "lastUsedAt"
     from api_key k join desk d on d.desk_id = k.desk_id join person p on p.id = k.person_id
     where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2) and p.disabled_at is null
       and ${stillVouched}`,
    [hash, toTimestamp(now)],
    'last',
  );
  if (row === undefined) return null;
  const { nameRu, nameEn, ...key } = row;
  return { ...key, deskName: { ru: nameRu, en: nameEn } };
};
