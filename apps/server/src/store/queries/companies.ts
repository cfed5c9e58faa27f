import type { CompanyId, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface CompanyRow {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly packages: readonly string[];
}

/** Companies whose name contains the words, by name; wildcards are literal. At most 20. */
export const findCompanies = (q: Queries, deskId: DeskId, search: string): Promise<readonly CompanyRow[]> =>
  q.query<CompanyRow & Record<string, unknown>>(
    'company-find',
    `select o.company_id as "companyId", o.name,
       coalesce((select array_agg(distinct e.package_id) from certificate e where e.desk_id = o.desk_id and e.company_id = o.company_id and now() between e.starts_at and e.ends_at), '{}') as packages
     from company o where o.desk_id = $1 and strpos(lower(o.name), lower($2)) > 0 order by o.name collate "ru-x-icu" limit 20`,
    [deskId, search.trim()],
  );
