import {
  findRule,
  isOfLeft,
  promisesNothing,
  reopenClock,
  resumeClock,
  retargetClock,
  sameRule,
  stopClock,
  type Clock,
  type ClockChangeCause,
  type CountingRule,
} from '../../clock/index.ts';
import type { RuleQuestion } from '../../clock/find-rule.ts';
import type { Regulation } from '../../regulation/regulation.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import type { EventOf, TicketEvent } from '../events.ts';
import type { Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';
import { ruleOfEdition } from './rule-of-edition.ts';
import { warningsOf } from './warnings-of.ts';

/**
 * What a change of rule does to the time used up: it is kept (working-time rule 15), unless the regulation counts anew from a
 * change of priority. The first priority that a ticket gets is no change of one.
 */
export const spentBy = (
  cause: ClockChangeCause,
  before: CountingRule,
  after: CountingRule,
  { priorityRules }: Regulation,
): 'kept' | 'anew' =>
  cause === 'priority' &&
  priorityRules?.changeCounts === 'from-change' &&
  before.priority !== null &&
  before.priority !== after.priority
    ? 'anew'
    : 'kept';

/** Where counting begins anew from a change of priority, each change is kept, also one to the same figure. */
const isSame = (cause: ClockChangeCause, before: CountingRule, after: CountingRule, r: Regulation): boolean =>
  sameRule(before, after) &&
  !(
    cause === 'priority' &&
    r.priorityRules?.changeCounts === 'from-change' &&
    before.priority !== after.priority
  );

/** When a clock would be due if it ran on from now; null: never. */
export const dueOf = (c: Clock, { now, calendars }: Facts): Clock['dueAt'] =>
  c.status === 'paused' ? resumeClock(c, now, calendars).dueAt : c.dueAt;

/** Whether one unfinished clock is due before another, both as if they ran on from now. */
export const isDueBefore = (one: Clock, other: Clock, facts: Facts): boolean => {
  const due = dueOf(one, facts);
  const otherDue = dueOf(other, facts);
  return due !== null && (otherDue === null || due < otherDue);
};

const NO_LONGER_PROMISED = 'no-longer-promised';

/** Nothing is promised for the new priority or type, or by the new edition: what was not missed goes, a miss stays on record as it is. */
export const noLongerPromised = (c: Clock, cause: ClockChangeCause, facts: Facts): TicketEvent[] => {
  if (c.status === 'stopped') return [];
  const missed = c.firstBreachAt !== null || (c.dueAt !== null && facts.now > c.dueAt);
  const why: EventOf<'ClockWithdrawn'>['cause'] =
    cause === 'type' || cause === 'edition' ? cause : 'priority';
  if (!missed) return [{ type: 'ClockWithdrawn', clock: c, cause: why }];
  const clock = stopClock(c, facts.now, NO_LONGER_PROMISED, facts.calendars);
  return [{ type: 'ClockStopped', clock, cause: NO_LONGER_PROMISED }];
};

/** The priority or type is back that promises it: counted on, the miss of the first time stays on record. */
const promisedAgain = (
  c: Clock,
  rule: CountingRule,
  cause: ClockChangeCause,
  facts: Facts,
): TicketEvent[] => {
  const spent = spentBy(cause, c.rule, rule, facts.regulation);
  const changed = retargetClock(c, rule, facts.now, cause, facts.calendars, spent);
  const clock = reopenClock(changed, facts.now, facts.calendars);
  return [{ type: 'ClockReopened', clock, warnings: warningsOf(clock, facts, facts.now), cause }];
};

/** Why the rule found now is another one than the clock's. */
type CauseOf = (c: Clock, question: RuleQuestion) => ClockChangeCause;

const retargeted = (c: Clock, causeOf: CauseOf, ticket: Ticket, facts: Facts): TicketEvent[] => {
  const packageId = servedUnder(ticket);
  const isOver = c.status === 'stopped' && c.stopCause !== NO_LONGER_PROMISED;
  // What was agreed for this ticket holds, whatever its priority or package becomes.
  if (packageId === null || isOver || (c.rule.target.kind === 'agreed-date' && c.rule.merged !== true))
    return [];
  const question = ruleQuestion(ticket, c.id, packageId);
  const rule = findRule(facts.regulation, question);
  const cause = causeOf(c, question);
  if (rule === null)
    return promisesNothing(facts.regulation, question) ? noLongerPromised(c, cause, facts) : [];
  if (c.status === 'stopped') return promisedAgain(c, rule, cause, facts);
  const spent = spentBy(cause, c.rule, rule, facts.regulation);
  if (isSame(cause, c.rule, rule, facts.regulation)) return [];
  const clock = retargetClock(c, rule, facts.now, cause, facts.calendars, spent);
  if (c.rule.merged === true && !isDueBefore(clock, c, facts)) return [];
  return [{ type: 'ClockRetargeted', clock, warnings: warningsOf(clock, facts, facts.now), cause }];
};

/** Another priority or package: unfinished clocks keep what has elapsed and count on by the new rule (working-time rule 15). */
export const retargetClocks =
  (cause: ClockChangeCause): Step =>
  (ticket, facts) =>
    ticket.clocks.flatMap((c) => retargeted(c, () => cause, ticket, facts));

/** With the type it had before, the ticket would have the same rule as it has: the type is what changed it. */
const byType =
  (typeBefore: string | null, { regulation }: Facts): CauseOf =>
  (c, question) => {
    const typed = { ...question, type: typeBefore };
    const other = findRule(regulation, typed);
    const stays =
      other === null ? !promisesNothing(regulation, typed) : isSame('priority', c.rule, other, regulation);
    return stays && question.type !== typeBefore ? 'type' : 'priority';
  };

/** The same after a classification, which may have changed the priority, the type or both. */
export const retargetToClass =
  (typeBefore: string | null): Step =>
  (ticket, facts) =>
    ticket.clocks.flatMap((c) => retargeted(c, byType(typeBefore, facts), ticket, facts));

/**
 * Before a classification stops them: clocks that are judged by the figure of the priority now set (R20, its alternative). What
 * has elapsed counts whatever a change of priority does else, since they end here.
 */
export const retargetToSetPriority: Step = (ticket, facts) =>
  ticket.clocks.flatMap((c): TicketEvent[] => {
    const own = facts.regulation.clocks.find(({ id }) => id === c.id);
    const packageId = servedUnder(ticket);
    if (own?.figureBy !== 'set-priority' || !own.stops.includes('classification')) return [];
    if (packageId === null || c.status === 'stopped' || c.rule.target.kind === 'agreed-date') return [];
    const rule = findRule(facts.regulation, ruleQuestion(ticket, c.id, packageId));
    if (rule === null || sameRule(rule, c.rule)) return [];
    const clock = retargetClock(c, rule, facts.now, 'priority', facts.calendars);
    return [{ type: 'ClockRetargeted', clock, warnings: [], cause: 'priority' }];
  });

/** What is behind the rule that a clock runs on by, once it had stood. */
const causeAtReopening = (before: CountingRule, after: CountingRule): ClockChangeCause => {
  if (before.packageId !== after.packageId) return 'package';
  if (before.priority !== after.priority) return 'priority';
  return before.zone === after.zone ? 'type' : 'zone';
};

/** The ticket has gone over to another edition while the clock stood: it runs on by that one, where that promises anything. */
const withRuleOfEdition = (c: Clock, ticket: Ticket, facts: Facts): Clock => {
  const rule = ruleOfEdition(c, ticket, facts.regulation);
  if (rule === null) return c;
  const other = rule.target.kind === 'agreed-date' ? 'edition' : causeAtReopening(c.rule, rule);
  const cause = other === 'priority' || other === 'package' ? other : 'edition';
  const spent = spentBy(cause, c.rule, rule, facts.regulation);
  return retargetClock(c, rule, facts.now, cause, facts.calendars, spent);
};

/** A priority, type or package that came while the clock stood: its rule is taken when the clock runs on (working-time rule 16). */
export const withRuleOf = (c: Clock, ticket: Ticket, facts: Facts): Clock => {
  if (isOfLeft(c.rule)) return withRuleOfEdition(c, ticket, facts);
  const packageId = servedUnder(ticket);
  if (packageId === null || c.rule.target.kind === 'agreed-date') return c;
  const rule = findRule(facts.regulation, ruleQuestion(ticket, c.id, packageId));
  if (rule === null) return c;
  const cause = causeAtReopening(c.rule, rule);
  const spent = spentBy(cause, c.rule, rule, facts.regulation);
  if (isSame(cause, c.rule, rule, facts.regulation)) return c;
  return retargetClock(c, rule, facts.now, cause, facts.calendars, spent);
};
