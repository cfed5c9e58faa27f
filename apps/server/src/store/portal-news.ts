import type { ContactId, DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

/** The contact has looked at their news; never earlier than they did before. */
export const markNewsSeen = async (
  q: Queries,
  deskId: DeskId,
  contactId: ContactId,
  at: Instant,
): Promise<void> => {
  await q.query(
    'portal-news-mark',
    `insert into portal_news_seen (desk_id, contact_id, seen_at) values ($1, $2, $3)
     on conflict (desk_id, contact_id) do update set seen_at = greatest(portal_news_seen.seen_at, excluded.seen_at)`,
    [deskId, contactId, toTimestamp(at)],
  );
};
