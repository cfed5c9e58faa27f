import type { CompanyId, DeskId, SupportCertificate } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Products of the catalogue with the ids that rows name them by. */
export interface CatalogueEntry {
  readonly productId: string;
  readonly name: string;
  /** No longer sold: only what has it already may keep it. */
  readonly isRetired: boolean;
  readonly versions: readonly { readonly productVersionId: string; readonly number: string }[];
}

export const catalogueOf = (q: Queries, deskId: DeskId): Promise<readonly CatalogueEntry[]> =>
  q.query<CatalogueEntry & Record<string, unknown>>(
    'catalogue-entries',
    `select p.product_id as "productId", p.name, p.retired_at is not null as "isRetired",
       coalesce((select jsonb_agg(jsonb_build_object('productVersionId', v.product_version_id, 'number', v.number)
           order by string_to_array(v.number, '.')::int[] desc)
         from product_version v where v.desk_id = p.desk_id and v.product_id = p.product_id), '[]') as versions
     from product p where p.desk_id = $1 order by p.name collate "ru-x-icu", p.product_id`,
    [deskId],
  );

/** Whose instance of the product has the key; null: nobody's, or only the one that asks. */
export const keyHolder = async (
  q: Queries,
  deskId: DeskId,
  asked: { readonly productId: string; readonly foldedKey: string; readonly exceptId: string | null },
): Promise<string | null> => {
  const [row] = await q.query<{ name: string }>(
    'instance-key-holder',
    `select o.name from instance i join company o on o.desk_id = i.desk_id and o.company_id = i.company_id
     where i.desk_id = $1 and i.product_id = $2 and i.folded_key = $3 and i.removed_at is null and i.instance_id is distinct from $4::uuid`,
    [deskId, asked.productId, asked.foldedKey, asked.exceptId],
  );
  return row?.name ?? null;
};

/** Whose certificate has the key for its number, as keys are compared; null: nobody’s. */
export const certificateHolder = async (
  q: Queries,
  deskId: DeskId,
  foldedKey: string,
): Promise<string | null> => {
  const [row] = await q.query<{ name: string }>(
    'certificate-holder',
    `select o.name from certificate c join company o on o.desk_id = c.desk_id and o.company_id = c.company_id
     where c.desk_id = $1 and fold_key(c.number) = $2 limit 1`,
    [deskId, foldedKey],
  );
  return row?.name ?? null;
};

/** What of a company an instance may name: its certificates, the latest first, and its sites. */
export interface CompanyOwns {
  readonly certificates: readonly SupportCertificate[];
  readonly siteIds: readonly string[];
}

/** null: the desk has no such company. */
export const companyOwns = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<CompanyOwns | null> => {
  const [row] = await q.query<CompanyOwns & Record<string, unknown>>(
    'company-owns',
    `select
       coalesce((select jsonb_agg(c.body order by c.starts_at desc nulls first, c.certificate_id)
         from (select * from certificate where desk_id = $1 and company_id = $2 order by starts_at desc nulls first limit 1000) c), '[]') as certificates,
       array(select site_id::text from company_site where desk_id = $1 and company_id = $2) as "siteIds"
     from company where desk_id = $1 and company_id = $2`,
    [deskId, companyId],
  );
  return row ?? null;
};
