import type { Instant } from '@reglament/working-time';
import {
  calendarsOfRule,
  pauseClock,
  reopenClock,
  restartClock,
  resumeClock,
  stopClock,
  withdrawStop,
  type Clock,
} from '../../clock/index.ts';
import type { ClockRule, PauseCause, Regulation, StopCause } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import { pastOf } from '../past.ts';
import type { Step } from './facts.ts';
import { withRuleOf } from './retarget-clocks.ts';
import { mayRunAgain } from './rule-of-edition.ts';
import { warningsOf } from './warnings-of.ts';

const ruleOf = (regulation: Regulation, clock: Clock): ClockRule | undefined =>
  regulation.clocks.find((c) => c.id === clock.id);

/** A letter by a person carries the number, so that whoever sends one has told it (R34). */
const TELLS_NUMBER: ReadonlySet<StopCause> = new Set(['public-reply', 'information-request']);

/** The cause by which a clock is stopped; null: it is not. */
const stopBy = (rule: ClockRule | undefined, cause: StopCause): StopCause | null => {
  if (rule?.stops.includes(cause) === true) return cause;
  return TELLS_NUMBER.has(cause) && rule?.stops.includes('human-notice') === true ? 'human-notice' : null;
};

/**
 * Stops the clocks that this cause stops. Each is counted by the edition that its rule names: on a closed ticket, where a notice
 * may still stop one late, that need not be the latest.
 */
export const stopClocks =
  (cause: StopCause, at?: Instant): Step =>
  (ticket, facts) =>
    ticket.clocks.flatMap((c): TicketEvent[] => {
      const by = stopBy(ruleOf(facts.regulation, c), cause);
      if (c.status === 'stopped' || by === null) return [];
      const calendars = calendarsOfRule(c.rule, facts.regulation, facts.calendars);
      return [{ type: 'ClockStopped', clock: stopClock(c, at ?? facts.now, by, calendars), cause: by }];
    });

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

/** After an objection: the clocks that the regulation lets run on, or counts anew (R21). */
export const reopenClocks: Step = (ticket, facts) =>
  ticket.clocks.flatMap((c): TicketEvent[] => {
    const does = ruleOf(facts.regulation, c)?.onObjection ?? 'leave';
    if (c.status !== 'stopped' || does === 'leave') return [];
    if (!mayRunAgain(c, ticket, facts.regulation)) return [];
    const runs = does === 'restart' ? restartClock : reopenClock;
    const clock = runs(withRuleOf(c, ticket, facts), facts.now, facts.calendars);
    return [{ type: 'ClockReopened', clock, warnings: warningsOf(clock, facts, facts.now) }];
  });

/**
 * The notice did not arrive: clocks that it had stopped count from their start again (R34), by the rule of today from now on.
 * A number told by phone stays told, and so does a stop that the regulation leaves. Only for a ticket that is served.
 */
export const withdrawNoticeStop: Step = (ticket, facts) => {
  const cause = 'registration-notice';
  const told = pastOf(ticket).numberToldAt;
  if (ticket.state === 'closed' || ticket.state === 'not-entitled') return [];
  return ticket.clocks.flatMap((c): TicketEvent[] => {
    if (c.status !== 'stopped' || c.stopCause !== cause) return [];
    if (ruleOf(facts.regulation, c)?.onBounce === 'leave') return [];
    if (!mayRunAgain(c, ticket, facts.regulation)) return [];
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
