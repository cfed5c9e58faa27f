import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** How a ticket stands to another one, as staff say it. */
export type SaidRelation = 'related' | 'duplicate' | 'caused-by';

/** The two have no link any more, whoever said it of whom. */
export const deleteLink = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  otherId: TicketId,
): Promise<void> => {
  await q.query(
    'ticket-link-delete',
    `delete from ticket_link where desk_id = $1 and least(ticket_id, other_id) = least($2::uuid, $3::uuid)
       and greatest(ticket_id, other_id) = greatest($2::uuid, $3::uuid)`,
    [deskId, ticketId, otherId],
  );
};

/** The two have this link and no other. */
export const putLink = async (
  q: Queries,
  deskId: DeskId,
  l: {
    readonly ticketId: TicketId;
    readonly otherId: TicketId;
    readonly relation: SaidRelation;
    readonly at: Instant;
    readonly by: PersonId;
  },
): Promise<void> => {
  await q.query(
    'ticket-link-put',
    `insert into ticket_link (desk_id, ticket_id, other_id, relation, at, put_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (desk_id, least(ticket_id, other_id), greatest(ticket_id, other_id))
     do update set ticket_id = excluded.ticket_id, other_id = excluded.other_id, relation = excluded.relation, at = excluded.at, put_by = excluded.put_by`,
    [deskId, l.ticketId, l.otherId, l.relation, toTimestamp(l.at), l.by],
  );
};
