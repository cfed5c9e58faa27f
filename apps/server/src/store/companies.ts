import {
  type CompanyFacts,
  type CompanyId,
  type ContactId,
  type DeskId,
  type FederalDistrict,
  foldCompanyName,
  type Language,
  type Standing,
} from '@reglament/desk';
import type { TimeZoneId } from '@reglament/working-time';
import type { Queries } from './database.ts';

/** What stands in a company's own row. */
export interface CompanyRecord extends CompanyFacts {
  readonly district: FederalDistrict | null;
  readonly city: string;
  /** Whose wall clock it lives by; null, absent: nobody has said. */
  readonly zone?: TimeZoneId | null;
}

export interface LockedCompany extends CompanyRecord {
  readonly companyId: CompanyId;
  readonly version: number;
  readonly mergedInto: { readonly companyId: CompanyId; readonly name: string } | null;
}

/** Locks a company for a command; null when the desk has no such company. */
export const lockCompany = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<LockedCompany | null> => {
  const [row] = await q.query<LockedCompany & Record<string, unknown>>(
    'company-lock',
    `select o.company_id as "companyId", o.version, o.name, o.inn, o.kpp, o.ogrn, o.district, o.city, o.zone,
       (select jsonb_build_object('companyId', k.company_id, 'name', k.name) from company k where k.desk_id = o.desk_id and k.company_id = o.merged_into) as "mergedInto"
     from company o where o.desk_id = $1 and o.company_id = $2 for update of o`,
    [deskId, companyId],
  );
  return row ?? null;
};

/** The company that has these numbers already, other than `except`; null: nobody. */
export const companyByKey = async (
  q: Queries,
  deskId: DeskId,
  key: { readonly inn: string; readonly kpp: string | null },
  except: CompanyId | null,
): Promise<{ readonly companyId: CompanyId; readonly name: string } | null> => {
  const [row] = await q.query<{ companyId: CompanyId; name: string }>(
    'company-by-key',
    `select company_id as "companyId", name from company
     where desk_id = $1 and inn = $2 and coalesce(kpp, '') = coalesce($3, '') and company_id is distinct from $4::uuid`,
    [deskId, key.inn, key.kpp, except],
  );
  return row ?? null;
};

const valuesOf = (deskId: DeskId, companyId: CompanyId, c: CompanyRecord): readonly unknown[] => [
  deskId,
  companyId,
  c.name,
  foldCompanyName(c.name),
  c.inn,
  c.kpp,
  c.ogrn,
  c.district,
  c.city,
  c.zone ?? null,
];

