import type { Instant } from '@reglament/working-time';
import type { CompanyId, ContactId, MessageId, PersonId, ProposalId, TicketId } from '../ids.ts';
import { allowedActions, type StaffAction } from './allowed.ts';
import type { TicketCommand } from './commands.ts';
import { decide } from './decide/decide.ts';
import type { Facts } from './decide/facts.ts';
import type { Refusal } from './refusals.ts';
import type { Ticket } from './ticket.ts';

/** What staff may do to a ticket now, or why not. */
export interface StaffStep {
  readonly action: StaffAction;
  /** null: it may be done. */
  readonly refusal: Refusal | null;
}

const DAY_MS = 86_400_000;
// Ids of nobody: what is asked here is never done.
const messageId = 'nothing' as MessageId;
const contactId = 'nobody' as ContactId;
const somebody = 'somebody' as PersonId;
const proposalId = 'nothing' as ProposalId;

/** A command of that kind with a body that is as good as any for this ticket; null: the regulation has nothing to fill it with. */
const typical = (
  action: StaffAction,
  ticket: Ticket,
  { regulation, now }: Facts,
  by: PersonId,
): TicketCommand | null => {
  switch (action) {
    case 'take':
      return { type: 'Take', by };
    case 'assign':
      return { type: 'Assign', by, to: somebody };
    case 'classify': {
      const type = ticket.type ?? regulation.ticketTypes[0]?.id;
      const priority = ticket.priority ?? regulation.priorities[0]?.id ?? null;
      return type === undefined
        ? null
        : { type: 'Classify', by, ticketType: type, priority, reasonMessageId: messageId };
    }
    case 'propose-priority': {
      const other = regulation.priorities.find(({ id }) => id !== ticket.priority);
      return other === undefined
        ? null
        : { type: 'ProposePriority', by, proposalId, priority: other.id, messageId };
    }
    case 'request-information':
      return { type: 'RequestInformation', by, messageId };
    case 'add-note':
      return { type: 'AddNote', messageId };
    case 'reply':
      return { type: 'Reply', by, messageId };
    case 'resolve':
      return { type: 'Resolve', by, messageId, outcome: regulation.lifecycle.outcomes[0]?.id ?? null };
    case 'decline': {
      const [exclusion] = regulation.exclusions;
      return exclusion === undefined
        ? null
        : { type: 'Decline', by, messageId, ground: { kind: 'exclusion', id: exclusion.id } };
    }
    case 'hand-over': {
      const other = regulation.lines.find(({ id }) => id !== ticket.line?.id);
      return other === undefined ? null : { type: 'HandOver', by, toLine: other.id, messageId, given: [] };
    }
    case 'split':
      return { type: 'Split', by, newTicketId: 'nothing' as TicketId, messageId };
    case 'merge':
      return { type: 'MergeInto', by, kept: { ...ticket, ticketId: 'nothing' as TicketId }, messageId };
    case 'record-confirmation':
      return { type: 'Confirm', contactId, means: 'phone', messageId };
    case 'record-objection':
      return { type: 'Object', contactId, means: 'phone', messageId, hasReason: true };
    case 'identify':
      return { type: 'Identify', companyId: 'nobody' as CompanyId, certificates: [] };
    case 'accept-uncovered':
      return { type: 'AcceptUncovered', reasonMessageId: messageId };
    case 'record-call':
      return { type: 'RecordCall', by, messageId, reached: true, toldNumber: false };
    case 'agree-date': {
      const [clock] = regulation.clocks;
      const date = (now + DAY_MS) as Instant;
      if (clock === undefined) return null;
      return { type: 'AgreeDate', by, proposalId, clock: clock.id, date, messageId, agreed: null };
    }
    case 'record-date-answer':
      return { type: 'AnswerDate', contactId, proposalId, accepted: true, means: 'phone', messageId };
    // What these name must be looked up first.
    case 'name-site':
    case 'name-product':
      return null;
  }
};

const order: readonly StaffAction[] = [
  'take',
  'assign',
  'classify',
  'propose-priority',
  'reply',
  'request-information',
  'resolve',
  'decline',
  'hand-over',
  'agree-date',
  'record-date-answer',
  'record-confirmation',
  'record-objection',
  'record-call',
  'split',
  'merge',
  'identify',
  'name-site',
  'name-product',
  'accept-uncovered',
  'add-note',
];

/**
 * Every action of staff in the order of the work: allowed now, or refused with its clause. What the regulation does not know
 * (lines, types, dates to agree) is left out. `by`: whoever looks.
 */
export const nextSteps = (ticket: Ticket, facts: Facts, by: PersonId): readonly StaffStep[] => {
  const allowed = new Set(allowedActions(ticket, facts.regulation, facts.now));
  return order.flatMap((action): readonly StaffStep[] => {
    // Of what is allowed in general only taking hangs on who asks.
    if (allowed.has(action) && action !== 'take') return [{ action, refusal: null }];
    const command = typical(action, ticket, facts, by);
    const decision = command === null ? null : decide(command, ticket, facts);
    if (decision !== null && !decision.ok) return [{ action, refusal: decision.refusal }];
    return allowed.has(action) ? [{ action, refusal: null }] : [];
  });
};
