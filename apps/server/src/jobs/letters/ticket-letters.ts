import { ticketForLetter } from '../../store/queries/tickets.ts';
import { runCommand } from '../../use-cases/command-ticket.ts';
import { alarmParcels } from './alarm-letters.ts';
import { tellColleaguesOf } from './colleague-letters.ts';
import { customerParcel } from './customer-letters.ts';
import type { Compose } from './parcel.ts';
import { awaitsNumber, type TicketItem } from './ticket-told.ts';

/** Letters about a ticket: to the customer, or a copy of an alarm to each of the staff. */
export const composeTicketLetters: Compose<TicketItem> = async (context, options, item) => {
  const { deskId } = item;
  const { ticketId, notice } = item.owed;
  const about = await context.db.inDesk(deskId, (q) => ticketForLetter(q, deskId, ticketId));
  if (about === null) throw new Error(`ticket ${ticketId} of a notice is gone`);
  const told = { context, options, item, desk: options.desk(deskId), about };
  if (notice.to !== 'requester') return { parcels: await alarmParcels(told), onAccepted: null };
  await tellColleaguesOf(context, item, about);
  const parcel = await customerParcel(told);
  const tellsNumber = notice.kind === 'registration' || (await awaitsNumber(told));
  const tell = async (): Promise<void> => {
    await runCommand(context, {
      deskId,
      ticketId,
      command: { type: 'RecordNoticeAccepted', at: context.now() },
      actorId: null,
      messages: [],
      seenVersion: null,
      idempotency: null,
    });
  };
  return { parcels: parcel === null ? [] : [parcel], onAccepted: tellsNumber ? tell : null };
};
