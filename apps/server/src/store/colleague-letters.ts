import type { ContactId, DeskId, TicketId } from '@reglament/desk';
import { type Queries, toTimestamp } from './database.ts';
import type { Instant } from '@reglament/working-time';

/** What is told to a colleague of whoever asked: `news` is the kind of the letter that went to the requester. */
export interface ColleagueNotice {
  readonly kind: 'colleague-ticket';
  readonly ticketId: TicketId;
  readonly news: string;
}

/** Owes each of these contacts a letter about a ticket of a colleague. An id that is owed already is left as it is. */
export const oweColleagues = async (
  q: Queries,
  deskId: DeskId,
  letters: readonly { readonly outboxId: string; readonly contactId: ContactId }[],
  notice: ColleagueNotice,
  at: Instant,
): Promise<void> => {
  await q.query(
    'colleague-letters-owe',
    `insert into outbox (desk_id, outbox_id, contact_id, key, body, created_at, next_at)
     select $1, o.outbox_id, o.contact_id, 'colleague:' || o.outbox_id, $4::jsonb, $5, $5
     from unnest($2::uuid[], $3::uuid[]) as o(outbox_id, contact_id) on conflict do nothing`,
    [
      deskId,
      letters.map(({ outboxId }) => outboxId),
      letters.map(({ contactId }) => contactId),
      JSON.stringify(notice),
      toTimestamp(at),
    ],
  );
};
