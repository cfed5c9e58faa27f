import type { DeskId, QueueOrder } from '@reglament/desk';
import { setQueueOrder } from '../store/queue-order.ts';
import type { Context } from './context.ts';

/** Of a regulation that says nothing of it. */
const USUAL: readonly QueueOrder[] = ['priority', 'deadline'];

/** Each desk's queue stands in the order of its regulation in force (OW-5); tickets written meanwhile follow by themselves. */
export const followQueueOrder = async (context: Context, deskIds: readonly DeskId[]): Promise<void> => {
  for (const deskId of deskIds) {
    const { regulation } = await context.regulations.inForce(deskId, context.now());
    const order = regulation.queue?.order ?? USUAL;
    const isAnother = await context.db.inDesk(deskId, (q) => setQueueOrder(q, deskId, order));
    if (isAnother) context.hint({ deskId, kind: 'ticket', number: 0 });
  }
};
