import { type CompanyId, type DeskId, foldCompanyName } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Companies that a table means, at most two: by INN and, where it is given, KPP; without an INN by the name. */
export const companiesNamed = (
  q: Queries,
  deskId: DeskId,
  named: { readonly inn: string | null; readonly kpp: string | null; readonly company: string | null },
): Promise<readonly { readonly companyId: CompanyId; readonly name: string }[]> =>
  named.inn === null
    ? q.query<{ companyId: CompanyId; name: string }>(
        'companies-named',
        `select company_id as "companyId", name from company
         where desk_id = $1 and folded_name = $2 and folded_name <> '' and merged_into is null order by company_id limit 2`,
        [deskId, foldCompanyName(named.company ?? '')],
      )
    : q.query<{ companyId: CompanyId; name: string }>(
        'companies-numbered',
        `select company_id as "companyId", name from company
         where desk_id = $1 and inn = $2 and ($3::text is null or kpp = $3) and merged_into is null order by company_id limit 2`,
        [deskId, named.inn, named.kpp],
      );
