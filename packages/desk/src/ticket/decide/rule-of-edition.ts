import { agreedRule, type Clock, type CountingRule, findRule, isOfLeft } from '../../clock/index.ts';
import type { PackageId, Regulation } from '../../regulation/regulation.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import type { Ticket } from '../ticket.ts';

/** The package that a running clock is promised by: what serves the ticket, or what served it when nothing does any more. */
export const promisedUnder = (c: Clock, ticket: Ticket): PackageId => servedUnder(ticket) ?? c.rule.packageId;

/** What a clock counts by in the edition that its ticket goes over to; null: that one promises nothing in this case. */
export const ruleOfEdition = (c: Clock, ticket: Ticket, regulation: Regulation): CountingRule | null => {
  const { target, clause, merged } = c.rule;
  const question = ruleQuestion(ticket, c.id, promisedUnder(c, ticket));
  const found = findRule(regulation, question);
  // A date holds, whatever the edition: one taken over from a ticket that was merged into this one, or agreed for this one.
  if (merged === true) return found === null ? null : { ...found, target, clause, merged };
  if (target.kind !== 'agreed-date') return found;
  return agreedRule(regulation, question, target.at);
};

/** Whether a clock that has ended may run again: not when its ticket has gone over to an edition that promises nothing of it. */
export const mayRunAgain = (c: Clock, ticket: Ticket, regulation: Regulation): boolean =>
  !isOfLeft(c.rule) || ruleOfEdition(c, ticket, regulation) !== null;
