import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** Out of one person's views until a moment. */
export const putSnooze = async (
  q: Queries,
  deskId: DeskId,
  s: {
    readonly ticketId: TicketId;
    readonly personId: PersonId;
    readonly until: Instant;
    readonly at: Instant;
  },
): Promise<void> => {
  await q.query(
    'snooze-put',
    `insert into snooze (desk_id, person_id, ticket_id, until, at) values ($1, $2, $3, $4, $5)
     on conflict (desk_id, person_id, ticket_id) do update set until = excluded.until, at = excluded.at`,
    [deskId, s.personId, s.ticketId, toTimestamp(s.until), toTimestamp(s.at)],
  );
};

export const deleteSnooze = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  personId: PersonId,
): Promise<void> => {
  await q.query(
    'snooze-delete',
    'delete from snooze where desk_id = $1 and person_id = $3 and ticket_id = $2',
    [deskId, ticketId, personId],
  );
};

/** Back in everybody's views. */
export const wakeTicket = async (q: Queries, deskId: DeskId, ticketId: TicketId): Promise<void> => {
  await q.query('snooze-wake', 'delete from snooze where desk_id = $1 and ticket_id = $2', [
    deskId,
    ticketId,
  ]);
};
