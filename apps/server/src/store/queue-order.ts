import type { DeskId, QueueOrder } from '@reglament/desk';
import type { Queries } from './database.ts';

/**
 * Puts the tickets of a desk in another order, all but the closed ones, which stand by their closing. Nothing is written where
 * the order is the same.
 *
 * @returns whether it is another.
 */
export const setQueueOrder = async (
  q: Queries,
  deskId: DeskId,
  order: readonly QueueOrder[],
): Promise<boolean> => {
  const changed = await q.query(
    'queue-order',
    'update desk set queue_order = $2 where desk_id = $1 and queue_order <> $2 returning desk_id',
    [deskId, order.join(' ')],
  );
  if (changed.length === 0) return false;
  // A statement of its own: only the next one sees the desk's new order.
  await q.query(
    'queue-order-tickets',
    `update ticket set due_at = due_at where desk_id = $1 and state <> 'closed'`,
    [deskId],
  );
  return true;
};
