import { z } from 'zod';
import { localDate } from './certificate-schemas.ts';
import { id, lineText } from './schemas.ts';
import { supportState } from './support-state.ts';

/** A version of a product as staff write it; whether its number and dates make sense is judged by the desk. */
export const productVersionFacts = z.strictObject({
  /** `8.2.1`. */
  number: lineText(80),
  releasedOn: localDate,
  /** From this day a newer one is current; null: it is. */
  outdatedOn: localDate.nullable(),
  /** From this day it is supported no more; null: it is. */
  endOfLifeOn: localDate.nullable(),
  platforms: z.array(lineText(120, 1)).max(50),
});
export type ProductVersionFacts = z.infer<typeof productVersionFacts>;

const day = z.iso.date();

export const productVersion = z.object({
  productVersionId: id,
  number: z.string(),
  releasedOn: day,
  outdatedOn: day.nullable(),
  endOfLifeOn: day.nullable(),
  platforms: z.array(z.string()),
  /** Today, by the desk's calendar. */
  state: supportState,
});

export const product = z.object({
  productId: id,
  name: z.string(),
  /** No longer sold or offered; what is on record about it stays. */
  retired: z.boolean(),
  /** Named by the regulation in force: it can't be renamed. */
  named: z.boolean(),
  version: z.number().int(),
  /** The latest number first. */
  versions: z.array(productVersion),
});
export type ProductInCatalogue = z.infer<typeof product>;

export const catalogue = z.object({
  /** By name, retired ones last. */
  products: z.array(product),
  /** The clause that names the products; null: none does. */
  clause: z.string().nullable(),
  /** The name for all of the regulation's products together, by which a ticket may be about them; null: there is none. */
  suite: z.string().nullable(),
});
