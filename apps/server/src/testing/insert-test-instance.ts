import { type CompanyId, type DeskId, foldKey } from '@reglament/desk';
import { newId } from '../ids.ts';
import type { Queries } from '../store/database.ts';

/** An installation with a key, of a product of its own. */
export const insertTestInstance = async (
  q: Queries,
  of: { readonly deskId: DeskId; readonly companyId: CompanyId; readonly key: string },
): Promise<void> => {
  const productId = newId();
  await q.query('test-product', 'insert into product (desk_id, product_id, name) values ($1, $2, $3)', [
    of.deskId,
    productId,
    `Продукт ${of.key}`,
  ]);
  await q.query(
    'test-instance',
    'insert into instance (desk_id, instance_id, company_id, product_id, key, folded_key) values ($1, $2, $3, $4, $5, $6)',
    [of.deskId, newId(), of.companyId, productId, of.key, foldKey(of.key)],
  );
};
