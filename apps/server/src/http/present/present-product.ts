import type { ProductInCatalogue } from '@reglament/contract';
import { type Regulation, supportState } from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import type { CatalogueRow } from '../../store/queries/products.ts';

/** A product as the catalogue shows it, its versions by today's date of the desk. */
export const presentProduct = (
  { versions, ...product }: CatalogueRow,
  regulation: Regulation,
  now: Instant,
): ProductInCatalogue => ({
  ...product,
  named: regulation.products.includes(product.name),
  versions: versions.map((one) => ({
    ...one,
    platforms: [...one.platforms],
    state: supportState(one, localDateOf(regulation.zone, now)),
  })),
});
