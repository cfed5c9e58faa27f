import { type ProductRefusal, refuseProduct } from './product-refusals.ts';
import type { CatalogueVersion } from './support-state.ts';
import { compareVersions, isVersionNumber } from './version-number.ts';

/** Most products of a catalogue, and most versions of a product. */
export const MOST_PRODUCTS = 200;
export const MOST_VERSIONS = 300;

/** A field that is wrong, with what to do about it. */
export interface ProductFault<F extends string> {
  readonly field: F;
  readonly refusal: ProductRefusal;
}

/** Names are the same when people read them the same. */
export const foldProductName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');

/** What is wrong with a product's name; `others`: names of the catalogue's other products, retired ones too. */
export const judgeProduct = (name: string, others: readonly string[]): readonly ProductFault<'name'>[] => {
  const folded = foldProductName(name);
  if (folded === '') return [{ field: 'name', refusal: refuseProduct('product-name-missing') }];
  const same = others.find((other) => foldProductName(other) === folded);
  return same === undefined
    ? []
    : [{ field: 'name', refusal: refuseProduct('product-exists', { name: same }) }];
};

const judgeDates = ({
  releasedOn,
  outdatedOn,
  endOfLifeOn,
}: CatalogueVersion): readonly ProductFault<'outdatedOn' | 'endOfLifeOn'>[] => {
  const refusal = refuseProduct('version-dates-crossed');
  const last = outdatedOn ?? releasedOn;
  return [
    ...(outdatedOn !== null && outdatedOn < releasedOn ? [{ field: 'outdatedOn', refusal } as const] : []),
    ...(endOfLifeOn !== null && endOfLifeOn < (last > releasedOn ? last : releasedOn)
      ? [{ field: 'endOfLifeOn', refusal } as const]
      : []),
  ];
};

/** Everything that is wrong with a version; `others`: numbers of the product's other versions. */
export const judgeVersion = (
  version: CatalogueVersion,
  others: readonly string[],
): readonly ProductFault<'number' | 'outdatedOn' | 'endOfLifeOn'>[] => {
  const { number } = version;
  const same = isVersionNumber(number)
    ? others.find((other) => compareVersions(other, number) === 0)
    : undefined;
  return [
    ...(isVersionNumber(number)
      ? []
      : [{ field: 'number', refusal: refuseProduct('version-malformed', { number }) } as const]),
    ...(same === undefined
      ? []
      : [{ field: 'number', refusal: refuseProduct('version-exists', { number: same }) } as const]),
    ...judgeDates(version),
  ];
};
