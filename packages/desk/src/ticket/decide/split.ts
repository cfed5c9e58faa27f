import type { TicketCommand } from '../commands.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import type { Facts } from './facts.ts';
import type { Decided } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/**
 * One ticket, one problem (OW-3): the second one goes to a ticket of its own. Its clocks count from now or from the old
 * ticket's receipt, by `lifecycle.split`: the caller, which registers it, passes that moment.
 */
export const split = (command: CommandOf<'Split'>, ticket: Ticket, facts: Facts): Decided => {
  if (ticket.state === 'closed') return refuse('already-closed');
  if (facts.regulation.lifecycle.split === null) return refuse('split-not-foreseen');
  return accept([
    {
      type: 'TicketLinked',
      relation: 'split-into',
      ticketId: command.newTicketId,
      messageId: command.messageId,
    },
  ]);
};
