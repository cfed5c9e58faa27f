import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from './database.ts';

export interface LetterDelivery {
  readonly uidValidity: string;
  readonly uid: number;
}

/** Deliveries to a mailbox whose letters could not be read and still lie among the others. */
export const unreadableDeliveries = (
  q: Queries,
  deskId: DeskId,
  mailbox: string,
  limit: number,
): Promise<readonly LetterDelivery[]> =>
  q.query<{ uidValidity: string; uid: number }>(
    'delivery-unreadable',
    `select v.uid_validity as "uidValidity", v.uid
     from letter l join letter_delivery v on v.desk_id = l.desk_id and v.letter_id = l.letter_id
     where l.desk_id = $1 and l.direction = 'in' and l.outcome = 'quarantined' and v.mailbox = $2 and v.set_aside_at is null
     order by v.at limit $3`,
    [deskId, mailbox, limit],
  );

export const markSetAside = async (
  q: Queries,
  deskId: DeskId,
  mailbox: string,
  delivery: LetterDelivery,
  at: Instant,
): Promise<void> => {
  await q.query(
    'delivery-set-aside',
    'update letter_delivery set set_aside_at = $5 where desk_id = $1 and mailbox = $2 and uid_validity = $3 and uid = $4',
    [deskId, mailbox, delivery.uidValidity, delivery.uid, toTimestamp(at)],
  );
};
