import type { CompanyId, ContactId, DeskId, RequestFacts, Standing } from '@reglament/desk';
import type { Queries } from '../database.ts';

/**
 * What the desk has on record of who asks. A company of which no standing was ever recorded is one whose standing is not
 * known, and so is whether somebody is listed who was never named.
 */
export const recordedFacts = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  companyId: CompanyId,
): Promise<RequestFacts> => {
  const [row] = await q.query<{ listed: boolean | null; standings: readonly Standing[] }>(
    'request-facts',
    `select
       (select s.listed from contact_of_company s where s.desk_id = $1 and s.contact_id = $2 and s.company_id = $3) as listed,
       coalesce((
         select jsonb_agg(jsonb_build_object('role', s.role, 'from', s.from_date, 'until', s.until_date))
         from company_standing s where s.desk_id = $1 and s.company_id = $3), '[]') as standings`,
    [deskId, contactId, companyId],
  );
  if (row === undefined) return {};
  return {
    ...(row.listed === null ? {} : { isListed: row.listed }),
    ...(row.standings.length === 0 ? {} : { standings: { requester: row.standings } }),
  };
};
