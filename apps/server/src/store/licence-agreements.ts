import type { CompanyId, DeskId, LicenceFacts } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface LockedLicence {
  readonly licenceId: string;
  readonly facts: LicenceFacts;
  readonly version: number;
  readonly isRemoved: boolean;
}

/** Locks a company's licence agreement for a command; null when the company has no such agreement. */
export const lockLicence = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  licenceId: string,
): Promise<LockedLicence | null> => {
  const [row] = await q.query<LockedLicence & Record<string, unknown>>(
    'licence-lock',
    `select licence_agreement_id as "licenceId", version, removed_at is not null as "isRemoved",
       jsonb_build_object('number', number, 'products', to_jsonb(products), 'from', from_date, 'until', until_date) as facts
     from licence_agreement where desk_id = $1 and company_id = $2 and licence_agreement_id = $3 for update`,
    [deskId, companyId, licenceId],
  );
  return row ?? null;
};

/** Whose agreement has the number; null: nobody's, or only the one that asks. */
export const licenceHolder = async (
  q: Queries,
  deskId: DeskId,
  number: string,
  exceptId: string | null,
): Promise<string | null> => {
  const [row] = await q.query<{ name: string }>(
    'licence-holder',
    `select o.name from licence_agreement l join company o on o.desk_id = l.desk_id and o.company_id = l.company_id
     where l.desk_id = $1 and l.number = $2 and l.removed_at is null and l.licence_agreement_id is distinct from $3::uuid`,
    [deskId, number, exceptId],
  );
  return row?.name ?? null;
};

/** Whether a statement broke on a number that somebody else gave at the same moment. */
export const isLicenceTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'licence_agreement_number';

export interface LicenceWrite {
  readonly deskId: DeskId;
  readonly companyId: CompanyId;
  readonly licenceId: string;
  readonly facts: LicenceFacts;
}

const valuesOf = ({ deskId, companyId, licenceId, facts }: LicenceWrite): readonly unknown[] => [
  deskId,
  companyId,
  licenceId,
  facts.number,
  facts.products,
  facts.from,
  facts.until,
];

export const insertLicence = async (q: Queries, w: LicenceWrite): Promise<void> => {
  await q.query(
    'licence-insert',
    `insert into licence_agreement (desk_id, company_id, licence_agreement_id, number, products, from_date, until_date)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    valuesOf(w),
  );
};

/** Writes a locked agreement anew; returns its new version. */
export const updateLicence = async (q: Queries, w: LicenceWrite): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'licence-update',
    `update licence_agreement set number = $4, products = $5, from_date = $6, until_date = $7, version = version + 1
     where desk_id = $1 and company_id = $2 and licence_agreement_id = $3 returning version`,
    valuesOf(w),
  );
  if (row === undefined) throw new Error(`licence agreement ${w.licenceId} is gone`);
  return row.version;
};

/** Takes a locked agreement off the record. Returns its new version. */
export const removeLicence = async (
  q: Queries,
  deskId: DeskId,
  licenceId: string,
  at: Instant,
): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'licence-remove',
    `update licence_agreement set removed_at = $3, version = version + 1
     where desk_id = $1 and licence_agreement_id = $2 returning version`,
    [deskId, licenceId, toTimestamp(at)],
  );
  if (row === undefined) throw new Error(`licence agreement ${licenceId} is gone`);
  return row.version;
};
