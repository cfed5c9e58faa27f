import type { Instant } from '@reglament/working-time';
import { addMonths, isOpen, localDateOf } from '@reglament/working-time';
import {
  agreedRule,
  armClock,
  calendarOf,
  type Clock,
  type CountingRule,
  reopenClock,
  retargetClock,
} from '../../clock/index.ts';
import type { AgreedDateRule, ClockId, ClockRule, Regulation } from '../../regulation/regulation.ts';
import type { TicketCommand } from '../commands.ts';
import type { EventOf, TicketEvent } from '../events.ts';
import { accept, type Decision, refuse } from '../refusals.ts';
import type { DateProposal, Ticket } from '../ticket.ts';
import { type Facts, inTurn, say, type Step } from './facts.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import { pauseClocks, stopClocks } from './run-clocks.ts';
import { warningsOf } from './warnings-of.ts';
import { type Decided, notWorkable } from './staff.ts';

type CommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { readonly type: T }>;

/** A clock for which a date may be agreed on this ticket now. */
export interface Agreeable {
  readonly rule: ClockRule;
  readonly agreedDate: AgreedDateRule;
  /** The clock as it stands; null: it begins with the agreement. */
  readonly clock: Clock | null;
}

/** A date further ahead is a slip of the hand, and nobody could draw its days. */
const FARTHEST_MONTHS = 120;

/** Whether the regulation lets a date be agreed for this clock of this ticket, with the clause that says no. */
const agreeable = (ticket: Ticket, regulation: Regulation, id: ClockId): Decision<Agreeable> => {
  const rule = regulation.clocks.find((one) => one.id === id);
  if (rule === undefined) return refuse('unknown-clock');
  const { agreedDate } = rule;
  if (agreedDate === null) return refuse('date-not-agreed', rule.clause);
  const packageId = servedUnder(ticket);
  const { packages, types, clause } = agreedDate;
  if (packageId === null || (packages !== null && !packages.includes(packageId)))
    return refuse('date-not-in-package', clause);
  if (types !== null && (ticket.type === null || !types.includes(ticket.type)))
    return refuse('date-not-for-type', clause);
  const clock = ticket.clocks.find((one) => one.id === id) ?? null;
  if (rule.start !== 'agreement' && (clock === null || clock.status === 'stopped'))
    return refuse('clock-not-running', clause);
  return accept({ rule, agreedDate, clock });
};

/** The clocks of this ticket for which a date may be agreed now, in the regulation's order. */
export const agreeableClocks = (ticket: Ticket, regulation: Regulation): readonly Agreeable[] => {
  if (notWorkable(ticket) !== null || ticket.state === 'resolved') return [];
  return regulation.clocks.flatMap(({ id }) => {
    const found = agreeable(ticket, regulation, id);
    return found.ok ? [found.value] : [];
  });
};

const refuseDate = (
  date: Instant,
  { agreedDate, clock }: Agreeable,
  facts: Facts,
): Decision<never> | null => {
  const { hours, clause } = agreedDate;
  if (date <= facts.now) return refuse('date-in-past', clause);
  const { zone } = facts.regulation;
  if (localDateOf(zone, date) > addMonths(localDateOf(zone, facts.now), FARTHEST_MONTHS))
    return refuse('date-out-of-range', clause);
  if (hours !== null && !isOpen(calendarOf(facts.calendars, hours), date))
    return refuse('date-outside-hours', clause);
  const target = clock?.status === 'stopped' ? null : (clock?.rule.target ?? null);
  return target?.kind === 'agreed-date' && target.at === date ? refuse('same-date', clause) : null;
};

const ruleFor = (ticket: Ticket, facts: Facts, clock: ClockId, date: Instant): CountingRule | null => {
  const packageId = servedUnder(ticket);
  return packageId === null
    ? null
    : agreedRule(facts.regulation, ruleQuestion(ticket, clock, packageId), date);
};

/** The clock as it would run to the date from now on; null: no date can be agreed for it. Nothing is changed by asking. */
export const clockToDate = (ticket: Ticket, id: ClockId, date: Instant, facts: Facts): Clock | null => {
  const counting = ruleFor(ticket, facts, id, date);
  if (counting === null) return null;
  const { now, calendars } = facts;
  const clock = ticket.clocks.find((one) => one.id === id);
  if (clock === undefined) return armClock(counting, now, calendars);
  const changed = retargetClock(clock, counting, now, 'agreement', calendars);
  return clock.status === 'stopped' ? reopenClock(changed, now, calendars) : changed;
};

