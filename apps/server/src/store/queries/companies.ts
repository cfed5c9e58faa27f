import type { Instant } from '@reglament/working-time';
import type {
  CompanyId,
  ContactId,
  DeskId,
  FederalDistrict,
  Language,
  SupportCertificate,
} from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface CompanyRow {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly packages: readonly string[];
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly district: FederalDistrict | null;
  readonly city: string;
  readonly contacts: number;
}

export interface CompaniesAsked {
  readonly deskId: DeskId;
  /** Part of a name, the beginning of an INN, or the number of a contract or certificate; empty: all. */
  readonly search: string;
  /** The last company of the page before. */
  readonly after: { readonly name: string; readonly companyId: string } | null;
  readonly limit: number;
  /** Packages are those that serve then. */
  readonly now: Instant;
}

/** Companies by name, without those merged away; wildcards are literal. */
export const companiesPage = (q: Queries, asked: CompaniesAsked): Promise<readonly CompanyRow[]> =>
  q.query<CompanyRow & Record<string, unknown>>(
    'companies-page',
    `select o.company_id as "companyId", o.name, o.inn, o.kpp, o.district, o.city,
       coalesce((select array_agg(distinct e.package_id) from certificate e where e.desk_id = o.desk_id and e.company_id = o.company_id and e.starts_at <= $6 and $6 < coalesce(e.loyal_until, e.lasts_until) and e.body ->> 'revokedAt' is null and e.body ->> 'suspendedAt' is null), '{}') as packages,
       (select count(*)::int from contact_of_company c where c.desk_id = o.desk_id and c.company_id = o.company_id) as contacts
     from company o
     where o.desk_id = $1 and o.merged_into is null
       and (strpos(lower(o.name), lower($2)) > 0 or ($2 ~ '^\\d{3,12}$' and strpos(o.inn, $2) = 1)
         or o.company_id in (select e.company_id from certificate e where e.desk_id = $1 and e.number_key = lower($2)))
       and ($3::text is null or (o.name collate "ru-x-icu", o.company_id) > ($3::text collate "ru-x-icu", $4::uuid))
     order by o.name collate "ru-x-icu", o.company_id limit $5`,
    [
      asked.deskId,
      asked.search.trim(),
      asked.after?.name ?? null,
      asked.after?.companyId ?? null,
      asked.limit,
      new Date(asked.now),
    ],
  );

export interface CompanyRef {
  readonly companyId: CompanyId;
  readonly name: string;
}

export interface CompanyPageRow {
  readonly companyId: CompanyId;
  readonly version: number;
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly district: FederalDistrict | null;
  readonly city: string;
  readonly zone: string | null;
  readonly mergedInto: CompanyRef | null;
  readonly merged: readonly (CompanyRef & { readonly at: string })[];
  readonly contacts: readonly {
    readonly contactId: ContactId;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string;
    readonly listed: boolean;
    readonly language: Language | null;
    readonly others: readonly CompanyRef[];
  }[];
  readonly sites: readonly {
    readonly siteId: string;
    readonly name: string;
    readonly city: string;
    readonly region: string;
    readonly zone: string;
  }[];
  readonly standings: readonly {
    readonly standingId: string;
    readonly role: string;
    readonly from: string;
    readonly until: string | null;
    readonly shownAs: string | null;
  }[];
  readonly certificates: readonly SupportCertificate[];
  readonly tickets: readonly {
    readonly number: number;
    readonly subject: string;
    readonly state: 'new' | 'in-progress' | 'waiting-for-customer' | 'resolved' | 'closed' | 'not-entitled';
    readonly registeredAt: string;
  }[];
  readonly duplicates: readonly (CompanyRef & {
    readonly inn: string | null;
    readonly kpp: string | null;
    readonly because: readonly ('inn' | 'name' | 'phone' | 'email')[];
  })[];
}

const ref = (alias: string): string =>
  `jsonb_build_object('companyId', ${alias}.company_id, 'name', ${alias}.name)`;

/** A telephone that hundreds of companies share says nothing of any of them. */
const LOOKED_AT = 100;

