import type { CalendarPin, Clock, DeskId, PersonId, RegulationVersionId } from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface MissedCallRow {
  readonly callId: string;
  readonly phone: string;
  readonly note: string;
  readonly at: Instant;
  readonly takenBy: { readonly personId: PersonId; readonly name: string } | null;
  /** At most three. */
  readonly callers: readonly { readonly name: string; readonly company: string | null }[];
  /** Whose customer wants to be called back; null: a call that nobody answered. */
  readonly ticket: {
    readonly number: number;
    readonly subject: string;
    readonly clocks: readonly Clock[];
    readonly regulationVersionId: RegulationVersionId;
    readonly zone: TimeZoneId | null;
    readonly calendars: readonly CalendarPin[] | null;
  } | null;
}

const MOST = 100;

/** Missed calls that wait, the longest first, with who has their numbers. */
export const waitingMissedCalls = (q: Queries, deskId: DeskId): Promise<readonly MissedCallRow[]> =>
  q.query<MissedCallRow & Record<string, unknown>>(
    'missed-calls-waiting',
    `select m.call_id as "callId", m.phone, m.note, m.called_at as at,
       case when p.id is null then null else jsonb_build_object('personId', p.id, 'name', p.name) end as "takenBy",
       coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'company', f.company)) from (
         select c.name, o.name as company from contact c
         left join company o on o.desk_id = c.desk_id and o.company_id = c.company_id and o.merged_into is null
         where c.desk_id = $1 and c.phone_end <> ''
           and c.phone_end = right(regexp_replace(m.phone, '\\D', '', 'g'), 10)
         order by c.company_id is null, c.email is null, c.created_at desc, c.contact_id limit 3) f), '[]') as callers,
       case when t.ticket_id is null then null else jsonb_build_object('number', t.number, 'subject', t.subject, 'clocks', t.body -> 'clocks',
         'regulationVersionId', t.regulation_version_id, 'zone', t.local_zone, 'calendars', t.calendars) end as ticket
     from missed_call m left join person p on p.id = m.taken_by
       left join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
     where m.desk_id = $1 and m.handled_at is null order by m.called_at, m.call_id limit ${MOST}`,
    [deskId],
  );

/** How many wait, counted up to 100. */
export const countMissedCalls = async (q: Queries, deskId: DeskId): Promise<number> => {
  const [row] = await q.query<{ n: number }>(
    'missed-calls-count',
    `select count(*)::int as n from (select from missed_call where desk_id = $1 and handled_at is null limit ${MOST}) m`,
    [deskId],
  );
  return row?.n ?? 0;
};

export interface CallHolder {
  readonly personId: PersonId | null;
  readonly name: string | null;
  readonly isCallback: boolean;
  readonly isDone: boolean;
}

/** Who has a call, or has handled it; null: the desk has no such call. */
export const holderOfCall = async (
  q: Queries,
  deskId: DeskId,
  callId: string,
): Promise<CallHolder | null> => {
  const [row] = await q.query<CallHolder & Record<string, unknown>>(
    'missed-call-holder',
    `select p.id as "personId", p.name, m.ticket_id is not null as "isCallback", m.handled_at is not null as "isDone" from missed_call m left join person p on p.id = coalesce(m.handled_by, m.taken_by)
     where m.desk_id = $1 and m.call_id = $2`,
    [deskId, callId],
  );
  return row ?? null;
};
