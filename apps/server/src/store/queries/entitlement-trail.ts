import type { DeskId, EntitlementTrail, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Every rule that was tried when it was last decided what serves a ticket; null in journals begun before trails were kept. */
export const lastTrail = (deskId: string, ticketId: string): string =>
  `(select tj.body -> 'tried' from journal tj
    where tj.desk_id = ${deskId} and tj.stream_kind = 'ticket' and tj.stream_id = ${ticketId}
      and tj.type in ('TicketRegistered', 'CustomerIdentified', 'ProductNamed', 'CertificateEnded')
    order by tj.seq desc limit 1)`;

/** The same for a page that has its ticket already. */
export const entitlementTrail = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
): Promise<EntitlementTrail | null> => {
  const [row] = await q.query<{ tried: EntitlementTrail | null }>(
    'entitlement-trail',
    `select ${lastTrail('$1', '$2')} as tried`,
    [deskId, ticketId],
  );
  return row?.tried ?? null;
};
