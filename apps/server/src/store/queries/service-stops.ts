import type { ContactId, DeskId, Language } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface ServiceStop {
  readonly stopId: string;
  readonly contactId: ContactId;
  readonly contactName: string;
  readonly clause: string;
  readonly at: Instant;
  readonly by: string;
  readonly evidence: string;
  /** null: it holds. */
  readonly reversed: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** The stop of service that holds for a contact; null: none does. */
export const stopThatHolds = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<string | null> => {
  const [row] = await q.query<{ stop_id: string }>(
    'service-stop-holds',
    'select stop_id from service_stop where desk_id = $1 and contact_id = $2 and reversed_at is null',
    [deskId, contactId],
  );
  return row?.stop_id ?? null;
};

const MOST = 100;

/** Stops of service, the latest first, at most a hundred: of one contact, of everybody who speaks for a company, or of all that hold. */
export const serviceStops = async (
  q: Queries,
  deskId: DeskId,
  of: { readonly contactId: string | null; readonly companyId: string | null },
): Promise<readonly ServiceStop[]> =>
  q.query<ServiceStop & Record<string, unknown>>(
    'service-stops',
    `select s.stop_id as "stopId", s.contact_id as "contactId", c.name as "contactName", s.clause, s.stopped_at as at, p.name as by, s.evidence,
       case when s.reversed_at is null then null else jsonb_build_object('at', s.reversed_at, 'by', r.name, 'reason', s.reason) end as reversed
     from service_stop s join contact c on c.desk_id = s.desk_id and c.contact_id = s.contact_id
       join person p on p.id = s.stopped_by left join person r on r.id = s.reversed_by
     where s.desk_id = $1 and ($2::uuid is null or s.contact_id = $2)
       and ($3::uuid is null or exists (select from contact_of_company l where l.desk_id = $1 and l.contact_id = s.contact_id and l.company_id = $3))
       and ($2::uuid is not null or $3::uuid is not null or s.reversed_at is null)
     order by s.stopped_at desc, s.stop_id limit ${MOST}`,
    [deskId, of.contactId, of.companyId],
  );

export interface StopForLetter {
  readonly email: string | null;
  readonly name: string;
  /** In which they are written to; null: nobody has said. */
  readonly language: Language | null;
  readonly clause: string;
}

/** A stop as its letter tells it: to whom, and whether it still holds; null: it is not there. */
export const stopForLetter = async (
  q: Queries,
  deskId: DeskId,
  stopId: string,
): Promise<StopForLetter | null> => {
  const [row] = await q.query<StopForLetter & Record<string, unknown>>(
    'service-stop-letter',
    `select c.email, c.name, c.language, s.clause from service_stop s join contact c on c.desk_id = s.desk_id and c.contact_id = s.contact_id
     where s.desk_id = $1 and s.stop_id = $2`,
    [deskId, stopId],
  );
  return row ?? null;
};
