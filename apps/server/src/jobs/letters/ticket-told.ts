import type { ItemAbout } from '../../store/outbox.ts';
import type { Desk } from '../../store/queries/desks.ts';
import { messageForLetter, type TicketForLetter } from '../../store/queries/tickets.ts';
import type { Context } from '../../use-cases/context.ts';
import type { DeliverOutboxOptions } from './parcel.ts';

export type TicketItem = ItemAbout<'ticket'>;

/** What is owed about a ticket, with what every letter about it is written from. */
export interface TicketTold {
  readonly context: Context;
  readonly options: DeliverOutboxOptions;
  readonly item: TicketItem;
  readonly desk: Desk;
  readonly about: TicketForLetter;
}

/**
 * Whether a clock still runs that being told the number stops (CN-REACT): the notice was held back, did not go, or the ticket
 * was not covered then. Every letter to the customer carries the number, so the first one accepted tells it.
 */
export const awaitsNumber = async ({ context, item, about: { ticket } }: TicketTold): Promise<boolean> => {
  const { regulation } = await context.regulations.ofTicket(item.deskId, ticket);
  return ticket.clocks.some(
    (c) =>
      c.status !== 'stopped' &&
      regulation.clocks.some((rule) => rule.id === c.id && rule.stops.includes('registration-notice')),
  );
};

/** The facts that the words of any letter about a ticket are made of, and the message that it passes on. */
export const ticketFacts = async ({ context, item, desk, about }: TicketTold) => {
  const { regulation, calendars } = await context.regulations.ofTicket(item.deskId, about.ticket);
  const { notice } = item.owed;
  const reasonId = notice.kind === 'classification' ? notice.reasonMessageId : null;
  const messageId = 'messageId' in notice ? notice.messageId : reasonId;
  const message =
    messageId === null
      ? null
      : await context.db.inDesk(item.deskId, (q) => messageForLetter(q, item.deskId, messageId));
  return {
    attachments: message?.attachments ?? [],
    facts: {
      regulation,
      calendars,
      ticket: about.ticket,
      number: about.number,
      deskName: desk.name,
      requester: { name: about.requester.name },
      now: context.now(),
      message: message === null ? null : { ...message, attachments: message.fileNames },
    },
  };
};
