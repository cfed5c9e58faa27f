import type { CompanyId, ContactId, DeskId, SupportCertificate } from '@reglament/desk';
import type { Queries } from '../database.ts';
import { queueColumns, queueJoins, type QueueRow } from './queue.ts';

export interface CallerRow {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  /** Their own first; without those that were merged away. */
  readonly companyIds: readonly CompanyId[];
  readonly stopped: { readonly clause: string; readonly at: string } | null;
}

/** People with one number at most: a choice among more is no choice. */
const MOST_PEOPLE = 12;

const callerColumns = `c.contact_id as "contactId", c.name, c.email, c.phone,
  coalesce((select jsonb_agg(o.company_id order by o.company_id is distinct from c.company_id, o.name, o.company_id)
    from contact_of_company l join company o on o.desk_id = l.desk_id and o.company_id = l.company_id
    where l.desk_id = c.desk_id and l.contact_id = c.contact_id and o.merged_into is null), '[]') as "companyIds",
  (select jsonb_build_object('clause', s.clause, 'at', s.stopped_at) from service_stop s
    where s.desk_id = c.desk_id and s.contact_id = c.contact_id and s.reversed_at is null limit 1) as stopped`;

/** Contacts whose number ends so, those of a company first, then the latest. `end`: the last ten digits. */
export const contactsByPhoneEnd = (q: Queries, deskId: DeskId, end: string): Promise<readonly CallerRow[]> =>
  q.query<CallerRow & Record<string, unknown>>(
    'callers-by-phone',
    `select ${callerColumns} from contact c
     where c.desk_id = $1 and c.phone_end <> '' and c.phone_end = $2
     order by c.company_id is null, c.email is null, c.created_at desc, c.contact_id limit ${MOST_PEOPLE}`,
    [deskId, end],
  );

/** One contact as a caller; empty: the desk has none such. */
export const callerById = (q: Queries, deskId: DeskId, contactId: ContactId): Promise<readonly CallerRow[]> =>
  q.query<CallerRow & Record<string, unknown>>(
    'caller-by-id',
    `select ${callerColumns} from contact c where c.desk_id = $1 and c.contact_id = $2`,
    [deskId, contactId],
  );

export interface CallingCompanyRow {
  readonly companyId: CompanyId;
  readonly name: string;
  readonly inn: string | null;
  readonly city: string;
  readonly certificates: readonly SupportCertificate[];
  readonly people: readonly {
    readonly contactId: ContactId;
    readonly name: string;
    readonly phone: string;
    readonly listed: boolean;
  }[];
}

/** Companies with what they hold and who speaks for them, in the order of the ids. */
export const callingCompanies = (
  q: Queries,
  deskId: DeskId,
  companyIds: readonly CompanyId[],
): Promise<readonly CallingCompanyRow[]> =>
  q.query<CallingCompanyRow & Record<string, unknown>>(
    'calling-companies',
    `select o.company_id as "companyId", o.name, o.inn, o.city,
       coalesce((select jsonb_agg(e.body order by e.ends_at desc nulls first, e.certificate_id)
         from (select * from certificate where desk_id = $1 and company_id = o.company_id order by ends_at desc nulls first limit 20) e), '[]') as certificates,
       coalesce((select jsonb_agg(jsonb_build_object('contactId', p.contact_id, 'name', p.name, 'phone', p.phone, 'listed', p.listed)
           order by p.listed desc, p.name collate "ru-x-icu", p.contact_id)
         from (select c.contact_id, c.name, c.phone, l.listed from contact_of_company l
           join contact c on c.desk_id = l.desk_id and c.contact_id = l.contact_id
           where l.desk_id = $1 and l.company_id = o.company_id order by l.listed desc, c.contact_id limit 100) p), '[]') as people
     from unnest($2::uuid[]) with ordinality a(company_id, place)
     join company o on o.desk_id = $1 and o.company_id = a.company_id and o.merged_into is null order by a.place`,
    [deskId, companyIds],
  );

const MOST_TICKETS = 20;
const columns = 't.ticket_id, t.registered_at, t.number';
const newest = `order by t.registered_at desc, t.number desc limit ${MOST_TICKETS}`;

/** What is open of people and companies, each by its index; the newest first, at most twenty. */
export const openTicketsOf = async (
  q: Queries,
  deskId: DeskId,
  contactIds: readonly ContactId[],
  companyIds: readonly CompanyId[],
): Promise<readonly QueueRow[]> =>
  q.query<QueueRow & Record<string, unknown>>(
    'open-tickets-of-callers',
    `select ${queueColumns} from (
       select s.* from unnest($3::uuid[]) a(company_id) cross join lateral (
         select ${columns} from ticket t where t.desk_id = $1 and t.company_id = a.company_id and t.state <> 'closed' ${newest}) s
       union
       select s.* from unnest($2::uuid[]) a(contact_id) cross join lateral (
         select ${columns} from ticket t where t.desk_id = $1 and t.contact_id = a.contact_id and t.state <> 'closed' ${newest}) s
     ) f join ticket t on t.desk_id = $1 and t.ticket_id = f.ticket_id ${queueJoins}
     order by f.registered_at desc, f.number desc limit ${MOST_TICKETS}`,
    [deskId, contactIds, companyIds],
  );
