import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { Queries } from '../database.ts';

export interface Follower {
  readonly personId: PersonId;
  readonly name: string;
  readonly since: Instant;
}

/** Who follows a ticket and still works in the desk, by name. */
export const followersOf = (q: Queries, deskId: DeskId, ticketId: TicketId): Promise<readonly Follower[]> =>
  q.query<Follower & Record<string, unknown>>(
    'followers-of-ticket',
    `select f.person_id as "personId", p.name, f.since from ticket_follower f join person p on p.id = f.person_id and p.disabled_at is null
       join staff s on s.desk_id = f.desk_id and s.person_id = f.person_id
     where f.desk_id = $1 and f.ticket_id = $2 order by p.name, f.person_id limit 100`,
    [deskId, ticketId],
  );
