import type { CompanyId, ContactId, PersonId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import type { Desk } from './desks.ts';

/** Which tickets of a company its people see in the portal. */
export type TicketVisibility = 'none' | 'own' | 'by-role' | 'all';

/** A company that a customer speaks for, with what that lets them see. */
export interface CustomerCompany {
  readonly companyId: CompanyId;
  readonly name: string;
  /** Named by the company as somebody who may ask. */
  readonly listed: boolean;
  readonly role: 'contact' | 'supervisor';
  readonly visibility: TicketVisibility;
}

/** Somebody signed in, as the customer of a desk. */
export interface Customership extends Desk {
  readonly contactId: ContactId;
  /** Companies that were merged away are left out: their people speak for the one that was kept. */
  readonly companies: readonly CustomerCompany[];
}

/** The desks whose customer a person is, and for which companies they speak there. Across desks. */
export const customershipsOf = async (q: Queries, personId: PersonId): Promise<readonly Customership[]> => {
  const rows = await q.query<
    Pick<Customership, 'deskId' | 'slug' | 'mailAddress' | 'contactId' | 'companies'> & {
      name_ru: string;
      name_en: string;
    }
  >(
    'customerships',
    `select d.desk_id as "deskId", d.slug, d.name_ru, d.name_en, d.mail_address as "mailAddress", c.contact_id as "contactId",
       coalesce((select jsonb_agg(jsonb_build_object('companyId', o.company_id, 'name', o.name, 'listed', s.listed, 'role', s.role,
           'visibility', o.ticket_visibility) order by o.name, o.company_id)
         from contact_of_company s join company o on o.desk_id = s.desk_id and o.company_id = s.company_id
         where s.desk_id = c.desk_id and s.contact_id = c.contact_id and o.merged_into is null), '[]') as companies
     from contact c join desk d on d.desk_id = c.desk_id
     where c.person_id = $1 and c.email is not null order by d.created_at, d.slug`,
    [personId],
  );
  return rows.map(({ name_ru: ru, name_en: en, ...row }) => ({ ...row, name: { ru, en } }));
};
