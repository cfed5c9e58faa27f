import type { DeskId, RegulationVersionId, TicketId } from '@reglament/desk';
import type { Queries } from '../database.ts';

/** Open tickets that go by an edition before it and were not found unable to go over, in the order of their ids. */
export const ticketsBehind = async (
  q: Queries,
  deskId: DeskId,
  {
    regulationVersionId,
    earlier,
  }: { readonly regulationVersionId: RegulationVersionId; readonly earlier: readonly RegulationVersionId[] },
  after: TicketId | null,
  limit: number,
): Promise<readonly TicketId[]> =>
  (
    await q.query<{ ticket_id: TicketId }>(
      'tickets-behind-edition',
      `select ticket_id from ticket
       where desk_id = $1 and state in ('new', 'in-progress', 'waiting-for-customer', 'resolved', 'not-entitled') and ($4::uuid is null or ticket_id > $4)
         and regulation_version_id = any($3::uuid[]) and body->>'notFollowed' is distinct from $2::text
       order by ticket_id limit $5`,
      [deskId, regulationVersionId, earlier, after, limit],
    )
  ).map((row) => row.ticket_id);
