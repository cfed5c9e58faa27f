import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** A product's own row, locked for a command. */
export interface LockedProduct {
  readonly productId: string;
  readonly name: string;
  readonly version: number;
}

/** Locks a product for a command; null when the desk has no such product. */
export const lockProduct = async (
  q: Queries,
  deskId: DeskId,
  productId: string,
): Promise<LockedProduct | null> => {
  const [row] = await q.query<LockedProduct & Record<string, unknown>>(
    'product-lock',
    `select product_id as "productId", name, version from product where desk_id = $1 and product_id = $2 for update`,
    [deskId, productId],
  );
  return row ?? null;
};

/** Names of all products of the desk, retired ones too; locked, so that two who add one at a time see each other. */
export const lockCatalogue = async (
  q: Queries,
  deskId: DeskId,
): Promise<readonly { readonly productId: string; readonly name: string }[]> => {
  await q.query('catalogue-lock', 'select from desk where desk_id = $1 for no key update', [deskId]);
  return q.query<{ productId: string; name: string }>(
    'catalogue-names',
    `select product_id as "productId", name from product where desk_id = $1`,
    [deskId],
  );
};

export const insertProduct = async (
  q: Queries,
  deskId: DeskId,
  product: { readonly productId: string; readonly name: string },
): Promise<void> => {
  await q.query('product-insert', 'insert into product (desk_id, product_id, name) values ($1, $2, $3)', [
    deskId,
    product.productId,
    product.name,
  ]);
};

/** The products that a regulation names, those that are not there yet. */
export const insertNamedProducts = async (
  q: Queries,
  deskId: DeskId,
  products: readonly { readonly productId: string; readonly name: string }[],
): Promise<void> => {
  await q.query(
    'products-named',
    `insert into product (desk_id, product_id, name)
     select $1, p."productId", p.name from jsonb_to_recordset($2::jsonb) as p("productId" uuid, name text)
     on conflict (desk_id, name) do nothing`,
    [deskId, JSON.stringify(products)],
  );
};

/** Those that a regulation no longer names are retired, those that it names again come back. */
export const followNames = async (
  q: Queries,
  deskId: DeskId,
  names: { readonly gone: readonly string[]; readonly back: readonly string[] },
  at: Instant,
): Promise<void> => {
  await q.query(
    'products-follow',
    `update product set version = version + 1, retired_at = case when name = any($3::text[]) then null else $4::timestamptz end
     where desk_id = $1 and (name = any($2::text[]) and retired_at is null or name = any($3::text[]) and retired_at is not null)`,
    [deskId, names.gone, names.back, toTimestamp(at)],
  );
};

export interface ProductChange {
  /** Absent: it stays as it is. */
  readonly name?: string | undefined;
  readonly retired?: boolean | undefined;
}

/** Changes what is named, and the version; retiring what is retired keeps its day. Returns the new version. */
export const updateProduct = async (
  q: Queries,
  deskId: DeskId,
  productId: string,
  change: ProductChange,
  at: Instant,
): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'product-update',
    `update product set version = version + 1, name = coalesce($3, name),
       retired_at = case $4::boolean when true then coalesce(retired_at, $5) when false then null else retired_at end
     where desk_id = $1 and product_id = $2 returning version`,
    [deskId, productId, change.name ?? null, change.retired ?? null, toTimestamp(at)],
  );
  if (row === undefined) throw new Error(`product ${productId} is gone`);
  return row.version;
};

/** A version as it is stored; dates `2026-11-21`. */
export interface ProductVersionRecord {
  readonly number: string;
  readonly releasedOn: string;
  readonly outdatedOn: string | null;
  readonly endOfLifeOn: string | null;
  readonly platforms: readonly string[];
}

/** Numbers of a product's versions. */
export const versionNumbers = (
  q: Queries,
  deskId: DeskId,
  productId: string,
): Promise<readonly { readonly productVersionId: string; readonly number: string }[]> =>
  q.query<{ productVersionId: string; number: string }>(
    'product-version-numbers',
    `select product_version_id as "productVersionId", number from product_version where desk_id = $1 and product_id = $2`,
    [deskId, productId],
  );

/** A version of a product, new or written anew. */
export const keepVersion = async (
  q: Queries,
  deskId: DeskId,
  ids: { readonly productId: string; readonly productVersionId: string },
  version: ProductVersionRecord,
): Promise<void> => {
  await q.query(
    'product-version-keep',
    `insert into product_version (desk_id, product_version_id, product_id, number, released_on, outdated_on, end_of_life_on, platforms)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (desk_id, product_version_id) do update set number = excluded.number, released_on = excluded.released_on,
       outdated_on = excluded.outdated_on, end_of_life_on = excluded.end_of_life_on, platforms = excluded.platforms
     where product_version.product_id = excluded.product_id`,
    [
      deskId,
      ids.productVersionId,
      ids.productId,
      version.number,
      version.releasedOn,
      version.outdatedOn,
      version.endOfLifeOn,
      version.platforms,
    ],
  );
};
