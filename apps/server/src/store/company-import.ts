import {
  type DeskId,
  foldCompanyName,
  type ImportPlan,
  type KnownCompany,
  type KnownPerson,
  type KnownSite,
  type KnownStanding,
} from '@reglament/desk';
import type { Queries } from './database.ts';

/** Two tables are read one after the other, as if a person did it: the second sees what the first did. */
export const lockCompanies = async (q: Queries, deskId: DeskId): Promise<void> => {
  await q.query('company-import-lock', `select pg_advisory_xact_lock(hashtext('company-import ' || $1))`, [
    deskId,
  ]);
};

/** Every company of the desk, those merged away too: a row may speak of any. */
export const everyCompany = (q: Queries, deskId: DeskId): Promise<readonly KnownCompany[]> =>
  q.query<KnownCompany & Record<string, unknown>>(
    'company-import-known',
    `select company_id as "companyId", name, inn, kpp, ogrn, district, city, zone, merged_into as "mergedInto" from company where desk_id = $1`,
    [deskId],
  );

/** Everybody with one of these addresses or telephones. */
export const peopleKnownBy = (
  q: Queries,
  deskId: DeskId,
  emails: readonly string[],
  phones: readonly string[],
): Promise<readonly KnownPerson[]> =>
  q.query<KnownPerson & Record<string, unknown>>(
    'company-import-people',
    `select c.contact_id as "contactId", c.name, c.email, c.phone,
       array(select l.company_id::text from contact_of_company l where l.desk_id = c.desk_id and l.contact_id = c.contact_id) as companies
     from contact c where c.desk_id = $1 and (c.email = any($2::text[]) or (c.phone <> '' and c.phone = any($3::text[])))`,
    [deskId, emails, phones],
  );

/** Every site of the desk’s companies. */
export const everySite = (q: Queries, deskId: DeskId): Promise<readonly KnownSite[]> =>
  q.query<KnownSite & Record<string, unknown>>(
    'company-import-sites',
    `select site_id as "siteId", company_id as "companyId", name, city, region, zone from company_site where desk_id = $1`,
    [deskId],
  );

/** Every standing of the desk’s companies, past ones too. */
export const everyStanding = (q: Queries, deskId: DeskId): Promise<readonly KnownStanding[]> =>
  q.query<KnownStanding & Record<string, unknown>>(
    'company-import-standings',
    `select standing_id as "standingId", company_id as "companyId", role, to_char(from_date, 'YYYY-MM-DD') as "from", to_char(until_date, 'YYYY-MM-DD') as until
     from company_standing where desk_id = $1`,
    [deskId],
  );

const fields = `"companyId" uuid, name text, folded text, inn text, kpp text, ogrn text, district text, city text, zone text`;

const rowsOf = (companies: readonly KnownCompany[]): string =>
  JSON.stringify(companies.map((one) => ({ ...one, folded: foldCompanyName(one.name) })));

const keepParts = async (q: Queries, deskId: DeskId, plan: ImportPlan): Promise<void> => {
  if (plan.sites.length > 0)
    await q.query(
      'company-import-keep-sites',
      `insert into company_site (desk_id, site_id, company_id, name, city, region, zone)
       select $1, s."siteId", s."companyId", s.name, s.city, s.region, s.zone
       from jsonb_to_recordset($2::jsonb) as s("siteId" uuid, "companyId" uuid, name text, city text, region text, zone text)
       on conflict (desk_id, site_id) do update set city = excluded.city, region = excluded.region, zone = excluded.zone`,
      [deskId, JSON.stringify(plan.sites)],
    );
  if (plan.standings.length > 0)
    await q.query(
      'company-import-keep-standings',
      `insert into company_standing (desk_id, standing_id, company_id, role, from_date, until_date)
       select $1, s."standingId", s."companyId", s.role, s."from", s.until
       from jsonb_to_recordset($2::jsonb) as s("standingId" uuid, "companyId" uuid, role text, "from" date, until date)
       on conflict (desk_id, standing_id) do update set until_date = excluded.until_date`,
      [deskId, JSON.stringify(plan.standings)],
    );
  // Whoever has the company open saves no list over what came meanwhile.
  const touched = new Set([
    ...[...plan.sites, ...plan.standings].map(({ companyId }) => companyId),
    ...plan.people.flatMap(({ companies }) => companies),
  ]);
  for (const { companyId } of [...plan.created, ...plan.changed]) touched.delete(companyId);
  await q.query(
    'company-import-touch',
    'update company set version = version + 1 where desk_id = $1 and company_id = any($2::uuid[])',
    [deskId, [...touched]],
  );
};

/** Writes what a plan says, in a few statements however long the table was. */
export const applyImport = async (q: Queries, deskId: DeskId, plan: ImportPlan): Promise<void> => {
  await q.query(
    'company-import-insert',
    `insert into company (desk_id, company_id, name, folded_name, inn, kpp, ogrn, district, city, zone)
     select $1, c."companyId", c.name, c.folded, c.inn, c.kpp, c.ogrn, c.district, c.city, c.zone from jsonb_to_recordset($2::jsonb) as c(${fields})`,
    [deskId, rowsOf(plan.created)],
  );
  await q.query(
    'company-import-update',
    `update company o set name = c.name, folded_name = c.folded, inn = c.inn, kpp = c.kpp, ogrn = c.ogrn, district = c.district, city = c.city, zone = c.zone, version = o.version + 1
     from jsonb_to_recordset($2::jsonb) as c(${fields}) where o.desk_id = $1 and o.company_id = c."companyId"`,
    [deskId, rowsOf(plan.changed)],
  );
  const people = JSON.stringify(plan.people);
  await q.query(
    'company-import-contacts',
    `insert into contact (desk_id, contact_id, company_id, email, name, phone)
     select $1, p."contactId", (p.companies ->> 0)::uuid, p.email, p.name, p.phone
     from jsonb_to_recordset($2::jsonb) as p("contactId" uuid, email text, name text, phone text, companies jsonb)
     on conflict (desk_id, contact_id) do update set name = excluded.name, phone = excluded.phone, company_id = coalesce(contact.company_id, excluded.company_id)`,
    [deskId, people],
  );
  await q.query(
    'company-import-speakers',
    `insert into contact_of_company (desk_id, contact_id, company_id)
     select $1, p."contactId", c.value::uuid
     from jsonb_to_recordset($2::jsonb) as p("contactId" uuid, companies jsonb), jsonb_array_elements_text(p.companies) as c(value)
     on conflict do nothing`,
    [deskId, people],
  );
  await keepParts(q, deskId, plan);
};
