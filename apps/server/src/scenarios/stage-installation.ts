import { type CertificateNews, certificateNewsWords, type CompanyId, type Text } from '@reglament/desk';
import { importInstances } from '../use-cases/import-instances.ts';
import { changeLicence, createLicence } from '../use-cases/keep-licence.ts';
import { changeInstance, createInstance, type InstanceOutcome } from '../use-cases/keep-instance.ts';
import { Refused } from './refused.ts';
import { dateOf } from './stage-renewal.ts';
import type { Stage, StageCustomer } from './stage.ts';

/** What is known of an installation beside its product; dates by Moscow's wall clock. */
export interface Installed {
  readonly type?: string;
  readonly key?: string;
  readonly keyRegistered?: string;
  readonly commissioned?: string;
  readonly activated?: number;
  /** Absent: the only certificate that fits. */
  readonly certificateId?: string | null;
}

export interface StageInstallation {
  /** What was said about certificates when it was recorded. */
  readonly told: readonly Text[];
  /** Staff record when its key was registered. @throws Refused. */
  readonly registersKey: (on: string) => Promise<readonly Text[]>;
}

const companyOf = ({ company }: StageCustomer): CompanyId => {
  if (company === null) throw new Error('somebody of no company runs nothing');
  return company.companyId;
};

const kept = (outcome: InstanceOutcome): Extract<InstanceOutcome, { readonly kind: 'done' }> => {
  if (outcome.kind === 'wrong') throw new Refused(outcome.faults[0]?.refusal.code ?? outcome.kind, null);
  if (outcome.kind === 'refused') throw new Refused(outcome.refusal.code, outcome.refusal.clause);
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  return outcome;
};

const words = (news: readonly CertificateNews[]): readonly Text[] => news.map(certificateNewsWords);

/** Staff record what a customer's company runs. @throws Refused. */
export const installs = async (
  { still, slug, engineer }: Stage,
  customer: StageCustomer,
  product: string,
  more: Installed = {},
): Promise<StageInstallation> => {
  const who = { deskId: still.desk(slug), companyId: companyOf(customer), personId: engineer.personId };
  const { instanceId, version, news } = kept(
    await createInstance(still.context, {
      ...who,
      typed: {
        product,
        productVersion: null,
        installationType: more.type ?? null,
        key: more.key ?? null,
        keyRegisteredOn: more.keyRegistered === undefined ? null : dateOf(more.keyRegistered),
        commissionedOn: more.commissioned === undefined ? null : dateOf(more.commissioned),
        hasWorked: true,
        siteId: null,
        activated: more.activated ?? 1,
        ...(more.certificateId === undefined ? {} : { certificateId: more.certificateId }),
      },
      present: words,
      idempotency: { key: still.context.newId(), requestHash: 'x' },
    }),
  );
  return {
    told: words(news),
    registersKey: async (on) =>
      words(
        kept(
          await changeInstance(still.context, {
            ...who,
            instanceId,
            change: { keyRegisteredOn: dateOf(on) },
            seenVersion: version,
          }),
        ).news,
      ),
  };
};

/** Staff record when an installation on record was commissioned. @throws Refused. */
export const commissions = async (
  { still, slug, engineer }: Stage,
  customer: StageCustomer,
  one: { readonly instanceId: string; readonly version: number } | undefined,
  on: string,
): Promise<readonly Text[]> => {
  if (one === undefined) throw new Error('no installation waits to be commissioned');
  const outcome = await changeInstance(still.context, {
    deskId: still.desk(slug),
    companyId: companyOf(customer),
    personId: engineer.personId,
    instanceId: one.instanceId,
    change: { commissionedOn: dateOf(on) },
    seenVersion: one.version,
  });
  return words(kept(outcome).news);
};

/** Staff record a licence agreement of a customer's company; returns how they write down its last day. */
export const licenses = async (
  { still, slug }: Stage,
  customer: StageCustomer,
  agreement: {
    readonly products: readonly string[] | null;
    readonly from: string;
    readonly until: string | null;
  },
): Promise<(until: string) => Promise<void>> => {
  const who = { deskId: still.desk(slug), companyId: companyOf(customer) };
  const outcome = await createLicence(still.context, {
    ...who,
    typed: {
      number: `L-${still.context.newId().slice(-8)}`,
      products: agreement.products === null ? null : [...agreement.products],
      from: dateOf(agreement.from),
      until: agreement.until === null ? null : dateOf(agreement.until),
    },
    idempotency: { key: still.context.newId(), requestHash: 'x' },
  });
  if (outcome.kind !== 'done') throw new Refused(outcome.kind, null);
  const { licenceId, version } = outcome;
  return async (until) => {
    const change = { until: dateOf(until) };
    const changed = await changeLicence(still.context, { ...who, licenceId, change, seenVersion: version });
    if (changed.kind !== 'done') throw new Refused(changed.kind, null);
  };
};

/** Staff load a table of keys; returns what each row did. @throws Refused. */
export const loadsKeys = async (
  { still, slug, engineer }: Stage,
  table: string,
): Promise<readonly string[]> => {
  const loaded = await importInstances(still.context, {
    deskId: still.desk(slug),
    personId: engineer.personId,
    table: Buffer.from(table),
    apply: true,
  });
  if (loaded.kind === 'refused') throw new Refused(loaded.refusal.code, null);
  return loaded.rows.map(({ outcome, says }) => [outcome, ...says.map(({ ru }) => ru)].join(': '));
};
