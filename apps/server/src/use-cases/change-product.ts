import type { ProductVersionFacts } from '@reglament/contract';
import {
  type DeskId,
  judgeProduct,
  judgeVersion,
  MOST_PRODUCTS,
  MOST_VERSIONS,
  type ProductRefusal,
  refuseProduct,
} from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import {
  insertProduct,
  keepVersion,
  lockCatalogue,
  lockProduct,
  type LockedProduct,
  type ProductChange,
  updateProduct,
  versionNumbers,
} from '../store/products.ts';
import { productNamedBy } from '../store/queries/products.ts';
import type { Context } from './context.ts';

/** A field of the request that is wrong: where it stands, and what to do about it. */
export interface WrongProductField {
  readonly pointer: string;
  readonly refusal: ProductRefusal;
}

export type ProductOutcome<A> =
  | { readonly kind: 'done'; readonly answer: A }
  | { readonly kind: 'wrong'; readonly fields: readonly WrongProductField[] }
  /** The catalogue as it is does not allow it. */
  | { readonly kind: 'refused'; readonly refusal: ProductRefusal }
  /** Somebody changed the product since `seenVersion`. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

export interface ChangedProduct {
  readonly productId: string;
  readonly version: number;
}

export interface ChangedVersion extends ChangedProduct {
  readonly productVersionId: string;
}

interface Once {
  readonly key: string;
  readonly requestHash: string;
}

const wrong = (
  faults: readonly { readonly field: string; readonly refusal: ProductRefusal }[],
): { readonly kind: 'wrong'; readonly fields: readonly WrongProductField[] } => ({
  kind: 'wrong',
  fields: faults.map(({ field, refusal }) => ({ pointer: `/${field}`, refusal })),
});

const plainName = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

/** A new product of the catalogue. */
export const createProduct = (
  context: Context,
  {
    deskId,
    name,
    idempotency,
  }: { readonly deskId: DeskId; readonly name: string; readonly idempotency: Once },
): Promise<ProductOutcome<ChangedProduct>> =>
  context.db.inDesk(deskId, async (q) => {
    const others = await lockCatalogue(q, deskId);
    const faults = judgeProduct(
      name,
      others.map((one) => one.name),
    );
    if (faults.length > 0) return wrong(faults);
    if (others.length >= MOST_PRODUCTS)
      return { kind: 'refused', refusal: refuseProduct('too-many-products', { most: `${MOST_PRODUCTS}` }) };
    const answer = { productId: context.newId(), version: 1 };
    await insertProduct(q, deskId, { productId: answer.productId, name: plainName(name) });
    await insertResponse(q, { deskId, ...idempotency, response: answer, at: context.now() });
    return { kind: 'done', answer };
  });

/** Certificates, licence agreements and the regulation name products by their names: those names stay. */
const refuseRename = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  name: string,
): Promise<ProductRefusal | null> => {
  const { regulation } = await context.regulations.inForce(deskId, context.now());
  if (regulation.products.includes(name)) return refuseProduct('named-by-regulation', { name });
  const named = await productNamedBy(q, deskId, name);
  if (named === null) return null;
  return refuseProduct(`named-by-${named.kind}`, { name, number: named.number });
};

const judgeRename = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  product: LockedProduct,
  name: string,
): Promise<Exclude<ProductOutcome<never>, { readonly kind: 'done' }> | null> => {
  const others = (await lockCatalogue(q, deskId)).filter(({ productId }) => productId !== product.productId);
  const faults = judgeProduct(
    name,
    others.map((one) => one.name),
  );
  if (faults.length > 0) return wrong(faults);
  if (plainName(name) === product.name) return null;
  const refusal = await refuseRename(context, q, deskId, product.name);
  return refusal === null ? null : { kind: 'refused', refusal };
};

export interface ProductEdit {
  readonly deskId: DeskId;
  readonly productId: string;
  readonly change: ProductChange;
  readonly seenVersion: number;
}

/** Renames a product that nothing names, retires it or brings it back: all that is asked, or nothing. */
export const changeProduct = (
  context: Context,
  { deskId, productId, change, seenVersion }: ProductEdit,
): Promise<ProductOutcome<ChangedProduct>> =>
  context.db.inDesk(deskId, async (q) => {
    const locked = await lockProduct(q, deskId, productId);
    if (locked === null) return { kind: 'not-found' };
    if (locked.version !== seenVersion) return { kind: 'stale', version: locked.version };
    const no = change.name === undefined ? null : await judgeRename(context, q, deskId, locked, change.name);
    if (no !== null) return no;
    const named = change.name === undefined ? change : { ...change, name: plainName(change.name) };
    const version = await updateProduct(q, deskId, productId, named, context.now());
    return { kind: 'done', answer: { productId, version } };
  });

const write = async (
  context: Context,
  q: Queries,
  { deskId, productId }: { readonly deskId: DeskId; readonly productId: string },
  productVersionId: string,
  facts: ProductVersionFacts,
): Promise<ProductOutcome<ChangedVersion>> => {
  const all = await versionNumbers(q, deskId, productId);
  const others = all.filter((one) => one.productVersionId !== productVersionId);
  const version = { ...facts, number: facts.number.trim() };
  const faults = judgeVersion(
    version,
    others.map(({ number }) => number),
  );
  if (faults.length > 0) return wrong(faults);
  if (others.length >= MOST_VERSIONS)
    return { kind: 'refused', refusal: refuseProduct('too-many-versions', { most: `${MOST_VERSIONS}` }) };
  const platforms = [...new Set(facts.platforms.map((one) => one.trim()).filter((one) => one !== ''))];
  await keepVersion(q, deskId, { productId, productVersionId }, { ...version, platforms });
  const touched = await updateProduct(q, deskId, productId, {}, context.now());
  return { kind: 'done', answer: { productId, productVersionId, version: touched } };
};

export interface NewVersion {
  readonly deskId: DeskId;
  readonly productId: string;
  readonly facts: ProductVersionFacts;
  readonly idempotency: Once;
}

/** A new version of a product. */
export const createProductVersion = (
  context: Context,
  input: NewVersion,
): Promise<ProductOutcome<ChangedVersion>> =>
  context.db.inDesk(input.deskId, async (q) => {
    const { deskId, productId, facts, idempotency } = input;
    if ((await lockProduct(q, deskId, productId)) === null) return { kind: 'not-found' };
    const outcome = await write(context, q, input, context.newId(), facts);
    if (outcome.kind === 'done')
      await insertResponse(q, { deskId, ...idempotency, response: outcome.answer, at: context.now() });
    return outcome;
  });

export interface VersionEdit {
  readonly deskId: DeskId;
  readonly productId: string;
  readonly productVersionId: string;
  readonly facts: ProductVersionFacts;
  /** Of the product. */
  readonly seenVersion: number;
}

/** A version written anew: its number and dates were a mistake, or its support goes on for longer. */
export const changeProductVersion = (
  context: Context,
  input: VersionEdit,
): Promise<ProductOutcome<ChangedVersion>> =>
  context.db.inDesk(input.deskId, async (q) => {
    const { deskId, productId, productVersionId } = input;
    const locked = await lockProduct(q, deskId, productId);
    const known = await versionNumbers(q, deskId, productId);
    if (locked === null || !known.some((one) => one.productVersionId === productVersionId))
      return { kind: 'not-found' };
    if (locked.version !== input.seenVersion) return { kind: 'stale', version: locked.version };
    return write(context, q, input, productVersionId, input.facts);
  });
