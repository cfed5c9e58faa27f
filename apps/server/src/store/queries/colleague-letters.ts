import type { CompanyId, ContactId, DeskId, Language, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';
import type { CustomerCompany } from './customerships.ts';

/** People of a company who asked to be told of their colleagues' tickets and have an account to read them with. */
export const colleaguesToTell = async (
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  requesterId: ContactId,
): Promise<readonly ContactId[]> => {
  const rows = await q.query<{ contactId: ContactId }>(
    'colleagues-to-tell',
    `select c.contact_id as "contactId" from contact_of_company s
       join contact c on c.desk_id = s.desk_id and c.contact_id = s.contact_id
       join contact_preference w on w.desk_id = c.desk_id and w.contact_id = c.contact_id and w.kind = 'colleague' and w.by_mail
     where s.desk_id = $1 and s.company_id = $2 and s.contact_id <> $3 and c.email is not null and c.person_id is not null
     order by c.contact_id limit 500`,
    [deskId, companyId, requesterId],
  );
  return rows.map(({ contactId }) => contactId);
};

/** Somebody who may be told of a colleague's ticket, as they stand now, with the ticket. */
export interface ColleagueForLetter {
  readonly email: string;
  readonly name: string;
  readonly language: Language | null;
  /** Whether they still ask to be told. */
  readonly isWanted: boolean;
  readonly companies: readonly CustomerCompany[];
  readonly ticket: {
    readonly number: number;
    readonly subject: string;
    readonly contactId: ContactId;
    readonly companyId: CompanyId | null;
    readonly requesterName: string;
  };
}

/** null: forgotten, or without an address or an account. */
export const colleagueForLetter = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  ticketId: TicketId,
): Promise<ColleagueForLetter | null> => {
  const [row] = await q.query<ColleagueForLetter & Record<string, unknown>>(
    'colleague-for-letter',
    `select c.email, c.name, c.language,
       exists (select from contact_preference w where w.desk_id = $1 and w.contact_id = $2 and w.kind = 'colleague' and w.by_mail) as "isWanted",
       coalesce((select jsonb_agg(jsonb_build_object('companyId', o.company_id, 'name', o.name, 'listed', s.listed, 'role', s.role,
           'visibility', o.ticket_visibility))
         from contact_of_company s join company o on o.desk_id = s.desk_id and o.company_id = s.company_id
         where s.desk_id = $1 and s.contact_id = $2 and o.merged_into is null), '[]') as companies,
       jsonb_build_object('number', t.number, 'subject', t.subject, 'contactId', t.contact_id, 'companyId', t.company_id,
         'requesterName', r.name) as ticket
     from contact c join ticket t on t.desk_id = $1 and t.ticket_id = $3
       join contact r on r.desk_id = t.desk_id and r.contact_id = t.contact_id
     where c.desk_id = $1 and c.contact_id = $2 and c.email is not null and c.person_id is not null`,
    [deskId, contactId, ticketId],
  );
  return row ?? null;
};
