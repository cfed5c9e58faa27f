import type { PersonId } from '../../ids.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import type { TicketEvent } from '../events.ts';
import { accept, type Decision, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { itemsOf, meansOf, outcomeOf, refuseItems, refuseMeans, refuseOutcome } from './answer.ts';
import { armAfterPriority } from './arm-clocks.ts';
import { resolutionAt, restartClosing } from './auto-close.ts';
import { missingFields } from './missing-fields.ts';
import { assignNamed } from './named-people.ts';
import { retargetToClass, retargetToSetPriority } from './retarget-clocks.ts';
import { pauseClocks, resumeClocks, stopClocks } from './run-clocks.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;
export type Decided = Decision<readonly TicketEvent[]>;

/** Closed and uncovered tickets are not worked on. */
export const notWorkable = (ticket: Ticket): Decision<never> | null => {
  if (ticket.state === 'closed') return refuse('already-closed');
  if (ticket.state === 'not-entitled') return refuse('not-covered', ticket.coverage.clause);
  return null;
};

/** Nobody has taken it into work, be it meant for somebody or not. */
const isFree = ({ assigneeId, assignedBy, given }: Ticket): boolean =>
  assigneeId === null || assignedBy !== undefined || given === true;

/** Taken into work: what waits for that ends (R25, R28). */
const taken =
  (by: PersonId): Step =>
  (ticket, facts) => {
    const first = isFree(ticket) ? ({ first: true } as const) : {};
    return inTurn(ticket, facts, [
      say({ type: 'TicketTaken', assigneeId: by, ...first }),
      stopClocks('taken'),
    ]);
  };

/** Whoever answers a ticket that nobody took, takes it. */
export const takeIfFree =
  (by: PersonId): Step =>
  (ticket, facts) =>
    isFree(ticket) ? taken(by)(ticket, facts) : [];

export const take = (command: CommandOf<'Take'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.assigneeId === command.by && !isFree(ticket)) return refuse('already-yours');
  return accept(taken(command.by)(ticket, facts));
};

/** Gives a ticket to a colleague: being meant for somebody is not being taken into work, so no clock of that stops. */
export const assign = (command: CommandOf<'Assign'>, ticket: Ticket): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  const { to } = command;
  if (ticket.assigneeId === to) return refuse(to === null ? 'nobody-has-it' : 'already-theirs');
  return accept([{ type: 'TicketGiven', assigneeId: to, inWork: to !== null && !isFree(ticket) }]);
};

const refusePriority = (
  command: CommandOf<'Classify'>,
  ticket: Ticket,
  regulation: Regulation,
): Decision<never> | null => {
  const rules = regulation.priorityRules;
  if (rules === null) return command.priority === null ? null : refuse('priority-not-used');
  if (rules.staffChange === 'never') {
    const fixed = ticket.priority ?? (ticket.prioritySource === 'stated' ? ticket.supposedPriority : null);
    if (fixed !== null)
      return command.priority === fixed ? null : refuse('priority-is-customers', rules.clause);
    // Nobody has given one, and it may be left to the customer.
    if (command.priority === null && ticket.supposedPriority === null) return null;
  }
  if (command.priority === null) return refuse('priority-required', rules.clause);
  if (!regulation.priorities.some((p) => p.id === command.priority))
    return refuse('unknown-priority', rules.clause);
  const inForce = ticket.priority ?? (rules.staffChange === 'with-consent' ? ticket.supposedPriority : null);
  if (inForce === null || inForce === command.priority || rules.staffChange === 'free') return null;
  if (rules.staffChange === 'with-consent') return refuse('priority-needs-consent', rules.clause);
  return command.reasonMessageId === null ? refuse('priority-needs-reason', rules.clause) : null;
};

/** The level is the customer's (CN-CHANGE): one that is only assumed stays assumed until they say theirs (R35). */
const leftToCustomer = (command: CommandOf<'Classify'>, ticket: Ticket, regulation: Regulation): boolean =>
  (regulation.priorityRules?.staffChange === 'with-consent' ||
    regulation.priorityRules?.staffChange === 'never') &&
  ticket.prioritySource === 'default' &&
  ticket.supposedPriority === command.priority;