/** Other records by INN, folded name, and by a telephone or address that people of both have; each with its reasons. */
const duplicates = `
  select d.company_id, d.name, d.inn, d.kpp, f.because
  from (select g.company_id, jsonb_agg(distinct g.because) as because from (
    select x.company_id, 'inn' as because from company x where x.desk_id = $1 and x.inn = o.inn
    union all
    select x.company_id, 'name' from company x where x.desk_id = $1 and x.folded_name = o.folded_name and o.folded_name <> '' and x.merged_into is null
    union all
    select m.company_id, 'phone'
    from contact_of_company l
    join contact c on c.desk_id = l.desk_id and c.contact_id = l.contact_id
    join contact p on p.desk_id = c.desk_id and p.phone = c.phone and p.phone <> ''
    join contact_of_company m on m.desk_id = p.desk_id and m.contact_id = p.contact_id
    where l.desk_id = $1 and l.company_id = o.company_id
    union all
    select m.company_id, 'email'
    from contact_of_company l
    join contact_of_company m on m.desk_id = l.desk_id and m.contact_id = l.contact_id
    join contact c on c.desk_id = l.desk_id and c.contact_id = l.contact_id and c.email is not null
    where l.desk_id = $1 and l.company_id = o.company_id
  ) g where g.company_id <> o.company_id group by g.company_id limit ${LOOKED_AT}) f
  cross join lateral (select * from company where desk_id = $1 and company_id = f.company_id and merged_into is null limit 1) d
  where o.merged_into is null
  order by d.name collate "ru-x-icu", d.company_id limit 20`;

const statement = `
select o.company_id as "companyId", o.version, o.name, o.inn, o.kpp, o.ogrn, o.district, o.city, o.zone,
  (select ${ref('k')} from company k where k.desk_id = $1 and k.company_id = o.merged_into) as "mergedInto",
  coalesce((select jsonb_agg(${ref('g')} || jsonb_build_object('at', m.at) order by m.at)
    from company_merge m join company g on g.desk_id = m.desk_id and g.company_id = m.gone_id
    where m.desk_id = $1 and m.kept_id = o.company_id and m.undone_at is null), '[]') as merged,
  coalesce((select jsonb_agg(jsonb_build_object('contactId', c.contact_id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'listed', l.listed, 'language', c.language,
      'others', coalesce((select jsonb_agg(${ref('p')} order by p.name) from contact_of_company s join company p on p.desk_id = s.desk_id and p.company_id = s.company_id
        where s.desk_id = $1 and s.contact_id = c.contact_id and s.company_id <> o.company_id), '[]')) order by c.name collate "ru-x-icu", c.contact_id)
    from (select * from contact_of_company where desk_id = $1 and company_id = o.company_id limit 500) l
    join contact c on c.desk_id = l.desk_id and c.contact_id = l.contact_id), '[]') as contacts,
  coalesce((select jsonb_agg(jsonb_build_object('siteId', s.site_id, 'name', s.name, 'city', s.city, 'region', s.region, 'zone', s.zone) order by s.name, s.site_id)
    from company_site s where s.desk_id = $1 and s.company_id = o.company_id), '[]') as sites,
  coalesce((select jsonb_agg(jsonb_build_object('standingId', s.standing_id, 'role', s.role, 'from', s.from_date, 'until', s.until_date, 'shownAs', s.shown_as) order by s.from_date desc, s.standing_id)
    from company_standing s where s.desk_id = $1 and s.company_id = o.company_id), '[]') as standings,
  coalesce((select jsonb_agg(e.body order by e.starts_at desc nulls first, e.certificate_id)
    from (select * from certificate where desk_id = $1 and company_id = o.company_id order by starts_at desc nulls first limit 200) e), '[]') as certificates,
  coalesce((select jsonb_agg(jsonb_build_object('number', t.number, 'subject', t.subject, 'state', t.state, 'registeredAt', t.registered_at) order by t.registered_at desc, t.number desc)
    from (select * from ticket where desk_id = $1 and company_id = o.company_id order by registered_at desc limit 20) t), '[]') as tickets,
  coalesce((select jsonb_agg(jsonb_build_object('companyId', d.company_id, 'name', d.name, 'inn', d.inn, 'kpp', d.kpp, 'because', d.because))
    from (${duplicates}) d), '[]') as duplicates
from company o where o.desk_id = $1 and o.company_id = $2`;

/** Everything that a company's page shows, in one query; null when the desk has no such company. */
export const companyPageRow = async (
  q: Queries,
  deskId: DeskId,
  companyId: string,
): Promise<CompanyPageRow | null> => {
  const [row] = await q.query<CompanyPageRow & Record<string, unknown>>('company-page', statement, [
    deskId,
    companyId,
  ]);
  return row ?? null;
};
