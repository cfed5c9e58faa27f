import type { Regulation } from '../regulation/regulation.ts';
import { foldProductName } from './judge-product.ts';
import { suiteOf } from './suite.ts';
import type { SupportState } from './support-state.ts';
import { compareVersions, isVersionNumber } from './version-number.ts';

/** What a ticket is about, as the catalogue had it when it was said. */
export interface NamedProduct {
  readonly name: string;
  /** Number of the version; null: not known. */
  readonly version: string | null;
  /** How that version was supported on the day of the request; null: the version is not known, or was not out yet. */
  readonly support: Exclude<SupportState, 'planned'> | null;
  /** Whether it runs on a platform that the version is for; absent: not known (CN-L1). */
  readonly platform?: 'recommended' | 'not-recommended';
}

/** A product of the catalogue as far as it can be named. */
export interface NameableProduct {
  readonly name: string;
  readonly versions: readonly { readonly number: string }[];
}

/** A product and the number of its version as somebody named them. */
export interface ReadProduct {
  readonly name: string;
  readonly version: string | null;
}

/** `v7.3`, `7.3.0` and `7.3` are the same version; null: the product has no such version. */
const versionOf = ({ versions }: NameableProduct, typed: string): string | null => {
  const number = typed.trim().replace(/^[vв]\.?\s*/iu, '');
  return isVersionNumber(number)
    ? (versions.find((one) => compareVersions(one.number, number) === 0)?.number ?? null)
    : null;
};

/** `AText`, or `AText 7.3`: the product whose name the words begin with, the longest name first. */
const productOf = (
  catalogue: readonly NameableProduct[],
  typed: string,
): { readonly product: NameableProduct; readonly rest: string } | null => {
  const words = foldProductName(typed);
  const fitting = catalogue
    .map((product) => ({ product, name: foldProductName(product.name) }))
    .filter(({ name }) => words === name || words.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ product, name }) => ({ product, rest: words.slice(name.length).trim() }));
  // Words after the name must be a version: another product may begin with the same word.
  return fitting.find(({ rest }) => rest === '' || isVersionNumber(rest.replace(/^[vв]\.?\s*/u, ''))) ?? null;
};

/**
 * The product that the answers of a letter or a form name, by the intake fields that ask for it and its version; null: none
 * that the catalogue has, which speaks against nobody. A version alone names the only product that there is.
 *
 * @param stated answers by field id, as typed.
 */
export const readProduct = (
  regulation: Regulation,
  stated: Readonly<Record<string, string>>,
  catalogue: readonly NameableProduct[],
): ReadProduct | null => {
  const answerOf = (source: 'product' | 'version'): string =>
    regulation.intake.flatMap((field) => (field.source === source ? (stated[field.id] ?? []) : []))[0] ?? '';
  const version = answerOf('version');
  const named = productOf(catalogue, answerOf('product'));
  const suite = suiteOf(regulation);
  const { ru, en } = regulation.product;
  const says = foldProductName(answerOf('product'));
  if (named === null && suite !== null && [ru, en].some((name) => foldProductName(name) === says))
    return { name: suite, version: null };
  if (named !== null)
    return {
      name: named.product.name,
      version: versionOf(named.product, named.rest) ?? versionOf(named.product, version),
    };
  const [only, second] = catalogue;
  if (only === undefined || second !== undefined || answerOf('product') !== '') return null;
  const number = versionOf(only, version);
  return number === null ? null : { name: only.name, version: number };
};