/** The date comes into force: elapsed time and the first miss stay (working-time rule 15). */
const dateInForce =
  (id: ClockId, date: Instant): Step =>
  (ticket, facts) => {
    const before = ticket.clocks.find((one) => one.id === id);
    const clock = clockToDate(ticket, id, date, facts);
    if (clock === null) return [];
    const warnings = warningsOf(clock, facts, facts.now);
    if (before === undefined) return [{ type: 'ClockArmed', clock, warnings }];
    return before.status === 'stopped'
      ? [{ type: 'ClockReopened', clock, warnings, cause: 'agreement' }]
      : [{ type: 'ClockRetargeted', clock, warnings, cause: 'agreement', dueBefore: before.dueAt }];
  };

/** A clock that begins while the ticket waits for the customer stands with the others. */
const standStill: Step = (ticket, facts) =>
  ticket.state === 'waiting-for-customer' ? pauseClocks('waiting-for-customer')(ticket, facts) : [];

type Word = Pick<EventOf<'DateAgreed'>, 'means' | 'by' | 'messageId'>;

const agree = (
  { clock: id, date }: Pick<DateProposal, 'clock' | 'date'>,
  { rule, clock }: Agreeable,
  word: Word,
  ticket: Ticket,
  facts: Facts,
): readonly TicketEvent[] => {
  const before = clock?.dueAt ?? clock?.lastDueAt ?? null;
  // A clock that begins with its date may be what others wait for (R23).
  const others: readonly Step[] =
    rule.start === 'agreement' && clock === null ? [stopClocks('agreement')] : [];
  return inTurn(ticket, facts, [
    say({ type: 'DateAgreed', clockId: id, date, before, ...word }),
    ...others,
    dateInForce(id, date),
    standStill,
  ]);
};

/**
 * A date for a clock, with a word to the customer: in force at once where the regulation lets the desk name it or the
 * customer has agreed on the phone, else a proposal that moves nothing until it is answered (OW-N4). A new proposal takes
 * the place of one that still waits.
 */
export const agreeDate = (command: CommandOf<'AgreeDate'>, ticket: Ticket, facts: Facts): Decided => {
  const no = notWorkable(ticket);
  if (no !== null) return no;
  if (ticket.state === 'resolved') return refuse('already-resolved');
  const found = agreeable(ticket, facts.regulation, command.clock);
  if (!found.ok) return found;
  const badDate = refuseDate(command.date, found.value, facts);
  if (badDate !== null) return badDate;
  const { proposalId, clock, date, messageId, agreed } = command;
  if (found.value.agreedDate.consent === 'not-needed')
    return accept(agree(command, found.value, { means: 'staff', by: null, messageId }, ticket, facts));
  if (agreed !== null)
    return accept(agree(command, found.value, { means: 'phone', by: agreed, messageId }, ticket, facts));
  return accept([{ type: 'DateProposed', proposalId, clockId: clock, date, messageId, at: facts.now }]);
};

/** Only acceptance moves the deadline (OW-N4); what was proposed may have become impossible meanwhile. */
export const answerDate = (command: CommandOf<'AnswerDate'>, ticket: Ticket, facts: Facts): Decided => {
  const proposal = ticket.dateProposal ?? null;
  if (ticket.state === 'closed') return refuse('already-closed');
  if (proposal === null || proposal.proposalId !== command.proposalId) return refuse('no-date-proposal');
  const { proposalId, clock, date } = proposal;
  const word: Word = { by: command.contactId, means: command.means, messageId: command.messageId };
  if (!command.accepted)
    return accept([
      {
        type: 'DateDeclined',
        proposalId,
        clockId: clock,
        date,
        by: command.contactId,
        means: command.means,
        messageId: command.messageId,
      },
    ]);
  const no = notWorkable(ticket);
  if (no !== null) return no;
  const found = agreeable(ticket, facts.regulation, clock);
  if (!found.ok) return found;
  const badDate = refuseDate(date, found.value, facts);
  return badDate ?? accept(agree(proposal, found.value, word, ticket, facts));
};
