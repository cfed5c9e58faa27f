import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Queries } from './database.ts';
import type { TicketVisibility } from './queries/customerships.ts';

/** Sets what people of a company see, and who of them supervises: those named and nobody else. */
export const updateCompanyPortal = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  set: { readonly visibility: TicketVisibility; readonly supervisors: readonly ContactId[] },
): Promise<void> => {
  await q.query(
    'company-portal-rule',
    'update company set ticket_visibility = $3 where desk_id = $1 and company_id = $2',
    [deskId, companyId, set.visibility],
  );
  await q.query(
    'company-portal-roles',
    `update contact_of_company set role = case when contact_id = any($3::uuid[]) then 'supervisor' else 'contact' end
     where desk_id = $1 and company_id = $2`,
    [deskId, companyId, set.supervisors],
  );
};
