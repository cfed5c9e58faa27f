import type { Regulation } from '../regulation/regulation.ts';
import { foldProductName } from './judge-product.ts';
import type { NamedProduct } from './named-product.ts';
import { type CatalogueVersion, supportState } from './support-state.ts';

/** A product of the catalogue as far as a request is judged by it. */
export interface KnownProduct {
  readonly name: string;
  readonly versions: readonly (CatalogueVersion & {
    /** What it is to be used on; empty: nobody said. */
    readonly platforms: readonly string[];
  })[];
}

/** The platform that the answers of a letter or a form name, as typed; empty: none. */
const platformOf = ({ intake }: Regulation, stated: Readonly<Record<string, string>>): string =>
  intake.flatMap((field) => (field.source === 'platform' ? (stated[field.id] ?? []) : []))[0] ?? '';

/** Whether one of the platforms is in the customer's words: `Astra Linux 1.7, 8 ГБ` names Astra Linux 1.7 (CN-L1). */
const isListed = (typed: string, platforms: readonly string[]): boolean => {
  const words = foldProductName(typed);
  return platforms.some((one) => words.includes(foldProductName(one)));
};

/**
 * What a ticket is about, as the catalogue has it on the day of the request. A version that is not known, or not out yet, and a
 * platform that nobody named say nothing.
 *
 * @param stated answers to intake questions by field id, as typed.
 */
export const asNamed = (
  { name, versions }: KnownProduct,
  version: string | null,
  regulation: Regulation,
  said: { readonly day: string; readonly stated: Readonly<Record<string, string>> },
): NamedProduct => {
  const found = versions.find(({ number }) => number === version);
  if (found === undefined) return { name, version: null, support: null };
  const support = supportState(found, said.day);
  const platform = platformOf(regulation, said.stated);
  return {
    name,
    version,
    support: support === 'planned' ? null : support,
    ...(platform.trim() === '' || found.platforms.length === 0
      ? {}
      : { platform: isListed(platform, found.platforms) ? 'recommended' : 'not-recommended' }),
  };
};
