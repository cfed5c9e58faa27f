import type { DeskId, PersonId, TicketId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';
import { lettersOf, owesLetters } from './owed-letters.ts';

export const putFollower = async (
  q: Queries,
  deskId: DeskId,
  f: { readonly ticketId: TicketId; readonly personId: PersonId; readonly at: Instant },
): Promise<void> => {
  await q.query(
    'follower-put',
    'insert into ticket_follower (desk_id, ticket_id, person_id, since) values ($1, $2, $3, $4) on conflict do nothing',
    [deskId, f.ticketId, f.personId, toTimestamp(f.at)],
  );
};

export const deleteFollower = async (
  q: Queries,
  deskId: DeskId,
  ticketId: TicketId,
  personId: PersonId,
): Promise<void> => {
  await q.query(
    'follower-delete',
    'delete from ticket_follower where desk_id = $1 and ticket_id = $2 and person_id = $3',
    [deskId, ticketId, personId],
  );
};

/** Something that followers are told once: `threshold` tells one from another. */
export interface FollowedWord {
  readonly kind: 'followed-wrote' | 'followed-changed';
  readonly threshold: string;
}

/** Tells everybody who follows the ticket and still works in the desk, but not whoever did it. @returns whether there was anybody. */
export const tellFollowers = async (
  q: Queries,
  deskId: DeskId,
  told: {
    readonly ticketId: TicketId;
    readonly word: FollowedWord;
    readonly actorId: PersonId | null;
    readonly at: Instant;
  },
): Promise<boolean> => {
  const rows = await q.query(
    'followers-tell',
    `with told as (
     insert into notification (desk_id, notification_id, person_id, ticket_id, kind, clock, threshold, due_at, at)
     select $1, gen_random_uuid(), f.person_id, $2, $3, '', $4, $5, $5
     from ticket_follower f join staff s on s.desk_id = f.desk_id and s.person_id = f.person_id
       join person p on p.id = f.person_id and p.disabled_at is null
     where f.desk_id = $1 and f.ticket_id = $2 and f.person_id is distinct from $6::uuid
     on conflict (desk_id, ticket_id, clock, threshold, due_at, person_id) do nothing
     returning desk_id, notification_id, person_id, ticket_id, kind, threshold, at
     ), owed as (${owesLetters({ theme: '$7', byMail: '$8', by: 'null::uuid' })})
     select person_id from told`,
    [
      deskId,
      told.ticketId,
      told.word.kind,
      told.word.threshold,
      toTimestamp(told.at),
      told.actorId,
      ...lettersOf(told.word.kind),
    ],
  );
  return rows.length > 0;
};
