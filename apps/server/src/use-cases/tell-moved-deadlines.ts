import type { DeskId, Ticket, TicketEvent } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { alarmRecipients, insertNotification } from '../store/alarms.ts';
import type { Queries } from '../store/database.ts';
import type { Context } from './context.ts';

export interface MovedDeadline {
  readonly clock: string;
  readonly threshold: 'calendar';
  /** The new deadline. */
  readonly dueAt: Instant;
}

/** The deadline that an edition of a calendar has moved; null: the event is another one, or the deadline stays. */
export const movedDeadline = (event: TicketEvent): MovedDeadline | null => {
  if (event.type !== 'ClockRetargeted' || event.cause !== 'calendar') return null;
  const { id: clock, dueAt, status } = event.clock;
  if (status !== 'running' || dueAt === null || dueAt === event.dueBefore) return null;
  return { clock, threshold: 'calendar', dueAt };
};

/** Whoever has the ticket is told once that a calendar moved its deadline: in the transaction that moves it. */
export const tellMovedDeadlines = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  ticket: Ticket,
  moved: readonly MovedDeadline[],
): Promise<void> => {
  if (moved.length === 0) return;
  const people = await alarmRecipients(q, deskId, ticket.assigneeId);
  for (const one of moved)
    for (const personId of people)
      await insertNotification(q, {
        notificationId: context.newId(),
        deskId,
        personId,
        ticketId: ticket.ticketId,
        kind: 'deadline-moved',
        at: context.now(),
        ...one,
      });
};
