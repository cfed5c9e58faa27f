import type { LicenceChange, LicenceTyped } from '@reglament/contract';
import {
  type CompanyId,
  type CompanyRefusal,
  type DeskId,
  type InstanceFault,
  judgeLicence,
  type LicenceFacts,
  refuseCompany,
  refuseInstance,
} from '@reglament/desk';
import { lockCompany } from '../store/companies.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import {
  insertLicence,
  isLicenceTaken,
  licenceHolder,
  lockLicence,
  removeLicence,
  updateLicence,
} from '../store/licence-agreements.ts';
import { catalogueOf } from '../store/queries/instance-world.ts';
import type { Context } from './context.ts';

export type LicenceOutcome =
  | { readonly kind: 'done'; readonly licenceId: string; readonly version: number }
  | { readonly kind: 'wrong'; readonly faults: readonly InstanceFault[] }
  | { readonly kind: 'merged'; readonly refusal: CompanyRefusal }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'not-found' };

interface Who {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
}

/** The company, locked: a merge waits. */
const refuseOwner = async (q: Queries, { deskId, companyId }: Who): Promise<LicenceOutcome | null> => {
  const company = await lockCompany(q, deskId, companyId);
  if (company === null) return { kind: 'not-found' };
  const { mergedInto, name } = company;
  return mergedInto === null
    ? null
    : { kind: 'merged', refusal: refuseCompany('already-merged', { name, into: mergedInto.name }) };
};

const faultsOf = async (
  q: Queries,
  deskId: DeskId,
  facts: LicenceFacts,
  before: { readonly licenceId: string; readonly facts: LicenceFacts } | null,
): Promise<readonly InstanceFault[]> => {
  const had = before?.facts.products ?? [];
  const catalogue = await catalogueOf(q, deskId);
  return judgeLicence(facts, {
    catalogue: catalogue
      .filter(({ isRetired, name }) => !isRetired || had.includes(name))
      .map(({ name }) => ({ name, versions: [] })),
    holder: await licenceHolder(q, deskId, facts.number, before?.licenceId ?? null),
  });
};

/** Two who give one number at once: the second looks again and finds the first. */
const lookingAgain = (run: () => Promise<LicenceOutcome>): Promise<LicenceOutcome> =>
  run().catch((error: unknown) => {
    if (isLicenceTaken(error)) return run();
    throw error;
  });

/** Records a licence agreement of a company. */
export const createLicence = (
  context: Context,
  input: Who & {
    readonly typed: LicenceTyped;
    readonly idempotency: { readonly key: string; readonly requestHash: string };
  },
): Promise<LicenceOutcome> =>
  lookingAgain(() =>
    context.db.inDesk(input.deskId, async (q) => {
      const { deskId, companyId, typed } = input;
      const refusal = await refuseOwner(q, input);
      if (refusal !== null) return refusal;
      const facts = { ...typed, number: typed.number.trim() };
      const faults = await faultsOf(q, deskId, facts, null);
      if (faults.length > 0) return { kind: 'wrong', faults };
      const licenceId = context.newId();
      await insertLicence(q, { deskId, companyId, licenceId, facts });
      const response = { licenceId, version: 1 };
      await insertResponse(q, { ...input.idempotency, deskId, response, at: context.now() });
      return { kind: 'done', ...response };
    }),
  );

/** Changes a licence agreement, or takes it off the record. */
export const changeLicence = (
  context: Context,
  input: Who & {
    readonly licenceId: string;
    readonly change: LicenceChange;
    readonly seenVersion: number;
  },
): Promise<LicenceOutcome> =>
  lookingAgain(() =>
    context.db.inDesk(input.deskId, async (q) => {
      const { deskId, companyId, licenceId, seenVersion } = input;
      const { removed, ...change } = input.change;
      const refusal = await refuseOwner(q, input);
      if (refusal !== null) return refusal;
      const locked = await lockLicence(q, deskId, companyId, licenceId);
      if (locked === null) return { kind: 'not-found' };
      if (locked.version !== seenVersion) return { kind: 'stale', version: locked.version };
      if (locked.isRemoved)
        return { kind: 'wrong', faults: [{ field: '', refusal: refuseInstance('removed') }] };
      if (removed === true)
        return {
          kind: 'done',
          licenceId,
          version: await removeLicence(q, deskId, licenceId, context.now()),
        };
      const named = Object.entries(change).filter(([, value]) => value !== undefined);
      const facts: LicenceFacts = { ...locked.facts, ...Object.fromEntries(named) };
      const faults = await faultsOf(q, deskId, facts, locked);
      if (faults.length > 0) return { kind: 'wrong', faults };
      const version = await updateLicence(q, { deskId, companyId, licenceId, facts });
      return { kind: 'done', licenceId, version };
    }),
  );
