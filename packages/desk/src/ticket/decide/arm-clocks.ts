import type { Instant } from '@reglament/working-time';
import {
  armClock,
  dueNotBefore,
  findRule,
  pauseClock,
  resumeClock,
  stopClock,
  type Clock,
} from '../../clock/index.ts';
import type { ClockRule, PriorityId, StopCause } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import { pastOf } from '../past.ts';
import type { Ticket } from '../ticket.ts';
import type { Facts, Step } from './facts.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import { warningsOf } from './warnings-of.ts';

const beginningOf = (rule: ClockRule, ticket: Ticket): Instant | null => {
  switch (rule.start) {
    case 'classification':
      return ticket.classifiedAt;
    case 'receipt':
    case 'registration':
      // A letter counts as registered when the mail server had it: our own delay is not the customer's.
      return ticket.receivedAt;
    case 'agreement':
      // Begun by the agreement itself.
      return null;
  }
};

/** The stored start: nothing counts from before staff took an uncovered ticket on. null: not begun yet. */
const startOf = (rule: ClockRule, ticket: Ticket): Instant | null => {
  const start = beginningOf(rule, ticket);
  const { liftedAt } = pastOf(ticket);
  return start === null || liftedAt === null || liftedAt < start ? start : liftedAt;
};

interface Ended {
  readonly cause: StopCause;
  readonly at: Instant;
}

/** When something first happened that ends this clock, each in its own way. */
const momentsOf = (
  cause: StopCause,
  rule: ClockRule,
  ticket: Ticket,
): readonly (Instant | null | undefined)[] => {
  const { first, numberToldAt, bouncedNoticeAt } = pastOf(ticket);
  switch (cause) {
    case 'resolution':
      return [ticket.outcome?.kind === 'declined' ? first[cause] : (ticket.resolution?.at ?? first[cause])];
    case 'human-notice':
      return [first['public-reply'], first['information-request'], numberToldAt];
    case 'registration-notice':
      return [first[cause], rule.onBounce === 'leave' ? bouncedNoticeAt : null];
    case 'public-reply':
    case 'information-request':
    case 'classification':
    case 'refusal':
    case 'callback':
    case 'taken':
    case 'estimate':
    case 'agreement':
      return [first[cause]];
  }
};

/** What has ended the clock already: the earliest of the things that end it, not before its start. */
const endedBy = (rule: ClockRule, ticket: Ticket, since: Instant): Ended | null => {
  const ends = rule.stops.flatMap((cause) =>
    momentsOf(cause, rule, ticket).flatMap((at) =>
      at === null || at === undefined || at < since ? [] : [{ cause, at }],
    ),
  );
  return ends.toSorted((a, b) => a.at - b.at)[0] ?? null;
};

/** The ticket was classified before the promise began: what ends with the classification has nothing to wait for. */
const overBefore = (rule: ClockRule, ticket: Ticket, since: Instant): boolean =>
  rule.stops.includes('classification') && ticket.classifiedAt !== null && ticket.classifiedAt < since;

interface Waited {
  readonly clock: Clock;
  /** The same clock standing still, when the waiting lasts. */
  readonly paused: Clock | null;
}

/** The clock after the times of waiting that it would have stood still for, up to what ended it. */
const waited = (armed: Clock, rule: ClockRule, ticket: Ticket, facts: Facts, ended: Ended | null): Waited => {
  const cause = 'waiting-for-customer';
  const waits = rule.pauses.includes(cause) ? pastOf(ticket).waits : [];
  const end = ended?.at ?? Number.POSITIVE_INFINITY;
  return waits
    .filter((w) => w.from < end && (w.to === null || w.to > armed.startedAt))
    .reduce<Waited>(
      ({ clock }, { from, to }) => {
        const paused = pauseClock(clock, from, cause, facts.calendars);
        if (to === null || to >= end) return { clock, paused };
        return { clock: resumeClock(paused, to, facts.calendars), paused: null };
      },
      { clock: armed, paused: null },
    );
};

const armed = (
  rule: ClockRule,
  ticket: Ticket,
  facts: Facts,
  packageId: string,
  isChange: boolean,
): readonly TicketEvent[] => {
  const since = startOf(rule, ticket);
  if (since === null || overBefore(rule, ticket, since)) return [];
  const counting = findRule(facts.regulation, ruleQuestion(ticket, rule.id, packageId));
  if (counting === null) return [];
  const ended = endedBy(rule, ticket, since);
  const begun = armClock(counting, since, facts.calendars);
  const { clock: told, paused } = waited(begun, rule, ticket, facts, ended);
  // Promised nothing until now by a priority or type that is no more: a miss can't be older than the change.
  const isNew = isChange && ended === null && paused === null;
  const clock = isNew ? dueNotBefore(told, facts.now, facts.calendars) : told;
  const events: TicketEvent[] = [
    { type: 'ClockArmed', clock, warnings: warningsOf(clock, facts, facts.now) },
  ];
  if (paused !== null) events.push({ type: 'ClockPaused', clock: paused, cause: 'waiting-for-customer' });
  if (ended !== null) {
    const stopped = stopClock(paused ?? clock, ended.at, ended.cause, facts.calendars);
    events.push({ type: 'ClockStopped', clock: stopped, cause: ended.cause });
  }
  return events;
};

/**
 * The same after a change from one priority or type to another, which may promise what the first did not; null: there was none.
 */
export const armAfterPriority =
  (priority: PriorityId | null, type: string | null = null): Step =>
  (ticket, facts) => {
    const packageId = servedUnder(ticket);
    if (packageId === null) return [];
    const isChange = priority !== null || (type !== null && type !== ticket.type);
    return facts.regulation.clocks
      .filter((rule) => !ticket.clocks.some((c) => c.id === rule.id))
      .flatMap((rule) => armed(rule, ticket, facts, packageId, isChange));
  };

/** What an edition now in force promises and the one before it did not. What was over before it came has nothing to wait for. */
export const armUnderEdition: Step = (ticket, facts) => {
  const packageId = servedUnder(ticket);
  if (packageId === null) return [];
  return facts.regulation.clocks
    .filter((rule) => !ticket.clocks.some((c) => c.id === rule.id))
    .flatMap((rule) => {
      const since = startOf(rule, ticket);
      const isOver = since === null || endedBy(rule, ticket, since) !== null;
      return isOver ? [] : armed(rule, ticket, facts, packageId, true);
    });
};

/**
 * Arms every clock that is promised to this ticket and has begun, each once. One promised only after it began, because the
 * company or the priority was found later, is told as it went: waited for, ended.
 */
export const armClocks: Step = (ticket, facts) => armAfterPriority(null)(ticket, facts);
