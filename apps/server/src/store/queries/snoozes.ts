import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

/** Until when a ticket is out of a person's views; null: it is in them. */
export const snoozedUntil = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  personId: PersonId,
): Promise<Instant | null> => {
  const [row] = await q.query<{ until: Instant }>(
    'snooze-until',
    'select until from snooze where desk_id = $1 and person_id = $3 and ticket_id = $2 and until > now()',
    [deskId, ticketId, personId],
  );
  return row?.until ?? null;
};
