import {
  type CompanyId,
  type DeskId,
  foldCompanyName,
  type PersonId,
  type RegulationVersionId,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import type { DeskDetails } from './queries/desks.ts';

export interface NewDesk {
  readonly deskId: DeskId;
  readonly slug: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly mailAddress: string;
}

export const insertDesk = async (q: Queries, desk: NewDesk): Promise<void> => {
  await q.query(
    'desk-insert',
    'insert into desk (desk_id, slug, name_ru, name_en, mail_address) values ($1, $2, $3, $4, $5)',
    [desk.deskId, desk.slug, desk.name.ru, desk.name.en, desk.mailAddress],
  );
};

export interface NewRegulationVersion {
  readonly deskId: DeskId;
  readonly regulationVersionId: RegulationVersionId;
  readonly edition: string;
  readonly effectiveFrom: Instant;
  readonly source: string;
  readonly sha256: string;
  readonly at: Instant;
  /** Who gave it by hand; none: it came from a file of the server. */
  readonly givenBy?: PersonId | null;
}

/** Adds a version; the same text may be in force more than once, each time as a version of its own. */
export const insertRegulationVersion = async (q: Queries, v: NewRegulationVersion): Promise<void> => {
  await q.query(
    'regulation-version-insert',
    `insert into regulation_version (desk_id, regulation_version_id, edition, effective_from, source, sha256, created_at, given_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      v.deskId,
      v.regulationVersionId,
      v.edition,
      toTimestamp(v.effectiveFrom),
      v.source,
      v.sha256,
      toTimestamp(v.at),
      v.givenBy ?? null,
    ],
  );
};

/** Versions that were waiting for their day and will not come into force. */
export const withdrawVersions = async (
  q: Queries,
  deskId: DeskId,
  versions: readonly RegulationVersionId[],
  at: Instant,
): Promise<void> => {
  await q.query(
    'regulation-version-withdraw',
    'update regulation_version set withdrawn_at = $3 where desk_id = $1 and regulation_version_id = any($2::uuid[])',
    [deskId, versions, toTimestamp(at)],
  );
};

export const insertStaff = async (
  q: Queries,
  deskId: DeskId,
  personId: PersonId,
  role: string,
): Promise<void> => {
  await q.query('staff-insert', 'insert into staff (desk_id, person_id, role) values ($1, $2, $3)', [
    deskId,
    personId,
    role,
  ]);
};

export const insertCompany = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  name: string,
): Promise<void> => {
  await q.query(
    'company-insert',
    'insert into company (desk_id, company_id, name, folded_name) values ($1, $2, $3, $4)',
    [deskId, companyId, name, foldCompanyName(name)],
  );
};

/** Letters to it are for sales, besides those to `<desk>+sales@`. */
export const setSalesAddress = async (q: Queries, deskId: DeskId, address: string): Promise<void> => {
  await q.query(
    'desk-sales-address-set',
    `update desk set sales_address = $2, version = version + 1
     where desk_id = $1 and sales_address is distinct from $2`,
    [deskId, address],
  );
};

export const setMailAddress = async (q: Queries, deskId: DeskId, mailAddress: string): Promise<void> => {
  await q.query(
    'desk-mail-address',
    'update desk set mail_address = $2, version = version + 1 where desk_id = $1 and mail_address <> $2',
    [deskId, mailAddress],
  );
};

/** What a desk is called and where it is reached, written anew; its version goes on by one. */
export const changeDeskDetails = async (q: Queries, deskId: DeskId, d: DeskDetails): Promise<void> => {
  await q.query(
    'desk-details-change',
    `update desk set name_ru = $2, name_en = $3, mail_address = $4, sales_address = $5, version = version + 1
     where desk_id = $1`,
    [deskId, d.name.ru, d.name.en, d.mailAddress, d.salesAddress],
  );
};
