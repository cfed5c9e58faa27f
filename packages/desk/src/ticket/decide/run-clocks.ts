import type { Instant } from '@reglament/working-time';
import {
  calendarsOfRule,
  findRule,
  promisesNothing,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  sameRule,
  stopClock,
  warningInstants,
  withdrawStop,
  type Clock,
  type ClockChangeCause,
  type CountingRule,
} from '../../clock/index.ts';
import type { ClockRule, PauseCause, Regulation, StopCause } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import { pastOf } from '../past.ts';
import type { PendingWarning, Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';

const ruleOf = (regulation: Regulation, clock: Clock): ClockRule | undefined =>
  regulation.clocks.find((c) => c.id === clock.id);

/** Warnings that are still to come: one passed before `from` does not ring any more. */
export const warningsOf = (clock: Clock, facts: Facts, from: Instant): readonly PendingWarning[] => {
  const marks = ruleOf(facts.regulation, clock)?.warnAt ?? [];
  return warningInstants(clock, marks, facts.calendars)
    .filter((w) => w.at >= from)
    .map((w) => ({ clock: clock.id, ...w }));
};

/** The package that the ticket is served under; null: nothing is promised. */
export const servedUnder = (ticket: Ticket): string | null => {
  const { kind, packageId } = ticket.coverage;
  return kind === 'not-entitled' || kind === 'channel' ? null : packageId;
};

/**
 * Stops the clocks that this cause stops. Each is counted by the edition that its rule names: on a closed ticket, where a notice
 * may still stop one late, that need not be the latest.
 */
export const stopClocks =
  (cause: StopCause, at?: Instant): Step =>
  (ticket, facts) =>
    ticket.clocks
      .filter((c) => c.status !== 'stopped' && ruleOf(facts.regulation, c)?.stops.includes(cause))
      .map((c) => ({
        type: 'ClockStopped',
        clock: stopClock(
          c,
          at ?? facts.now,
          cause,
          calendarsOfRule(c.rule, facts.regulation, facts.calendars),
        ),
        cause,
      }));

export const pauseClocks =
  (cause: PauseCause): Step =>
  (ticket, facts) =>
    ticket.clocks
      .filter((c) => c.status === 'running' && ruleOf(facts.regulation, c)?.pauses.includes(cause))
      .map((c) => ({ type: 'ClockPaused', clock: pauseClock(c, facts.now, cause, facts.calendars), cause }));

export const resumeClocks: Step = (ticket, facts) =>
  ticket.clocks
    .filter((c) => c.status === 'paused')
    .map((c): TicketEvent => {
      const clock = resumeClock(c, facts.now, facts.calendars);
      return { type: 'ClockResumed', clock, warnings: warningsOf(clock, facts, facts.now) };
    });

/** A priority or package that came while the clock stood: its rule is taken when the clock runs on (working-time rule 16). */
const withRuleOf = (c: Clock, ticket: Ticket, facts: Facts): Clock => {
  const packageId = servedUnder(ticket);
  if (packageId === null || c.rule.target.kind === 'agreed-date') return c;
  const priority = ticket.priority ?? ticket.supposedPriority;
  const rule = findRule(facts.regulation, { clock: c.id, packageId, priority });
  if (rule === null || sameRule(rule, c.rule)) return c;
  const cause = rule.packageId === c.rule.packageId ? 'priority' : 'package';
  return retargetClock(c, rule, facts.now, cause, facts.calendars);
};

/** After an objection: the clocks that the regulation lets run on (R21). */
export const reopenClocks: Step = (ticket, facts) =>
  ticket.clocks
    .filter((c) => c.status === 'stopped' && ruleOf(facts.regulation, c)?.onObjection === 'resume')
    .map((c): TicketEvent => {
      const clock = reopenClock(withRuleOf(c, ticket, facts), facts.now, facts.calendars);
      return { type: 'ClockReopened', clock, warnings: warningsOf(clock, facts, facts.now) };
    });

/**
 * The notice did not arrive: clocks that it had stopped count from their start again (R34), by the rule of today from now on.
 * A number told by phone stays told. Only for a ticket that is served.
 */
export const withdrawNoticeStop: Step = (ticket, facts) => {
  const cause = 'registration-notice';
  const told = pastOf(ticket).numberToldAt;
  if (ticket.state === 'closed' || ticket.state === 'not-entitled') return [];
  return ticket.clocks.flatMap((c): TicketEvent[] => {
    if (c.status !== 'stopped' || c.stopCause !== cause) return [];
    if (told !== null && c.stoppedAt !== null && told <= c.stoppedAt) return [];
    // It ends again in this breath: by the calendar that its rule names, not by a later edition.
    const own = calendarsOfRule(c.rule, facts.regulation, facts.calendars);
    const counting = withdrawStop(c, told === null ? facts.calendars : own);
    // A number told meanwhile ended it before the rule of today could hold.
    const clock = told === null ? withRuleOf(counting, ticket, facts) : counting;
    const withdrawn: TicketEvent = {
      type: 'ClockStopWithdrawn',
      clock,
      warnings: warningsOf(clock, facts, facts.now),
    };
    return told === null
      ? [withdrawn]
      : [withdrawn, { type: 'ClockStopped', clock: stopClock(clock, told, cause, own), cause }];
  });
};

/** Not covered after all: what has not ended was never promised. */
export const withdrawClocks: Step = (ticket) =>
  ticket.state === 'not-entitled'
    ? ticket.clocks
        .filter((c) => c.status !== 'stopped')
        .map((clock): TicketEvent => ({ type: 'ClockWithdrawn', clock, cause: 'not-covered' }))
    : [];

const NO_LONGER_PROMISED = 'no-longer-promised';

/** Nothing is promised for the new priority: what was not missed goes, a miss stays on record as it is. */
const noLongerPromised = (c: Clock, facts: Facts): TicketEvent[] => {
  if (c.status === 'stopped') return [];
  const missed = c.firstBreachAt !== null || (c.dueAt !== null && facts.now > c.dueAt);
  if (!missed) return [{ type: 'ClockWithdrawn', clock: c, cause: 'priority' }];
  const cause = NO_LONGER_PROMISED;
  return [{ type: 'ClockStopped', clock: stopClock(c, facts.now, cause, facts.calendars), cause }];
};

/** The priority is back that promises it: counted on, the miss of the first time stays on record. */
const promisedAgain = (
  c: Clock,
  rule: CountingRule,
  cause: ClockChangeCause,
  facts: Facts,
): TicketEvent[] => {
  const changed = retargetClock(c, rule, facts.now, cause, facts.calendars);
  const clock = reopenClock(changed, facts.now, facts.calendars);
  return [{ type: 'ClockReopened', clock, warnings: warningsOf(clock, facts, facts.now), cause }];
};

/** Another priority or package: unfinished clocks keep what has elapsed and count on by the new rule (working-time rule 15). */
export const retargetClocks =
  (cause: ClockChangeCause): Step =>
  (ticket, facts) => {
    const packageId = servedUnder(ticket);
    if (packageId === null) return [];
    return ticket.clocks.flatMap((c): TicketEvent[] => {
      const isOver = c.status === 'stopped' && c.stopCause !== NO_LONGER_PROMISED;
      // What was agreed for this ticket holds, whatever its priority or package becomes.
      if (isOver || c.rule.target.kind === 'agreed-date') return [];
      const priority = ticket.priority ?? ticket.supposedPriority;
      const question = { clock: c.id, packageId, priority };
      const rule = findRule(facts.regulation, question);
      if (rule === null) return promisesNothing(facts.regulation, question) ? noLongerPromised(c, facts) : [];
      if (c.status === 'stopped') return promisedAgain(c, rule, cause, facts);
      if (sameRule(rule, c.rule)) return [];
      const clock = retargetClock(c, rule, facts.now, cause, facts.calendars);
      return [{ type: 'ClockRetargeted', clock, warnings: warningsOf(clock, facts, facts.now), cause }];
    });
  };
