import type { TicketCommandBody } from '@reglament/contract';
import { staffCommand, type StaffOutcome } from '../use-cases/staff-command.ts';
import type { StillDesk } from './still-desk.ts';
import type { TestPerson } from './test-desk.ts';

/** A member of staff at a desk: does what the buttons do, on the ticket as it stands now. */
export const staffHand =
  (desk: StillDesk, slug: string, person: TestPerson) =>
  async (number: number, body: TicketCommandBody): Promise<StaffOutcome> => {
    const { ticket, version } = await desk.ticket(slug, number);
    return staffCommand(desk.context, {
      deskId: desk.desk(slug),
      ticketId: ticket.ticketId,
      contactId: ticket.contactId,
      person: { personId: person.personId, name: 'Пётр Волков' },
      body,
      seenVersion: version,
      idempotency: { key: desk.context.newId(), requestHash: 'x' },
    });
  };
