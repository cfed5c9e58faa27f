import type { TicketCommand } from '../commands.ts';
import { evolve } from '../evolve.ts';
import { accept } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { adoptCalendars } from './adopt-calendars.ts';
import {
  recordNoticeAccepted,
  recordNoticeBounced,
  ringBreach,
  ringClosing,
  ringClosingWarning,
  ringWarning,
} from './alarms.ts';
import { agreeDate, answerDate } from './agreed-date.ts';
import { recordCall } from './callback.ts';
import { acceptUncovered, identify } from './coverage.ts';
import { answerProposal, confirm, customerWrites, object } from './customer.ts';
import { decline } from './decline.ts';
import { ringExpiry } from './expiry.ts';
import { type Facts, inTurn } from './facts.ts';
import { followEditions } from './follow-editions.ts';
import { handOver } from './lines.ts';
import { adoptLocalTime, factsOfTicket, nameSite } from './local-time.ts';
import { mergeInto, takeOver } from './merge.ts';
import { nameProduct } from './name-product.ts';
import { split } from './split.ts';
import { tellMisses } from './tell-misses.ts';
import {
  classify,
  assign,
  type Decided,
  proposePriority,
  reply,
  requestInformation,
  resolve,
  take,
} from './staff.ts';

type Ring = Extract<TicketCommand, { readonly type: `Ring${string}` }>;

const ring = (command: Ring, ticket: Ticket, facts: Facts): Decided => {
  switch (command.type) {
    case 'RingWarning':
      return ringWarning(command, ticket, facts);
    case 'RingBreach':
      return ringBreach(command, ticket, facts);
    case 'RingClosingWarning':
      return ringClosingWarning(ticket, facts);
    case 'RingClosing':
      return ringClosing(ticket, facts);
    case 'RingExpiry':
      return ringExpiry(command, ticket, facts);
  }
};

const answer = (command: TicketCommand, ticket: Ticket, facts: Facts): Decided => {
  switch (command.type) {
    case 'Take':
      return take(command, ticket, facts);
    case 'Assign':
      return assign(command, ticket);
    case 'Classify':
      return classify(command, ticket, facts);
    case 'ProposePriority':
      return proposePriority(command, ticket, facts);
    case 'AnswerProposal':
      return answerProposal(command, ticket, facts);
    case 'RequestInformation':
      return requestInformation(command, ticket, facts);
    case 'Reply':
      return reply(command, ticket, facts);
    case 'AddNote':
      return accept([{ type: 'NoteAdded', messageId: command.messageId }]);
    case 'Resolve':
      return resolve(command, ticket, facts);
    case 'Decline':
      return decline(command, ticket, facts);
    case 'HandOver':
      return handOver(command, ticket, facts);
    case 'Split':
      return split(command, ticket, facts);
    case 'MergeInto':
      return mergeInto(command, ticket, facts);
    case 'TakeOver':
      return takeOver(command, ticket, facts);
    case 'RecordCall':
      return recordCall(command, ticket, facts);
    case 'AgreeDate':
      return agreeDate(command, ticket, facts);
    case 'AnswerDate':
      return answerDate(command, ticket, facts);
    case 'CustomerWrites':
      return customerWrites(command, ticket, facts);
    case 'Confirm':
      return confirm(command, ticket, facts);
    case 'Object':
      return object(command, ticket, facts);
    case 'Identify':
      return identify(command, ticket, facts);
    case 'NameSite':
      return nameSite(command, ticket, facts);
    case 'NameProduct':
      return nameProduct(command, ticket, facts);
    case 'AcceptUncovered':
      return acceptUncovered(command, ticket, facts);
    case 'RecordNoticeAccepted':
      return recordNoticeAccepted(command, ticket, facts);
    case 'RecordNoticeBounced':
      return recordNoticeBounced(command, ticket, facts);
    case 'RecordRobot':
      return accept([{ type: 'RobotWrote', messageId: command.messageId, nature: command.nature }]);
    case 'RingWarning':
    case 'RingBreach':
    case 'RingClosingWarning':
    case 'RingClosing':
    case 'RingExpiry':
      return ring(command, ticket, facts);
    case 'AdoptCalendars':
    case 'FollowEditions':
      return accept([]);
    case 'Link':
      return accept([{ type: 'TicketLinked', relation: command.relation, ticketId: command.ticketId }]);
  }
};

/**
 * What a command does to a ticket: events, or a refusal with its clause. Pure: time, ids and the regulation are arguments.
 * Whatever is asked, the ticket first goes over to the edition in force where open tickets follow it, and its clocks to the
 * production calendar in force: nothing is decided or told by an earlier one.
 */
export const decide = (command: TicketCommand, ticket: Ticket, given: Facts): Decided => {
  const led = followEditions(ticket, given);
  const { facts } = led;
  const adopted = inTurn(led.ticket, facts, [adoptCalendars]);
  const ready = adopted.reduce<Ticket>((state, event) => evolve(state, event, facts.now), led.ticket);
  const decided = answer(command, ready, facts);
  if (!decided.ok) return decided;
  const said = tellMisses(ready, decided.value, facts.now);
  const after = said.reduce<Ticket>((state, event) => evolve(state, event, facts.now), ready);
  // What the command has set going again, or opened.
  const opened =
    ticket.state === 'closed'
      ? followEditions(after, given, given.now)
      : { ...led, ticket: after, events: [] };
  return accept([
    ...led.events,
    ...adopted,
    ...said,
    ...opened.events,
    ...inTurn(opened.ticket, factsOfTicket(opened.ticket, opened.facts), [adoptLocalTime, adoptCalendars]),
  ]);
};
