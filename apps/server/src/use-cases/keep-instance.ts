import type { InstanceChange, InstanceTyped } from '@reglament/contract';
import {
  type CertificateId,
  type CertificateNews,
  type CertificateRefusal,
  type CompanyId,
  type CompanyRefusal,
  type DeskId,
  fittingCertificates,
  foldKey,
  type InstanceFacts,
  type InstanceFault,
  judgeInstance,
  type PersonId,
  refuseCompany,
  refuseInstance,
} from '@reglament/desk';
import { localDateOf } from '@reglament/working-time';
import { lockCompany } from '../store/companies.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import {
  insertInstance,
  isKeyKnown,
  lockInstance,
  type LockedInstance,
  removeInstance,
  updateInstance,
} from '../store/instances.ts';
import { usesOf } from '../store/queries/certificate-use.ts';
import {
  type CatalogueEntry,
  catalogueOf,
  companyOwns,
  type CompanyOwns,
  keyHolder,
} from '../store/queries/instance-world.ts';
import type { Context, RegulationInForce } from './context.ts';
import { tellCertificates } from './tell-certificates.ts';

export type InstanceOutcome =
  | {
      readonly kind: 'done';
      readonly instanceId: string;
      readonly version: number;
      readonly news: readonly CertificateNews[];
    }
  | { readonly kind: 'wrong'; readonly faults: readonly InstanceFault[] }
  /** A certificate's own rules say no. */
  | { readonly kind: 'refused'; readonly refusal: CertificateRefusal }
  | { readonly kind: 'merged'; readonly refusal: CompanyRefusal }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

interface Who {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  /** null: the company itself, on a page. */
  readonly personId: PersonId | null;
}

/** What an instance is judged by, read once. */
interface World extends CompanyOwns {
  readonly inForce: RegulationInForce;
  readonly catalogue: readonly CatalogueEntry[];
}

const readWorld = async (context: Context, q: Queries, { deskId, companyId }: Who): Promise<World> => ({
  inForce: await context.regulations.inForce(deskId, context.now()),
  catalogue: await catalogueOf(q, deskId),
  ...((await companyOwns(q, deskId, companyId)) ?? { certificates: [], siteIds: [] }),
});

const orNull = (typed: string | null): string | null => {
  const plain = (typed ?? '').trim();
  return plain === '' ? null : plain;
};

/** Facts as they were typed; a certificate that was not named is the only one that fits, if there is one. */
const factsOf = (
  { productVersion, certificateId, siteId, key, ...typed }: InstanceTyped,
  { certificates, inForce: { regulation } }: World,
  context: Context,
): InstanceFacts => {
  const facts = { ...typed, version: productVersion, siteId, key: orNull(key), certificateId: null };
  if (certificateId !== undefined) return { ...facts, certificateId: certificateId as CertificateId | null };
  const [only, second] = fittingCertificates(certificates, facts, regulation, context.now());
  return { ...facts, certificateId: second === undefined ? (only?.certificateId ?? null) : null };
};

const judge = async (
  context: Context,
  q: Queries,
  { deskId }: Who,
  facts: InstanceFacts,
  world: World,
  before: { readonly instanceId: string; readonly facts: InstanceFacts } | null,
): Promise<readonly InstanceFault[]> => {
  const { catalogue, certificates, siteIds, inForce } = world;
  const productId = catalogue.find(({ name }) => name === facts.product)?.productId;
  const holder =
    productId === undefined || facts.key === null
      ? null
      : await keyHolder(q, deskId, {
          productId,
          foldedKey: foldKey(facts.key),
          exceptId: before?.instanceId ?? null,
        });
  return judgeInstance(facts, {
    catalogue: catalogue
      .filter(({ isRetired, name }) => !isRetired || name === before?.facts.product)
      .map(({ name, versions }) => ({ name, versions: versions.map(({ number }) => number) })),
    installationTypes: inForce.regulation.installationTypes,
    certificateIds: certificates.map(({ certificateId }) => certificateId),
    siteIds,
    keyHolder: holder,
    today: localDateOf(inForce.regulation.zone, context.now()),
  });
};

