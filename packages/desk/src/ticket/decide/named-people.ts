import { judgeCondition } from '../../regulation/judge-condition.ts';
import { conditionFactsOf } from '../condition-facts.ts';
import type { Step } from './facts.ts';

/**
 * A new ticket that nobody has goes to the person whom its certificate names for it: of the rows of routing the first that is
 * known to hold (AO-4.1-manager, CN-S10, FL-K3). A certificate that names nobody leaves it to the queue.
 */
export const assignNamed: Step = (ticket, { regulation }) => {
  const { coverage, state, assigneeId } = ticket;
  if (state !== 'new' || assigneeId !== null || coverage.kind !== 'covered') return [];
  const known = conditionFactsOf(ticket);
  const row = regulation.routing?.people.find(({ when }) => judgeCondition(when, known).kind === 'holds');
  const person = row === undefined ? undefined : coverage.agreed?.people[row.to];
  return row === undefined || person === undefined
    ? []
    : [{ type: 'TicketAssigned', assigneeId: person, role: row.to, clause: row.clause }];
};
