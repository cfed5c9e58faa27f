import type { HandOver } from '../../regulation/handling-rules.ts';
import { judgeCondition } from '../../regulation/judge-condition.ts';
import type { Regulation, Text } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import { conditionFactsOf } from '../condition-facts.ts';
import { itemsAt } from '../items-at.ts';
import { accept, refuse, refuseNaming } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';
import { type Decided, notWorkable } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/**
 * The line that begins: of the rows of routing the first whose condition is known to hold. Said once more only when it is
 * another one, and never against a person who has handed the ticket over.
 */
export const assignLine: Step = (ticket, { regulation }) => {
  if (ticket.line?.by === 'hand') return [];
  const known = conditionFactsOf(ticket);
  const row = regulation.routing?.lines.find(({ when }) => judgeCondition(when, known).kind === 'holds');
  if (row === undefined || row.line === ticket.line?.id) return [];
  return [{ type: 'LineAssigned', line: row.line, clause: row.clause }];
};

/** What a hand-over from the ticket's line can be: the line, what it must be given, the clause. */
export interface PossibleHandOver {
  readonly toLine: string;
  readonly name: Text;
  readonly needs: readonly Text[];
  readonly clause: HandOver['clause'];
}

/** The lines that this ticket can be handed over to. One that no line has yet can go to any. */
export const handOversOf = (ticket: Ticket, { lines, routing }: Regulation): readonly PossibleHandOver[] => {
  const { line } = ticket;
  return lines.flatMap(({ id, name, clause }): readonly PossibleHandOver[] => {
    if (line === undefined) return [{ toLine: id, name, needs: [], clause }];
    const rule = routing?.handOvers.find(({ from, to }) => from === line.id && to === id);
    return rule === undefined ? [] : [{ toLine: id, name, needs: rule.needs, clause: rule.clause }];
  });
};

/** To the queue of another line, with everything that the regulation wants it to be given (FL-L1). */
export const handOver = (command: CommandOf<'HandOver'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  const { toLine, messageId } = command;
  const target = facts.regulation.lines.find(({ id }) => id === toLine);
  if (target === undefined) return refuse('unknown-line');
  if (ticket.line?.id === toLine) return refuse('same-line', ticket.line.clause);
  const possible = handOversOf(ticket, facts.regulation);
  const found = possible.find((one) => one.toLine === toLine);
  if (found === undefined)
    return refuseNaming(
      'hand-over-not-foreseen',
      target.clause,
      possible.map(({ name }) => name),
    );
  const places = found.needs.map((_, place) => place);
  const missing = places.filter((place) => !command.given.includes(place));
  if (missing.length > 0)
    return refuseNaming('hand-over-incomplete', found.clause, itemsAt(found.needs, missing));
  return accept([
    {
      type: 'LineChanged',
      from: ticket.line?.id ?? null,
      to: toLine,
      messageId,
      given: places,
      clause: found.clause,
    },
  ]);
};
