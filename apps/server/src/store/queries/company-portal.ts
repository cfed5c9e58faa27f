import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import type { TicketVisibility } from './customerships.ts';

export interface CompanyPortalRow {
  readonly visibility: TicketVisibility;
  readonly people: readonly {
    readonly contactId: ContactId;
    readonly name: string;
    readonly email: string | null;
    readonly isSupervisor: boolean;
    readonly hasAccount: boolean;
  }[];
}

/** What people of a company see in the portal, and who supervises; null: the desk has no such company. */
export const companyPortalRow = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
): Promise<CompanyPortalRow | null> => {
  const [row] = await q.query<CompanyPortalRow & Record<string, unknown>>(
    'company-portal',
    `select o.ticket_visibility as visibility,
       coalesce((select jsonb_agg(jsonb_build_object('contactId', c.contact_id, 'name', c.name, 'email', c.email,
           'isSupervisor', l.role = 'supervisor', 'hasAccount', c.person_id is not null) order by c.name collate "ru-x-icu", c.contact_id)
         from (select * from contact_of_company where desk_id = $1 and company_id = o.company_id limit 500) l
         join contact c on c.desk_id = l.desk_id and c.contact_id = l.contact_id), '[]') as people
     from company o where o.desk_id = $1 and o.company_id = $2`,
    [deskId, companyId],
  );
  return row ?? null;
};
