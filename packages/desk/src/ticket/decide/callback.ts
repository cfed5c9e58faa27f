import type { TicketCommand } from '../commands.ts';
import { refuse, accept } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { stopClocks } from './run-clocks.ts';
import type { Decided } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/**
 * A call to the customer is kept. A talk ends the clocks that wait for one, and a number told in it counts as the notice
 * (CN-REACT), be it one that only a person can give (R34); an attempt that reached nobody ends nothing: whoever owes the call still owes it (FL-P, R28).
 */
export const recordCall = (command: CommandOf<'RecordCall'>, ticket: Ticket, facts: Facts): Decided => {
  const { messageId, toldNumber, reached } = command;
  if (ticket.state === 'closed') return refuse('already-closed');
  if (toldNumber && !reached) return refuse('told-nobody');
  const talked: readonly Step[] = reached ? [stopClocks('callback')] : [];
  const told: readonly Step[] = toldNumber
    ? [stopClocks('registration-notice'), stopClocks('human-notice')]
    : [];
  return accept(
    inTurn(ticket, facts, [
      say({ type: 'CallRecorded', messageId, toldNumber, reached }),
      ...talked,
      ...told,
    ]),
  );
};
