import type { TicketCommand } from '../commands.ts';
import { accept, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { missingFields } from './missing-fields.ts';
import { armAfterPriority } from './arm-clocks.ts';
import { cancelClosing } from './auto-close.ts';
import { reopens } from './reopen.ts';
import { retargetClocks } from './retarget-clocks.ts';
import { reopenClocks, resumeClocks } from './run-clocks.ts';
import type { Decided } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

const fieldsStep =
  (fields: readonly string[]): Step =>
  (ticket, facts) => {
    const stated = [...new Set([...ticket.statedFields, ...fields])];
    if (stated.length === ticket.statedFields.length) return [];
    return [
      {
        type: 'FieldsStated',
        statedFields: stated,
        missingFields: missingFields(
          facts.regulation,
          { type: ticket.type, packageId: ticket.coverage.packageId },
          stated,
        ),
      },
    ];
  };

/** The customer names a priority where none was stated or set: it counts as the regulation says (R33, R35). */
const priorityStep =
  (priority: string | null): Step =>
  (ticket, facts) => {
    const rules = facts.regulation.priorityRules;
    if (priority === null || rules === null || !facts.regulation.priorities.some((p) => p.id === priority))
      return [];
    if (ticket.prioritySource !== null && ticket.prioritySource !== 'default') return [];
    return inTurn(ticket, facts, [
      say({
        type: 'PriorityStated',
        priority,
        before: ticket.priority ?? ticket.supposedPriority,
        inForce: rules.statedCounts,
      }),
      retargetClocks('priority'),
      armAfterPriority(ticket.priority ?? ticket.supposedPriority),
    ]);
  };

/** Within the days in which a closed ticket opens again, its clocks run on as after an objection (R21). */
const reopenClosed =
  ({ contactId, means, messageId }: CommandOf<'CustomerWrites' | 'Object'>): Step =>
  (ticket, facts) => {
    if (ticket.state !== 'closed') return [];
    const { clause } = facts.regulation.lifecycle.afterClosing;
    return inTurn(ticket, facts, [
      say({ type: 'TicketReopened', by: contactId, means, messageId, clause }),
      reopenClocks,
      retargetClocks('priority'),
    ]);
  };

/**
 * The customer wrote: whatever stood still for them runs on. A closed ticket opens again in the days that the regulation
 * gives for it; later the caller registers a new, linked one (R21).
 */
export const customerWrites = (
  command: CommandOf<'CustomerWrites'>,
  ticket: Ticket,
  facts: Facts,
): Decided => {
  const { regulation, now } = facts;
  if (ticket.state === 'closed' && !reopens(ticket, regulation, now))
    return refuse('already-closed', regulation.lifecycle.afterClosing.clause);
  return accept(
    inTurn(ticket, facts, [
      reopenClosed(command),
      say({
        type: 'CustomerWrote',
        messageId: command.messageId,
        contactId: command.contactId,
        means: command.means,
      }),
      resumeClocks,
      cancelClosing,
      fieldsStep(command.statedFields),
      priorityStep(command.priority),
    ]),
  );
};

/** The customer says that it is solved (OW-9). */
export const confirm = (command: CommandOf<'Confirm'>, ticket: Ticket, facts: Facts): Decided => {
  if (ticket.state === 'closed') return refuse('already-closed');
  if (ticket.state !== 'resolved')
    return refuse('not-resolved', facts.regulation.lifecycle.confirmationClause);
  return accept([
    {
      type: 'ResolutionConfirmed',
      by: command.contactId,
      means: command.means,
      messageId: command.messageId,
    },
    { type: 'TicketClosed', cause: 'confirmed', at: facts.now },
  ]);
};

/**
 * The customer objects, with a reason where the regulation wants one (OW-8): back in work, clocks run on. Said by phone of a
 * closed ticket it is a message like any other: within the days for it the ticket opens again (R21).
 */
export const object = (command: CommandOf<'Object'>, ticket: Ticket, facts: Facts): Decided => {
  const { lifecycle } = facts.regulation;
  const isClosed = ticket.state === 'closed';
  const opens = command.means === 'phone' && reopens(ticket, facts.regulation, facts.now);
  if (isClosed && !opens) return refuse('already-closed');
  if (!isClosed && ticket.state !== 'resolved') return refuse('not-resolved', lifecycle.confirmationClause);
  if (lifecycle.objectionNeedsReason && !command.hasReason)
    return refuse('objection-needs-reason', lifecycle.confirmationClause);
  if (isClosed) return accept(inTurn(ticket, facts, [reopenClosed(command)]));
  return accept(
    inTurn(ticket, facts, [
      say({
        type: 'ResolutionObjected',
        by: command.contactId,
        means: command.means,
        messageId: command.messageId,
      }),
      reopenClocks,
      // What runs again runs by the priority of today (working-time rule 16).
      retargetClocks('priority'),
    ]),
  );
};

/** Only acceptance moves the priority and the clocks (CN-CHANGE); declined leaves all as it was. */
export const answerProposal = (
  command: CommandOf<'AnswerProposal'>,
  ticket: Ticket,
  facts: Facts,
): Decided => {
  const { proposal } = ticket;
  if (ticket.state === 'closed') return refuse('already-closed');
  if (proposal === null || proposal.proposalId !== command.proposalId)
    return refuse('no-proposal', facts.regulation.priorityRules?.clause ?? null);
  const by = { proposalId: proposal.proposalId, by: command.contactId, means: command.means };
  if (!command.accepted) return accept([{ type: 'PriorityDeclined', ...by }]);
  return accept(
    inTurn(ticket, facts, [
      say({
        type: 'PriorityAccepted',
        ...by,
        priority: proposal.priority,
        before: ticket.priority ?? ticket.supposedPriority,
      }),
      retargetClocks('priority'),
      armAfterPriority(ticket.priority ?? ticket.supposedPriority),
    ]),
  );
};
