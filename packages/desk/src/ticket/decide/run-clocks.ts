import type { Instant } from '@reglament/working-time';
import {
  armClock,
  findRule,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
  warningInstants,
  withdrawStop,
  type Clock,
} from '../../clock/index.ts';
import type {
  ClockRule,
  ClockStart,
  PauseCause,
  Regulation,
  StopCause,
} from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import type { PendingWarning, Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';

const ruleOf = (regulation: Regulation, clock: Clock): ClockRule | undefined =>
  regulation.clocks.find((c) => c.id === clock.id);

/** Warnings that are still to come: a fraction passed before `from` does not ring any more. */
const warningsOf = (clock: Clock, facts: Facts, from: Instant): readonly PendingWarning[] => {
  const fractions = ruleOf(facts.regulation, clock)?.warnAt ?? [];
  return warningInstants(clock, fractions, facts.calendars)
    .filter((w) => w.at >= from)
    .map((w) => ({ clock: clock.id, fraction: w.fraction, at: w.at }));
};

/** The package that the ticket is served under; null: nothing is promised. */
const servedUnder = (ticket: Ticket): string | null => {
  const { kind, packageId } = ticket.coverage;
  return kind === 'not-entitled' || kind === 'channel' ? null : packageId;
};

/**
 * Arms every clock of the regulation that starts with `start` and is promised to this ticket, once.
 * `since` is the stored start; it may lie in the past (identified later).
 */
export const armClocks =
  (start: ClockStart, since: (ticket: Ticket) => Instant): Step =>
  (ticket, facts) => {
    const packageId = servedUnder(ticket);
    if (packageId === null) return [];
    return facts.regulation.clocks.flatMap((rule): TicketEvent[] => {
      if (rule.start !== start || ticket.clocks.some((c) => c.id === rule.id)) return [];
      const counting = findRule(facts.regulation, {
        clock: rule.id,
        packageId,
        priority: ticket.priority ?? ticket.supposedPriority,
      });
      if (counting === null) return [];
      const clock = armClock(counting, since(ticket), facts.calendars);
      return [{ type: 'ClockArmed', clock, warnings: warningsOf(clock, facts, facts.now) }];
    });
  };

/** Stops the clocks that this cause stops. */
export const stopClocks =
  (cause: StopCause, at?: Instant): Step =>
  (ticket, facts) =>
    ticket.clocks
      .filter((c) => c.status !== 'stopped' && ruleOf(facts.regulation, c)?.stops.includes(cause))
      .map((c) => ({
        type: 'ClockStopped',
        clock: stopClock(c, at ?? facts.now, cause, facts.calendars),
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

/** After an objection: the clocks that the regulation lets run on (R21). */
export const reopenClocks: Step = (ticket, facts) =>
  ticket.clocks
    .filter((c) => c.status === 'stopped' && ruleOf(facts.regulation, c)?.onObjection === 'resume')
    .map((c): TicketEvent => {
      const clock = reopenClock(c, facts.now, facts.calendars);
      return { type: 'ClockReopened', clock, warnings: warningsOf(clock, facts, facts.now) };
    });

/** The notice did not arrive: clocks that it had stopped count from their start again (R34). */
export const withdrawNoticeStop: Step = (ticket, facts) =>
  ticket.clocks
    .filter((c) => c.status === 'stopped' && c.stopCause === 'registration-notice')
    .map((c): TicketEvent => {
      const clock = withdrawStop(c, facts.calendars);
      return { type: 'ClockStopWithdrawn', clock, warnings: warningsOf(clock, facts, facts.now) };
    });

const sameRule = (a: Clock['rule'], b: Clock['rule']): boolean =>
  a.packageId === b.packageId &&
  a.schedule === b.schedule &&
  JSON.stringify(a.target) === JSON.stringify(b.target);

/** Another priority or package: unfinished clocks keep what has elapsed and count on by the new rule (working-time rule 15). */
export const retargetClocks =
  (cause: 'priority' | 'package'): Step =>
  (ticket, facts) => {
    const packageId = servedUnder(ticket);
    if (packageId === null) return [];
    return ticket.clocks.flatMap((c): TicketEvent[] => {
      if (c.status === 'stopped') return [];
      const rule = findRule(facts.regulation, {
        clock: c.id,
        packageId,
        priority: ticket.priority ?? ticket.supposedPriority,
      });
      if (rule === null || sameRule(rule, c.rule)) return [];
      const clock = retargetClock(c, rule, facts.now, facts.calendars);
      return [{ type: 'ClockRetargeted', clock, warnings: warningsOf(clock, facts, facts.now), cause }];
    });
  };
