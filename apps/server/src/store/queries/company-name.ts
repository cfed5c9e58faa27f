import type { CompanyId, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** What a company is called. @throws when the desk has no such company. */
export const companyName = async (q: Queries, deskId: DeskId, companyId: CompanyId): Promise<string> => {
  const [row] = await q.query<{ name: string }>(
    'company-name',
    'select name from company where desk_id = $1 and company_id = $2',
    [deskId, companyId],
  );
  if (row === undefined) throw new Error(`no company ${companyId}`);
  return row.name;
};
