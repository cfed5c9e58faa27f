import type { CompanyId, DeskId, InstanceFacts, LicenceFacts } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { factsColumns, factsTables } from './instance-columns.ts';

export interface InstanceRow {
  readonly instanceId: string;
  readonly version: number;
  readonly facts: InstanceFacts;
  readonly siteName: string | null;
  readonly certificateNumber: string | null;
  readonly company: { readonly companyId: CompanyId; readonly name: string };
  /** The key as it is compared: what a search is ordered by. */
  readonly foldedKey: string | null;
}

const columns = `i.instance_id as "instanceId", i.version, ${factsColumns} as facts, s.name as "siteName", c.number as "certificateNumber",
  jsonb_build_object('companyId', o.company_id, 'name', o.name) as company, i.folded_key as "foldedKey"`;
const tables = `${factsTables} join company o on o.desk_id = i.desk_id and o.company_id = i.company_id
  left join company_site s on s.desk_id = i.desk_id and s.site_id = i.site_id
  left join certificate c on c.desk_id = i.desk_id and c.certificate_id = i.certificate_id`;

type Row = InstanceRow & Record<string, unknown>;

/** What a company runs, in the order in which it was recorded. */
export const companyInstances = (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly InstanceRow[]> =>
  q.query<Row>(
    `company-instances-${page.after === null ? 'first' : 'next'}`,
    `select ${columns} from ${tables} where i.desk_id = $1 and i.company_id = $2 and i.removed_at is null
       and i.instance_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000') order by i.instance_id limit $4`,
    [deskId, companyId, page.after, page.limit],
  );

/** Above every text that begins so, compared byte by byte. */
const above = (prefix: string): string => `${prefix}\u{10FFFF}`;

export interface KeyPlace {
  readonly foldedKey: string;
  readonly instanceId: string;
}

/** What all companies run whose key begins so, by key; `prefix` folded, empty: all that have a key. */
export const instancesByKey = (
  q: Queries,
  deskId: DeskId,
  page: { readonly prefix: string; readonly after: KeyPlace | null; readonly limit: number },
): Promise<readonly InstanceRow[]> => {
  const { prefix, after, limit } = page;
  return q.query<Row>(
    'instances-by-key',
    `select ${columns} from ${tables} where i.desk_id = $1 and i.removed_at is null
       and i.folded_key ~>=~ $2 and i.folded_key ~<~ $3 and (i.folded_key ~>~ $4 or i.folded_key = $4 and i.instance_id > $5::uuid)
     order by i.folded_key using ~<~, i.instance_id limit $6`,
    [
      deskId,
      after?.foldedKey ?? prefix,
      above(prefix),
      after?.foldedKey ?? '',
      after?.instanceId ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
};

export interface LicenceRow {
  readonly licenceId: string;
  readonly version: number;
  readonly facts: LicenceFacts;
  readonly company: { readonly companyId: CompanyId; readonly name: string };
}

const licenceColumns = `l.licence_agreement_id as "licenceId", l.version,
  jsonb_build_object('number', l.number, 'products', to_jsonb(l.products), 'from', l.from_date, 'until', l.until_date) as facts,
  jsonb_build_object('companyId', o.company_id, 'name', o.name) as company`;
const licenceTables =
  'licence_agreement l join company o on o.desk_id = l.desk_id and o.company_id = l.company_id';

/** Licence agreements of a company, the latest first. */
export const companyLicences = (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<readonly LicenceRow[]> =>
  q.query<LicenceRow & Record<string, unknown>>(
    'company-licences',
    `select ${licenceColumns} from ${licenceTables} where l.desk_id = $1 and l.company_id = $2 and l.removed_at is null
     order by l.from_date desc, l.licence_agreement_id limit 500`,
    [deskId, companyId],
  );

/** Agreements that lapsed before a day and that none of the company in force on it has followed, the latest first. */
export const lapsedLicences = (
  q: Queries,
  deskId: DeskId,
  page: {
    readonly today: string;
    readonly after: { readonly until: string; readonly licenceId: string } | null;
    readonly limit: number;
  },
): Promise<readonly LicenceRow[]> =>
  q.query<LicenceRow & Record<string, unknown>>(
    `licences-lapsed-${page.after === null ? 'first' : 'next'}`,
    `select ${licenceColumns} from ${licenceTables} where l.desk_id = $1 and l.until_date < $2::date and l.removed_at is null
       ${page.after === null ? 'and $3::date is null and $4::uuid is null' : 'and (l.until_date, l.licence_agreement_id) < ($3::date, $4::uuid)'}
       and not exists (select from licence_agreement n where n.desk_id = l.desk_id and n.company_id = l.company_id and n.removed_at is null
         and n.from_date <= $2::date and (n.until_date is null or n.until_date >= $2::date)
         and (n.products is null or n.products && l.products))
     order by l.until_date desc, l.licence_agreement_id desc limit $5`,
    [deskId, page.today, page.after?.until ?? null, page.after?.licenceId ?? null, page.limit],
  );
