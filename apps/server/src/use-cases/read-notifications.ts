import type { DeskId, PersonId } from '@reglament/desk';
import { readAllNotifications, readNotificationsOfTicket } from '../store/alarms.ts';
import type { Context } from './context.ts';

/** The person has seen what they were told: of one ticket, or (null) all of it. */
export const readNotifications = async (
  context: Context,
  deskId: DeskId,
  personId: PersonId,
  ticketNumber: number | null,
): Promise<void> => {
  await context.db.inDesk(deskId, async (q) => {
    const at = context.now();
    if (ticketNumber === null) await readAllNotifications(q, deskId, personId, at);
    else await readNotificationsOfTicket(q, deskId, personId, ticketNumber, at);
  });
};
