import type { TicketCommand } from '../commands.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { resolutionAt } from './auto-close.ts';
import { type Facts, inTurn, say } from './facts.ts';
import { declinable } from './grounds.ts';
import { resumeClocks, stopClocks } from './run-clocks.ts';
import { type Decided, notWorkable, refuseUnclassified, takeIfFree } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/**
 * Not done, by a rule that is cited: the customer is told and may object, and the ticket waits for their word as after a
 * solution. What is not covered at all is not declined by a package's rules.
 */
export const decline = (command: CommandOf<'Decline'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  const found = declinable(command.ground, ticket, facts.regulation);
  if (!found.ok) return found;
  const unclassified = refuseUnclassified(ticket, facts.regulation);
  if (unclassified !== null) return unclassified;
  return accept(
    inTurn(ticket, facts, [
      takeIfFree(command.by),
      say({
        type: 'TicketDeclined',
        messageId: command.messageId,
        ground: found.value.ground,
        clause: found.value.clause,
        resolution: resolutionAt(facts.now, ticket, facts),
      }),
      stopClocks('public-reply'),
      stopClocks('refusal'),
      // Nothing waits for the customer's answer any more, whatever goes on.
      resumeClocks,
    ]),
  );
};
