import type { DeskId } from '@reglament/desk';
import { staffOf } from '../store/alarms.ts';
import { forgetOverQuantity, insertOverNotification, takeOverQuantity } from '../store/over-quantity.ts';
import type { Context } from '../use-cases/context.ts';
import { inCharge } from '../use-cases/in-charge.ts';

const tellDesk = async (context: Context, deskId: DeskId): Promise<boolean> => {
  const now = context.now();
  const { regulation } = await context.regulations.inForce(deskId, now);
  const counted = regulation.certificates?.covers?.quantity ?? 'not-counted';
  if (counted === 'not-counted') return false;
  const told = await context.db.inDesk(deskId, async (q) => {
    await forgetOverQuantity(q, deskId, counted);
    const over = await takeOverQuantity(q, deskId, counted, now);
    if (over.length === 0) return 0;
    const people = inCharge(await staffOf(q, [deskId]), ['sales', 'lead']);
    for (const certificateId of over)
      for (const personId of people)
        await insertOverNotification(q, {
          deskId,
          notificationId: context.newId(),
          personId,
          certificateId,
          at: now,
        });
    return over.length;
  });
  if (told > 0) context.hint({ deskId, kind: 'notification', number: 0 });
  return told > 0;
};

/**
 * Tells sales and leads of certificates that are used by more than was bought, whatever made it so: an installation, a table, a
 * correction, a merge. Once for each time that it goes over, by any number of nodes. Returns whether there may be more.
 */
export const tellOverQuantity =
  (context: Context, deskIds: readonly DeskId[], onError: (error: unknown) => void) =>
  async (): Promise<boolean> => {
    let more = false;
    for (const deskId of deskIds)
      try {
        more = (await tellDesk(context, deskId)) || more;
      } catch (error) {
        onError(error);
      }
    return more;
  };
