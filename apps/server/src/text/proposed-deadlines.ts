import {
  type Calendars,
  type Clock,
  findRule,
  type PriorityId,
  type Regulation,
  retargetClock,
  ruleQuestion,
  spentBy,
  type Ticket,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';

/** What a change of priority would do to a clock that still counts. */
export interface ProposedDeadline {
  readonly before: Clock;
  readonly after: Clock;
}

/** The clocks that the proposed priority would move, if it were accepted at `now`; nothing is changed by asking. */
export const proposedDeadlines = (
  ticket: Ticket,
  priority: PriorityId,
  given: { readonly regulation: Regulation; readonly calendars: Calendars; readonly now: Instant },
): readonly ProposedDeadline[] => {
  const { packageId } = ticket.coverage;
  if (packageId === null) return [];
  return ticket.clocks.flatMap((before) => {
    // An agreed date holds whatever the priority becomes.
    if (before.status === 'stopped' || before.rule.target.kind === 'agreed-date') return [];
    const rule = findRule(given.regulation, { ...ruleQuestion(ticket, before.id, packageId), priority });
    if (rule === null) return [];
    const spent = spentBy('priority', before.rule, rule, given.regulation);
    return [{ before, after: retargetClock(before, rule, given.now, 'priority', given.calendars, spent) }];
  });
};
