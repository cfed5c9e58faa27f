import { type DeskId, firstWorkOf, type Regulation, type Ticket, upcastTicket } from '@reglament/desk';
import type { Queries } from './database.ts';

/** Tickets of which the row does not say yet what is still to be classified in them, locked; at most `limit`. */
export const ticketsNotLookedAt = async (
  q: Queries,
  deskId: DeskId,
  limit: number,
): Promise<readonly Ticket[]> => {
  const rows = await q.query<{ body: Ticket }>(
    'first-work-missing',
    'select body from ticket where desk_id = $1 and first_work is null order by ticket_id limit $2 for update',
    [deskId, limit],
  );
  return rows.map(({ body }) => upcastTicket(body));
};

/** Keeps it, each by its own regulation. */
export const keepFirstWork = async (
  q: Queries,
  deskId: DeskId,
  looked: readonly { readonly ticket: Ticket; readonly regulation: Regulation }[],
): Promise<void> => {
  if (looked.length === 0) return;
  const rows = looked.map(({ ticket, regulation }) => ({
    ticket_id: ticket.ticketId,
    first_work: firstWorkOf(ticket, regulation),
  }));
  await q.query(
    'first-work-keep',
    `update ticket t set first_work = array(select jsonb_array_elements_text(r.first_work))
     from jsonb_to_recordset($2::jsonb) as r(ticket_id uuid, first_work jsonb)
     where t.desk_id = $1 and t.ticket_id = r.ticket_id`,
    [deskId, JSON.stringify(rows)],
  );
};
