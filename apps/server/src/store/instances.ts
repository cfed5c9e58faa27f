import type { CertificateId, CompanyId, DeskId, InstanceFacts } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { factsColumns, factsTables } from './queries/instance-columns.ts';

export interface LockedInstance {
  readonly instanceId: string;
  readonly facts: InstanceFacts;
  readonly version: number;
  readonly isRemoved: boolean;
}

/** Locks an instance of a company for a command; null when the company has no such instance. */
export const lockInstance = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  instanceId: string,
): Promise<LockedInstance | null> => {
  const [row] = await q.query<LockedInstance & Record<string, unknown>>(
    'instance-lock',
    `select i.instance_id as "instanceId", i.version, i.removed_at is not null as "isRemoved", ${factsColumns} as facts
     from ${factsTables} where i.desk_id = $1 and i.company_id = $2 and i.instance_id = $3 for update of i`,
    [deskId, companyId, instanceId],
  );
  return row ?? null;
};

/** A company's instance of a product by its key, locked; null: it has none. */
export const instanceOfKey = async (
  q: Queries,
  deskId: DeskId,
  asked: { readonly companyId: CompanyId; readonly product: string; readonly foldedKey: string },
): Promise<LockedInstance | null> => {
  const [row] = await q.query<LockedInstance & Record<string, unknown>>(
    'instance-of-key',
    `select i.instance_id as "instanceId", i.version, false as "isRemoved", ${factsColumns} as facts
     from ${factsTables} where i.desk_id = $1 and i.company_id = $2 and p.name = $3 and i.folded_key = $4 and i.removed_at is null
     for update of i`,
    [deskId, asked.companyId, asked.product, asked.foldedKey],
  );
  return row ?? null;
};

/** Whether a statement broke on a key that somebody else registered at the same moment. */
export const isKeyKnown = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'instance_key';

export interface InstanceWrite {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly instanceId: string;
  readonly productId: string;
  readonly productVersionId: string | null;
  readonly foldedKey: string | null;
  readonly facts: InstanceFacts;
}

const valuesOf = (w: InstanceWrite): readonly unknown[] => [
  w.deskId,
  w.companyId,
  w.instanceId,
  w.productId,
  w.productVersionId,
  w.facts.installationType,
  w.facts.key,
  w.foldedKey,
  w.facts.keyRegisteredOn,
  w.facts.commissionedOn,
  w.facts.hasWorked,
  w.facts.siteId,
  w.facts.activated,
  w.facts.certificateId,
];

export const insertInstance = async (q: Queries, w: InstanceWrite): Promise<void> => {
  await q.query(
    'instance-insert',
    `insert into instance (desk_id, company_id, instance_id, product_id, product_version_id, installation_type, key, folded_key,
       key_registered_on, commissioned_on, has_worked, site_id, activated, certificate_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    valuesOf(w),
  );
};

/** Writes a locked instance anew; returns its new version. */
export const updateInstance = async (q: Queries, w: InstanceWrite): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'instance-update',
    `update instance set product_id = $4, product_version_id = $5, installation_type = $6, key = $7, folded_key = $8, key_registered_on = $9,
       commissioned_on = $10, has_worked = $11, site_id = $12, activated = $13, certificate_id = $14, version = version + 1
     where desk_id = $1 and company_id = $2 and instance_id = $3 returning version`,
    valuesOf(w),
  );
  if (row === undefined) throw new Error(`instance ${w.instanceId} is gone`);
  return row.version;
};

/** Takes a locked instance off the record: its key may be registered again. Returns its new version. */
export const removeInstance = async (
  q: Queries,
  deskId: DeskId,
  instanceId: string,
  at: Instant,
): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'instance-remove',
    'update instance set removed_at = $3, version = version + 1 where desk_id = $1 and instance_id = $2 returning version',
    [deskId, instanceId, toTimestamp(at)],
  );
  if (row === undefined) throw new Error(`instance ${instanceId} is gone`);
  return row.version;
};

/** What was supported under a certificate is supported under the one that goes on from it. */
export const moveInstances = async (
  q: Queries,
  deskId: DeskId,
  from: CertificateId,
  to: CertificateId,
): Promise<void> => {
  await q.query(
    'instances-move',
    `update instance set certificate_id = $3, version = version + 1
     where desk_id = $1 and certificate_id = $2 and removed_at is null`,
    [deskId, from, to],
  );
};
