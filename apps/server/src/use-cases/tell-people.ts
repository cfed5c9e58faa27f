import type { DeskId, Ticket, TicketEvent } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { alarmRecipients, insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import type { Context } from './context.ts';
import { wordOfEvent } from './word-of-event.ts';

/** Whether there is anything for people in what a command did. */
export const tellsPeople = (events: readonly TicketEvent[], at: Instant): boolean =>
  events.some((event) => wordOfEvent(event, at) !== null);

/** Whoever has the ticket is told once of what a command did to it: in the transaction that does it. */
export const tellPeople = async (
  context: Context,
  q: Queries,
  told: {
    readonly deskId: DeskId;
    readonly ticket: Ticket;
    readonly events: readonly TicketEvent[];
    readonly at: Instant;
  },
): Promise<void> => {
  const { deskId, ticket, at } = told;
  const words = told.events.flatMap((event) => wordOfEvent(event, at) ?? []);
  if (words.length === 0) return;
  const people = await alarmRecipients(q, deskId, ticket.assigneeId);
  for (const word of words)
    for (const personId of people)
      await insertNotification(q, {
        notificationId: context.newId(),
        deskId,
        personId,
        ticketId: ticket.ticketId,
        at,
        ...word,
      });
};

/** Whether staff alone see anything of what a command did. */
const isInside = (events: readonly TicketEvent[]): boolean =>
  events.length > 0 && events.every(({ type }) => type === 'NoteAdded');

/** What open screens are to hear once a command is kept: people first what they are told, then what changed. */
export const hintDone = (
  context: Context,
  deskId: DeskId,
  {
    number,
    events,
    toldColleagues = false,
  }: {
    readonly number: number;
    readonly events: readonly TicketEvent[];
    readonly toldColleagues?: boolean;
  },
): void => {
  if (toldColleagues || tellsPeople(events, context.now()))
    context.hint({ deskId, kind: 'notification', number: 0 });
  context.hint({ deskId, kind: 'ticket', number, ...(isInside(events) ? { inside: true as const } : {}) });
};
