import { type DeskId, type TicketEvent, type TicketId, upcast } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface JournalEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly event: TicketEvent;
}

interface Row {
  readonly seq: number;
  readonly at: Instant;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly type: string;
  readonly version: number;
  readonly body: object;
}

/** A ticket's journal after a version, in order; 0 for all of it. At most 2,000 entries: more is a fault. */
export const eventsSince = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  version: number,
): Promise<readonly JournalEntry[]> => {
  const rows = await q.query<Row>(
    'journal-since',
    `select j.seq, j.at, j.actor_id, p.name as actor_name, j.type, j.version, j.body
     from journal j left join person p on p.id = j.actor_id
     where j.desk_id = $1 and j.stream_kind = 'ticket' and j.stream_id = $2 and j.seq > $3 order by j.seq limit 2001`,
    [deskId, ticketId, version],
  );
  if (rows.length > 2000) throw new Error(`the journal of ticket ${ticketId} is longer than 2,000 entries`);
  return rows.map((r) => ({
    seq: r.seq,
    at: r.at,
    actorId: r.actor_id,
    actorName: r.actor_name,
    event: upcast(r),
  }));
};
