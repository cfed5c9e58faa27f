import { type Clock, promisesNothing } from '../../clock/index.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { EditionGap } from '../events.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import type { Ticket } from '../ticket.ts';
import { promisedUnder, ruleOfEdition } from './rule-of-edition.ts';

interface Named {
  readonly id: string;
}

const missing = (part: EditionGap['part'], id: string | null, known: readonly Named[]): EditionGap | null =>
  id === null || known.some((one) => one.id === id) ? null : { part, id };

/** A date agreed for a clock that the edition lets nobody agree a date for, or a promise that it neither makes nor takes back. */
const promiseGap = (clock: Clock, ticket: Ticket, regulation: Regulation): EditionGap | null => {
  const { id, rule } = clock;
  if (ruleOfEdition(clock, ticket, regulation) !== null) return null;
  if (rule.target.kind === 'agreed-date' && rule.merged !== true) return { part: 'agreed-date', id };
  const question = ruleQuestion(ticket, id, promisedUnder(clock, ticket));
  return promisesNothing(regulation, question) ? null : { part: 'promise', id };
};

const firstOf = (clocks: readonly Clock[], gapOf: (clock: Clock) => EditionGap | null): EditionGap | null =>
  clocks.reduce<EditionGap | null>((gap, clock) => gap ?? gapOf(clock), null);

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
    firstOf(open, (clock) => missing('package', promisedUnder(clock, ticket), packages)) ??
    firstOf(open, ({ id }) => missing('clock', id, clocks)) ??
    firstOf(open, (clock) => promiseGap(clock, ticket, regulation))
  );
};