/** A new company with its numbers. */
export const insertCompanyRecord = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  record: CompanyRecord,
): Promise<void> => {
  await q.query(
    'company-record-insert',
    `insert into company (desk_id, company_id, name, folded_name, inn, kpp, ogrn, district, city, zone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    valuesOf(deskId, companyId, record),
  );
};

export const updateCompanyRecord = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  record: CompanyRecord,
): Promise<void> => {
  await q.query(
    'company-record-update',
    `update company set name = $3, folded_name = $4, inn = $5, kpp = $6, ogrn = $7, district = $8, city = $9, zone = $10 where desk_id = $1 and company_id = $2`,
    valuesOf(deskId, companyId, record),
  );
};

/** Something of the company was changed: whoever saw it before saw another one. Returns the new version. */
export const touchCompany = async (q: Queries, deskId: DeskId, companyId: CompanyId): Promise<number> => {
  const [row] = await q.query<{ version: number }>(
    'company-touch',
    'update company set version = version + 1 where desk_id = $1 and company_id = $2 returning version',
    [deskId, companyId],
  );
  if (row === undefined) throw new Error(`company ${companyId} is gone`);
  return row.version;
};

export interface Site {
  readonly siteId: string;
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly zone: string;
}

/** The company's sites from now on; an id of another company's site is a new site. */
export const replaceSites = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  sites: readonly Site[],
): Promise<void> => {
  const rows = JSON.stringify(sites);
  await q.query(
    'company-sites-forget',
    `delete from company_site where desk_id = $1 and company_id = $2
     and site_id not in (select s."siteId" from jsonb_to_recordset($3::jsonb) as s("siteId" uuid))`,
    [deskId, companyId, rows],
  );
  await q.query(
    'company-sites-keep',
    `insert into company_site (desk_id, site_id, company_id, name, city, region, zone)
     select $1, s."siteId", $2, s.name, s.city, s.region, s.zone
     from jsonb_to_recordset($3::jsonb) as s("siteId" uuid, name text, city text, region text, zone text)
     on conflict (desk_id, site_id) do update set name = excluded.name, city = excluded.city, region = excluded.region, zone = excluded.zone
     where company_site.company_id = excluded.company_id`,
    [deskId, companyId, rows],
  );
};

/** Where a company is; null: not known, or the desk has no such company. */
export const districtOfCompany = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<FederalDistrict | null> => {
  const [row] = await q.query<{ district: FederalDistrict | null }>(
    'company-district',
    'select district from company where desk_id = $1 and company_id = $2',
    [deskId, companyId],
  );
  return row?.district ?? null;
};

/** What a company stands as, was and will be. */
export const standingsOf = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<readonly Standing[]> =>
  q.query<Standing & Record<string, unknown>>(
    'company-standings',
    `select role, from_date::text as "from", until_date::text as until from company_standing where desk_id = $1 and company_id = $2`,
    [deskId, companyId],
  );

/** The company's standings from now on. */
export const replaceStandings = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  standings: readonly (Standing & { readonly standingId: string; readonly shownAs: string | null })[],
): Promise<void> => {
  await q.query(
    'company-standings-forget',
    'delete from company_standing where desk_id = $1 and company_id = $2',
    [deskId, companyId],
  );
  await q.query(
    'company-standings-keep',
    `insert into company_standing (desk_id, standing_id, company_id, role, from_date, until_date, shown_as)
     select $1, s."standingId", $2, s.role, s."from", s.until, s."shownAs"
     from jsonb_to_recordset($3::jsonb) as s("standingId" uuid, role text, "from" date, until date, "shownAs" text)
     on conflict (desk_id, standing_id) do nothing`,
    [deskId, companyId, JSON.stringify(standings)],
  );
};

export interface CompanyContact {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly listed: boolean;
  /** In which they are written to; null, absent: as before. */
  readonly language?: Language | null;
}

/** Contacts of the desk with these addresses or ids: one who is named is the same person, whoever they speak for. */
export const knownContacts = (
  q: Queries,
  deskId: DeskId,
  emails: readonly string[],
  ids: readonly string[],
): Promise<
  readonly {
    readonly contactId: ContactId;
    readonly email: string | null;
    readonly companies: readonly string[];
  }[]
> =>
  q.query<{ contactId: ContactId; email: string | null; companies: readonly string[] }>(
    'company-contacts-known',
    `select c.contact_id as "contactId", c.email,
       array(select l.company_id::text from contact_of_company l where l.desk_id = c.desk_id and l.contact_id = c.contact_id) as companies
     from contact c where c.desk_id = $1 and (c.email = any($2::text[]) or c.contact_id = any($3::uuid[]))`,
    [deskId, emails, ids],
  );

/**
 * The people who speak for the company from now on. Whoever is left out stays a contact: tickets name them. One who spoke for this
 * company alone belongs to none then, one of several to another of theirs.
 */
export const replaceContacts = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  contacts: readonly CompanyContact[],
): Promise<void> => {
  const rows = JSON.stringify(contacts);
  await q.query(
    'company-contacts-forget',
    `delete from contact_of_company where desk_id = $1 and company_id = $2
     and contact_id not in (select c."contactId" from jsonb_to_recordset($3::jsonb) as c("contactId" uuid))`,
    [deskId, companyId, rows],
  );
  await keepContacts(q, deskId, companyId, contacts);
  await q.query(
    'company-contacts-elsewhere',
    `update contact c set company_id = (select l.company_id from contact_of_company l where l.desk_id = c.desk_id and l.contact_id = c.contact_id order by l.company_id limit 1)
     where c.desk_id = $1 and c.company_id = $2
       and not exists (select from contact_of_company l where l.desk_id = c.desk_id and l.contact_id = c.contact_id and l.company_id = $2)`,
    [deskId, companyId],
  );
};

/**
 * Adds people to a company, or changes what is known of those who are there. Whoever was behind another address is nobody here any
 * more: the mailbox is what shows who somebody is.
 */
export const keepContacts = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  contacts: readonly CompanyContact[],
): Promise<void> => {
  const rows = JSON.stringify(contacts);
  await q.query(
    'company-contacts-keep',
    `insert into contact (desk_id, contact_id, company_id, email, name, phone, language)
     select $1, c."contactId", $2, c.email, c.name, c.phone, c.language
     from jsonb_to_recordset($3::jsonb) as c("contactId" uuid, email text, name text, phone text, language text)
     on conflict (desk_id, contact_id) do update set name = excluded.name, phone = excluded.phone, email = coalesce(excluded.email, contact.email),
       person_id = case when excluded.email is distinct from contact.email and excluded.email is not null then null else contact.person_id end,
       language = coalesce(excluded.language, contact.language),
       company_id = coalesce(contact.company_id, excluded.company_id)`,
    [deskId, companyId, rows],
  );
  await q.query(
    'company-contacts-speak',
    `insert into contact_of_company (desk_id, contact_id, company_id, listed)
     select $1, c."contactId", $2, c.listed from jsonb_to_recordset($3::jsonb) as c("contactId" uuid, listed boolean)
     on conflict (desk_id, contact_id, company_id) do update set listed = excluded.listed`,
    [deskId, companyId, rows],
  );
};
