import type { Regulation } from '../regulation/regulation.ts';

/** The name for all of a regulation's products together; null: it has one, or calls them by no other name. */
export const suiteOf = ({ products, product }: Regulation): string | null =>
  products.length > 1 && !products.includes(product.ru) ? product.ru : null;
