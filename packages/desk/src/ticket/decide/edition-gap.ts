import { agreedRule, type Clock, findRule, promisesNothing } from '../../clock/index.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { EditionGap } from '../events.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import type { Ticket } from '../ticket.ts';

interface Named {
  readonly id: string;
}

const missing = (part: EditionGap['part'], id: string | null, known: readonly Named[]): EditionGap | null =>
  id === null || known.some((one) => one.id === id) ? null : { part, id };

/** A date agreed for a clock that the edition lets nobody agree a date for, or a promise that it neither makes nor takes back. */
const promiseGap = ({ id, rule }: Clock, ticket: Ticket, regulation: Regulation): EditionGap | null => {
  const packageId = servedUnder(ticket);
  if (packageId === null) return null;
  const question = ruleQuestion(ticket, id, packageId);
  const { target } = rule;
  if (target.kind === 'agreed-date' && rule.merged !== true)
    return agreedRule(regulation, question, target.at) === null ? { part: 'agreed-date', id } : null;
  return findRule(regulation, question) === null && !promisesNothing(regulation, question)
    ? { part: 'promise', id }
    : null;
};

/** The first thing that an open ticket stands on and another edition lacks; null: it can go by that edition. */
export const editionGap = (ticket: Ticket, regulation: Regulation): EditionGap | null => {
  const open = ticket.clocks.filter(({ status }) => status !== 'stopped');
  const { priorities, packages, ticketTypes, lines, clocks } = regulation;
  return (
    missing('package', servedUnder(ticket), packages) ??
    missing('priority', ticket.priority, priorities) ??
    missing('priority', ticket.supposedPriority, priorities) ??
    missing('type', ticket.type, ticketTypes) ??
    missing('line', ticket.line?.id ?? null, lines) ??
    open.reduce<EditionGap | null>((gap, { id }) => gap ?? missing('clock', id, clocks), null) ??
    open.reduce<EditionGap | null>((gap, clock) => gap ?? promiseGap(clock, ticket, regulation), null)
  );
};