/** Dates that became known, or whose certificate did. */
const newEvents = (facts: InstanceFacts, before: InstanceFacts | null) => {
  const isNewHome = facts.certificateId !== null && facts.certificateId !== before?.certificateId;
  const isNewKey = facts.key !== before?.key;
  return [
    ...(facts.commissionedOn !== null && (isNewHome || facts.commissionedOn !== before?.commissionedOn)
      ? ['commissioning' as const]
      : []),
    ...(facts.keyRegisteredOn !== null &&
    (isNewHome || isNewKey || facts.keyRegisteredOn !== before?.keyRegisteredOn)
      ? ['key-registration' as const]
      : []),
  ];
};

/** Whether a certificate is used by more than was bought now: whoever records it is told at once (AO-3.3). */
const overQuantity = async (
  q: Queries,
  { deskId }: Who,
  certificateId: CertificateId | null,
  { certificates, inForce: { regulation } }: World,
): Promise<readonly CertificateNews[]> => {
  const held = certificates.find((one) => one.certificateId === certificateId);
  const counted = regulation.certificates?.covers?.quantity ?? 'not-counted';
  if (held === undefined || held.quantity === null || counted === 'not-counted') return [];
  const [instances, licences] = await usesOf(q, deskId, held.certificateId);
  const used = counted === 'licences' ? licences : instances;
  return used > held.quantity ? [{ kind: 'over', number: held.number, used, most: held.quantity }] : [];
};

const keep = async (
  context: Context,
  q: Queries,
  who: Who,
  facts: InstanceFacts,
  world: World,
  before: { readonly instanceId: string; readonly facts: InstanceFacts } | null,
): Promise<InstanceOutcome> => {
  const faults = await judge(context, q, who, facts, world, before);
  if (faults.length > 0) return { kind: 'wrong', faults };
  const told = await tellCertificates(context, q, {
    ...who,
    facts,
    events: newEvents(facts, before?.facts ?? null),
    certificates: world.certificates,
    inForce: world.inForce,
  });
  if (told.kind === 'wrong') return { kind: 'wrong', faults: [{ field: told.field, refusal: told.refusal }] };
  if (told.kind === 'refused') return told;
  const product = world.catalogue.find(({ name }) => name === facts.product);
  if (product === undefined) throw new Error('an instance of a product that was judged to be known');
  const instanceId = before?.instanceId ?? context.newId();
  const write = {
    ...who,
    instanceId,
    productId: product.productId,
    productVersionId:
      product.versions.find(({ number }) => number === facts.version)?.productVersionId ?? null,
    foldedKey: facts.key === null ? null : foldKey(facts.key),
    facts: { ...facts, certificateId: told.certificateId },
  };
  const version = before === null ? 1 : await updateInstance(q, write);
  if (before === null) await insertInstance(q, write);
  const over = await overQuantity(q, who, told.certificateId, world);
  return { kind: 'done', instanceId, version, news: [...told.news, ...over] };
};

/** The company, locked: a merge waits. */
const refuseCompanyOf = async (
  q: Queries,
  { deskId, companyId }: Who,
): Promise<Extract<InstanceOutcome, { readonly kind: 'not-found' | 'merged' }> | null> => {
  const company = await lockCompany(q, deskId, companyId);
  if (company === null) return { kind: 'not-found' };
  const { mergedInto, name } = company;
  return mergedInto === null
    ? null
    : { kind: 'merged', refusal: refuseCompany('already-merged', { name, into: mergedInto.name }) };
};

/** Thrown to undo what certificates were told already. */
class Undone extends Error {
  readonly outcome: InstanceOutcome;
  constructor(outcome: InstanceOutcome) {
    super('an instance was refused');
    this.outcome = outcome;
  }
}

