import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface TimeFacts {
  readonly minutes: number;
  /** `2026-11-21` */
  readonly on: string;
  readonly note: string;
}

export const insertTime = async (
  q: Queries,
  deskId: DeskId,
  t: TimeFacts & {
    readonly entryId: string;
    readonly ticketId: TicketId;
    readonly personId: PersonId;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'time-insert',
    'insert into time_spent (desk_id, entry_id, ticket_id, person_id, spent_on, minutes, note, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [deskId, t.entryId, t.ticketId, t.personId, t.on, t.minutes, t.note, toTimestamp(t.at)],
  );
};

/** Which entry is meant: of this ticket, and of this person. */
export interface OwnEntry {
  readonly entryId: string;
  readonly ticketId: TicketId;
  readonly personId: PersonId;
}

/** @returns false: the person has no such entry here. */
export const updateTime = async (q: Queries, deskId: DeskId, t: TimeFacts & OwnEntry): Promise<boolean> => {
  const rows = await q.query(
    'time-update',
    `update time_spent set spent_on = $5, minutes = $6, note = $7
     where desk_id = $1 and entry_id = $2 and ticket_id = $3 and person_id = $4 returning entry_id`,
    [deskId, t.entryId, t.ticketId, t.personId, t.on, t.minutes, t.note],
  );
  return rows.length === 1;
};

/** @returns false: the person has no such entry here. */
export const deleteTime = async (q: Queries, deskId: DeskId, t: OwnEntry): Promise<boolean> => {
  const rows = await q.query(
    'time-delete',
    'delete from time_spent where desk_id = $1 and entry_id = $2 and ticket_id = $3 and person_id = $4 returning entry_id',
    [deskId, t.entryId, t.ticketId, t.personId],
  );
  return rows.length === 1;
};