/** Sets type and priority and tells the customer; clocks that wait for it start, clocks that it stops stop (OW-N3, R20, R33, CN-CHANGE). */
export const classify = (command: CommandOf<'Classify'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  if (!facts.regulation.ticketTypes.some((t) => t.id === command.ticketType)) return refuse('unknown-type');
  const noPriority = refusePriority(command, ticket, facts.regulation);
  if (noPriority !== null) return noPriority;
  return accept(
    inTurn(ticket, facts, [
      say({
        type: 'TicketClassified',
        ticketType: command.ticketType,
        priority: leftToCustomer(command, ticket, facts.regulation) ? null : command.priority,
        before: ticket.priority,
        reasonMessageId: command.reasonMessageId,
        missingFields: missingFields(
          facts.regulation,
          { type: command.ticketType, packageId: ticket.coverage.packageId },
          ticket.statedFields,
        ),
      }),
      retargetToSetPriority,
      stopClocks('classification'),
      retargetToClass(ticket.type),
      // The priority or type until now, or its being unknown, may have kept a clock from being promised.
      armAfterPriority(ticket.priority ?? ticket.supposedPriority, ticket.type),
      // Found to be critical, it goes to the engineer named for that (FL-K3).
      assignNamed,
    ]),
  );
};

/** Staff may raise or lower the customer's level only with agreement (CN-CHANGE): nothing moves until the answer. */
export const proposePriority = (
  command: CommandOf<'ProposePriority'>,
  ticket: Ticket,
  facts: Facts,
): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  const rules = facts.regulation.priorityRules;
  if (rules === null) return refuse('priority-not-used');
  if (rules.staffChange === 'never') return refuse('priority-is-customers', rules.clause);
  if (rules.staffChange !== 'with-consent') return refuse('consent-not-needed', rules.clause);
  if (!facts.regulation.priorities.some((p) => p.id === command.priority))
    return refuse('unknown-priority', rules.clause);
  if ((ticket.priority ?? ticket.supposedPriority) === command.priority)
    return refuse('same-priority', rules.clause);
  return accept([
    {
      type: 'PriorityProposed',
      proposalId: command.proposalId,
      priority: command.priority,
      messageId: command.messageId,
      at: facts.now,
    },
  ]);
};

/** Asks the customer; the ticket waits for the answer and clocks stop or stand still as the regulation says. */
export const requestInformation = (
  command: CommandOf<'RequestInformation'>,
  ticket: Ticket,
  facts: Facts,
): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  const badItem = refuseItems(command.items ?? [], facts.regulation);
  if (badItem !== null) return badItem;
  return accept(
    inTurn(ticket, facts, [
      takeIfFree(command.by),
      say({ type: 'InformationRequested', messageId: command.messageId, ...itemsOf(command) }),
      stopClocks('information-request'),
      pauseClocks('waiting-for-customer'),
    ]),
  );
};

/** A human answer that the customer sees. On a resolved ticket the count to closing starts anew (R22). */
export const reply = (command: CommandOf<'Reply'>, ticket: Ticket, facts: Facts): Decided => {
  if (ticket.state === 'closed') return refuse('already-closed');
  const badMeans = refuseMeans(command.means ?? null, facts.regulation);
  if (badMeans !== null) return badMeans;
  const take: Step = ticket.state === 'not-entitled' ? () => [] : takeIfFree(command.by);
  return accept(
    inTurn(ticket, facts, [
      take,
      say({ type: 'ReplySent', messageId: command.messageId, ...meansOf(command) }),
      stopClocks('public-reply'),
      restartClosing,
    ]),
  );
};

/** Where a clock waits for the classification nothing ends before it. */
export const refuseUnclassified = (ticket: Ticket, regulation: Regulation): Decision<never> | null => {
  const waits = regulation.clocks.find((c) => c.start === 'classification');
  return waits === undefined || ticket.classifiedAt !== null ? null : refuse('classify-first', waits.clause);
};

/** The solution is delivered; the ticket waits for the customer's word. */
export const resolve = (command: CommandOf<'Resolve'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  const unclassified = refuseUnclassified(ticket, facts.regulation);
  if (unclassified !== null) return unclassified;
  const badAnswer =
    refuseOutcome(command.outcome ?? null, facts.regulation) ??
    refuseMeans(command.means ?? null, facts.regulation);
  if (badAnswer !== null) return badAnswer;
  return accept(
    inTurn(ticket, facts, [
      takeIfFree(command.by),
      say({
        type: 'TicketResolved',
        messageId: command.messageId,
        resolution: resolutionAt(facts.now, ticket, facts),
        ...outcomeOf(command),
        ...meansOf(command),
      }),
      stopClocks('public-reply'),
      stopClocks('resolution'),
      // Nothing waits for the customer's answer any more, whatever goes on.
      resumeClocks,
    ]),
  );
};
