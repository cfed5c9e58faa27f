import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';

export interface TimeEntry {
  readonly entryId: string;
  readonly personId: PersonId;
  readonly name: string;
  /** `2026-11-21` */
  readonly on: string;
  readonly minutes: number;
  readonly note: string;
}

export interface TimeSpent {
  /** Of all entries. */
  readonly minutes: number;
  /** The latest first, at most 200. */
  readonly entries: readonly TimeEntry[];
}

/** Time that was put down for a ticket. */
export const timeSpentOn = async (q: Queries, deskId: DeskId, ticketId: TicketId): Promise<TimeSpent> => {
  const rows = await q.query<TimeEntry & { readonly total: number } & Record<string, unknown>>(
    'time-of-ticket',
    `select s.entry_id as "entryId", s.person_id as "personId", p.name, to_char(s.spent_on, 'YYYY-MM-DD') as on, s.minutes, s.note,
       sum(s.minutes) over ()::int as total
     from time_spent s join person p on p.id = s.person_id where s.desk_id = $1 and s.ticket_id = $2
     order by s.spent_on desc, s.at desc, s.entry_id limit 200`,
    [deskId, ticketId],
  );
  return {
    minutes: rows[0]?.total ?? 0,
    entries: rows.map(({ total: _, ...entry }) => entry),
  };
};
