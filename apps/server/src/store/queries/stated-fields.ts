import type { DeskId, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Answers to the intake questions of a ticket, by field id. */
export const statedFields = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<Readonly<Record<string, string>>> => {
  const [row] = await q.query<{ fields: Readonly<Record<string, string>> }>(
    'stated-fields',
    'select fields from ticket where desk_id = $1 and ticket_id = $2',
    [deskId, ticketId],
  );
  return row?.fields ?? {};
};
