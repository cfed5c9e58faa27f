import type { ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

export interface NewsRow {
  readonly kind: 'answered' | 'asked' | 'solved' | 'declined' | 'proposed' | 'deadline';
  readonly at: Instant;
  readonly number: number;
  readonly subject: string;
}

/** Most that a bell shows. */
const MOST = 50;

/** What support wrote in some tickets, what it proposed and which deadlines moved, newest first. Notes of staff are none of it. */
export const newsOfTickets = (
  q: Queries,
  deskId: DeskId,
  ticketIds: readonly string[],
  since: Instant,
): Promise<readonly NewsRow[]> =>
  q.query<NewsRow & Record<string, unknown>>(
    'portal-news',
    `select x.kind, x.at, t.number, t.subject from (
       select m.ticket_id, m.at, case m.kind when 'reply' then 'answered' when 'information-request' then 'asked' when 'resolution' then 'solved' else 'declined' end as kind
       from message m where m.desk_id = $1 and m.ticket_id = any($2::uuid[]) and m.at >= $3 and m.kind in ('reply', 'information-request', 'resolution', 'refusal')
       union all
       select j.stream_id, j.at, case j.type when 'ClockRetargeted' then 'deadline' else 'proposed' end
       from journal j where j.desk_id = $1 and j.stream_kind = 'ticket' and j.stream_id = any($2::uuid[]) and j.at >= $3
         and (j.type in ('PriorityProposed', 'DateProposed')
           or (j.type = 'ClockRetargeted' and j.body ? 'dueBefore' and j.body ->> 'dueBefore' is distinct from j.body -> 'clock' ->> 'dueAt' and j.body -> 'clock' ->> 'status' = 'running'))
     ) x join ticket t on t.desk_id = $1 and t.ticket_id = x.ticket_id
     order by x.at desc, t.number desc limit ${MOST}`,
    [deskId, ticketIds, toTimestamp(since)],
  );

/** When a contact last looked at their news; null: never. */
export const newsSeenAt = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
): Promise<Instant | null> => {
  const [row] = await q.query<{ at: Instant }>(
    'portal-news-seen',
    'select seen_at as at from portal_news_seen where desk_id = $1 and contact_id = $2',
    [deskId, contactId],
  );
  return row?.at ?? null;
};