/** One transaction; whatever is refused leaves nothing behind. Two who register one key at once: the second finds the first. */
const inOne = async (
  context: Context,
  deskId: DeskId,
  work: (q: Queries) => Promise<InstanceOutcome>,
): Promise<InstanceOutcome> => {
  const run = () =>
    context.db.inDesk(deskId, async (q) => {
      const outcome = await work(q);
      if (outcome.kind === 'done') return outcome;
      throw new Undone(outcome);
    });
  const refused = (error: unknown): InstanceOutcome => {
    if (error instanceof Undone) return error.outcome;
    throw error;
  };
  return run().catch((error: unknown) => (isKeyKnown(error) ? run().catch(refused) : refused(error)));
};

/** Records a product that a company runs, and what follows from it for its certificates. */
export const createInstance = (
  context: Context,
  input: Who & {
    readonly typed: InstanceTyped;
    readonly present: (news: readonly CertificateNews[]) => unknown;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<InstanceOutcome> =>
  inOne(context, input.deskId, async (q) => {
    const outcome = await keepTyped(context, q, input, input.typed, null);
    if (outcome.kind !== 'done') return outcome;
    const { instanceId, version, news } = outcome;
    const response = { instanceId, version, told: input.present(news) };
    await insertResponse(q, { ...input.idempotency, deskId: input.deskId, response, at: context.now() });
    return outcome;
  });

/** An instance as it would be typed. */
export const typedOf = ({ version: productVersion, ...facts }: InstanceFacts): InstanceTyped => ({
  ...facts,
  productVersion,
});

/** Keeps an instance as it was typed, in the caller's transaction, which is undone when it is refused. `before`: locked; null: a new one. */
export const keepTyped = async (
  context: Context,
  q: Queries,
  who: Who,
  typed: InstanceTyped,
  before: LockedInstance | null,
): Promise<InstanceOutcome> => {
  const refusal = await refuseCompanyOf(q, who);
  if (refusal !== null) return refusal;
  const world = await readWorld(context, q, who);
  return keep(context, q, who, factsOf(typed, world, context), world, before);
};

/** Fields that were typed over those that stand. */
const changed = (facts: InstanceFacts, { removed: _, ...change }: InstanceChange): InstanceTyped => ({
  ...typedOf(facts),
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
});

/** Changes what is known of an instance, or takes it off the record. */
export const changeInstance = (
  context: Context,
  input: Who & {
    readonly instanceId: string;
    readonly change: InstanceChange;
    readonly seenVersion: number;
  },
): Promise<InstanceOutcome> =>
  inOne(context, input.deskId, async (q) => {
    const { deskId, companyId, instanceId, change } = input;
    const refusal = await refuseCompanyOf(q, input);
    if (refusal !== null) return refusal;
    const locked = await lockInstance(q, deskId, companyId, instanceId);
    if (locked === null) return { kind: 'not-found' };
    if (locked.version !== input.seenVersion) return { kind: 'stale', version: locked.version };
    if (locked.isRemoved)
      return { kind: 'wrong', faults: [{ field: '', refusal: refuseInstance('removed') }] };
    if (change.removed === true) {
      const version = await removeInstance(q, deskId, instanceId, context.now());
      return { kind: 'done', instanceId, version, news: [] };
    }
    return keepTyped(context, q, input, changed(locked.facts, change), locked);
  });

/** A company registers the key of an instance of its own, today, in the caller's transaction; of one registered before nothing changes. */
export const registerKey = async (
  context: Context,
  q: Queries,
  { instanceId, ...ids }: Omit<Who, 'personId'> & { readonly instanceId: string },
): Promise<InstanceOutcome> => {
  const who: Who = { ...ids, personId: null };
  const locked = await lockInstance(q, who.deskId, who.companyId, instanceId);
  if (locked === null || locked.isRemoved) return { kind: 'not-found' };
  const world = await readWorld(context, q, who);
  const today = localDateOf(world.inForce.regulation.zone, context.now());
  const facts = { ...locked.facts, keyRegisteredOn: locked.facts.keyRegisteredOn ?? today };
  return keep(context, q, who, facts, world, locked);
};
