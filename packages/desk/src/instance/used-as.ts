/** What the company's records say of a product that it runs, for the decision on a request. */
export interface UseOnRecord {
  /** Products and types of instances that are there; types that are not known are left out. */
  readonly types: readonly { readonly product: string; readonly type: string }[];
  readonly licences: readonly {
    /** null: every product. */
    readonly products: readonly string[] | null;
    readonly from: string;
    /** The last day; null: without an end. */
    readonly until: string | null;
  }[];
}

/** The one type in which a company runs a product, or anything where the product is not known; null: several, or none on record. */
export const typeOnRecord = ({ types }: UseOnRecord, product: string | null): string | null => {
  const own = new Set(
    types.filter((one) => product === null || one.product === product).map(({ type }) => type),
  );
  const [only] = own;
  return own.size === 1 && only !== undefined ? only : null;
};

const oneLicensedOn = ({ licences }: UseOnRecord, product: string | null, day: string): boolean | null => {
  const own = licences.filter(
    ({ products }) => products === null || (product !== null && products.includes(product)),
  );
  if (own.length === 0) return null;
  return own.some(({ from, until }) => from <= day && (until === null || day <= until));
};

/**
 * Whether products are used under licence agreements in force on a day, `2026-11-21`: each of them; null: nothing on record says.
 * Of products that are not known (none) only agreements for every product speak.
 */
export const isLicensedOn = (use: UseOnRecord, products: readonly string[], day: string): boolean | null => {
  if (products.length === 0) return oneLicensedOn(use, null, day);
  const each = products.map((product) => oneLicensedOn(use, product, day));
  if (each.includes(false)) return false;
  return each.includes(null) ? null : true;
};
