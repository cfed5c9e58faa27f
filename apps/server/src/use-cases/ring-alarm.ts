import type { TicketCommand } from '@reglament/desk';
import { alarmRecipients, type DueAlarm, insertNotification, takeAlarm } from '../store/alarms.ts';
import { lockTicketIfFree } from '../store/tickets.ts';
import { applyCommand } from './command-ticket.ts';
import type { Context } from './context.ts';

const commandOf = ({ alarm }: DueAlarm): TicketCommand => {
  switch (alarm.kind) {
    case 'warning':
      return { type: 'RingWarning', clock: alarm.clock, fraction: alarm.fraction };
    case 'breach':
      return { type: 'RingBreach', clock: alarm.clock };
    case 'closing-warning':
      return { type: 'RingClosingWarning' };
    case 'closing':
      return { type: 'RingClosing' };
  }
};

/**
 * Rings one due alarm exactly once: the ticket's lock first, then the alarm's row, then the decision; told to people in the
 * same transaction.
 *
 * @returns false when somebody else is at the ticket or has rung it: the row, if there still is one, comes again.
 */
export const ringAlarm = async (context: Context, due: DueAlarm): Promise<boolean> => {
  const { deskId, ticketId } = due;
  const number = await context.db.inDesk(deskId, async (q) => {
    const locked = await lockTicketIfFree(q, deskId, ticketId);
    if (locked === null || !(await takeAlarm(q, due, context.now()))) return null;
    const outcome = await applyCommand(
      context,
      q,
      {
        deskId,
        ticketId,
        command: commandOf(due),
        actorId: null,
        messages: [],
        seenVersion: null,
        idempotency: null,
      },
      locked,
    );
    if (outcome.kind !== 'done') return null;
    for (const event of outcome.events) {
      if (event.type !== 'ClockWarned' && event.type !== 'ClockBreached') continue;
      const warned = event.type === 'ClockWarned';
      for (const personId of await alarmRecipients(q, deskId, outcome.ticket.assigneeId)) {
        await insertNotification(q, {
          notificationId: context.newId(),
          deskId,
          personId,
          ticketId,
          kind: warned ? 'clock-warning' : 'clock-breach',
          clock: warned ? event.clockId : event.clock.id,
          threshold: warned ? String(event.fraction) : '1',
          dueAt: event.dueAt,
          at: context.now(),
        });
      }
    }
    return outcome.number;
  });
  if (number === null) return false;
  context.hint({ deskId, kind: 'ticket', number });
  context.hint({ deskId, kind: 'notification', number: 0 });
  return true;
};
