import type { CatalogueVersion, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface CatalogueVersionRow extends CatalogueVersion {
  readonly productVersionId: string;
  readonly platforms: readonly string[];
}

export interface CatalogueRow {
  readonly productId: string;
  readonly name: string;
  readonly retired: boolean;
  readonly version: number;
  readonly versions: readonly CatalogueVersionRow[];
}

/** The whole catalogue by name, retired products last; the desk keeps no more products and versions than one answer holds. */
export const catalogueRows = (q: Queries, deskId: DeskId): Promise<readonly CatalogueRow[]> =>
  q.query<CatalogueRow & Record<string, unknown>>(
    'catalogue',
    `select p.product_id as "productId", p.name, p.retired_at is not null as retired, p.version,
       coalesce((
         select jsonb_agg(jsonb_build_object('productVersionId', v.product_version_id, 'number', v.number, 'releasedOn', v.released_on,
           'outdatedOn', v.outdated_on, 'endOfLifeOn', v.end_of_life_on, 'platforms', v.platforms)
           order by string_to_array(v.number, '.')::int[] desc)
         from product_version v where v.desk_id = p.desk_id and v.product_id = p.product_id), '[]') as versions
     from product p where p.desk_id = $1
     order by p.retired_at is not null, p.name collate "ru-x-icu", p.product_id`,
    [deskId],
  );

/** Whether the desk has any product: those of a regulation are put in with its text. */
export const hasProducts = async (q: Queries, deskId: DeskId): Promise<boolean> => {
  const [row] = await q.query<{ any: boolean }>(
    'products-any',
    'select exists (select from product where desk_id = $1) as any',
    [deskId],
  );
  return row?.any === true;
};

/** What names a product by its name: a certificate, or a licence agreement; null: nothing does. */
export const productNamedBy = async (
  q: Queries,
  deskId: DeskId,
  name: string,
): Promise<{ readonly kind: 'certificate' | 'licence-agreement'; readonly number: string } | null> => {
  const [row] = await q.query<{ kind: 'certificate' | 'licence-agreement'; number: string }>(
    'product-named-by',
    `(select 'certificate' as kind, number from certificate where desk_id = $1 and body -> 'products' ? $2 limit 1)
     union all
     (select 'licence-agreement', number from licence_agreement where desk_id = $1 and $2 = any(products) limit 1)
     limit 1`,
    [deskId, name],
  );
  return row ?? null;
};
