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

/** The product that a ticket is about; null: not known. */
export const productOfTicket = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<string | null> => {
  const [row] = await q.query<{ name: string | null }>(
    'product-of-ticket',
    `select body -> 'about' ->> 'name' as name from ticket where desk_id = $1 and ticket_id = $2`,
    [deskId, ticketId],
  );
  return row?.name ?? null;
};
