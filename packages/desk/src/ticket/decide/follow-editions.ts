import type { Instant } from '@reglament/working-time';
import {
  afterLeaving,
  agreedRule,
  type Clock,
  type CountingRule,
  findRule,
  retargetClock,
} from '../../clock/index.ts';
import type { TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { ruleQuestion } from '../rule-question.ts';
import { servedUnder } from '../served-under.ts';
import type { Ticket } from '../ticket.ts';
import { adoptCalendarsUntil } from './adopt-calendars.ts';
import { armUnderEdition } from './arm-clocks.ts';
import { editionGap } from './edition-gap.ts';
import { type Facts, inTurn, type LaterVersion, say, type Step } from './facts.ts';
import { missingFields } from './missing-fields.ts';
import { noLongerPromised } from './retarget-clocks.ts';
import { tellMisses } from './tell-misses.ts';
import { warningsOf } from './warnings-of.ts';

/** What an unfinished clock counts by in the edition in force; null: it promises nothing in this case. */
const ruleNow = (c: Clock, ticket: Ticket, packageId: string, facts: Facts): CountingRule | null => {
  const { target, clause, merged } = c.rule;
  const question = ruleQuestion(ticket, c.id, packageId);
  const found = findRule(facts.regulation, question);
  // A date holds, whatever the edition: one taken over from a ticket that was merged into this one, or agreed for this one.
  if (merged === true) return found === null ? null : { ...found, target, clause, merged };
  if (target.kind !== 'agreed-date') return found;
  return agreedRule(facts.regulation, question, target.at);
};

const goesOn = (c: Clock, ticket: Ticket, facts: Facts): readonly TicketEvent[] => {
  const packageId = servedUnder(ticket);
  if (packageId === null || c.status === 'stopped') return [];
  const rule = ruleNow(c, ticket, packageId, facts);
  if (rule === null) return noLongerPromised(c, 'edition', facts);
  const clock = retargetClock(c, rule, facts.now, 'edition', facts.calendars);
  const warnings = warningsOf(clock, facts, facts.now);
  return [{ type: 'ClockRetargeted', clock, warnings, cause: 'edition', dueBefore: c.dueAt }];
};

/** Unfinished clocks keep what has elapsed and go on by the edition in force (working-time rule 15); finished ones stay as they are. */
const recountClocks: Step = (ticket, facts) => ticket.clocks.flatMap((c) => goesOn(c, ticket, facts));

/** A ticket, the facts that it now goes by, and what brought it there. */
interface Following {
  readonly ticket: Ticket;
  readonly facts: Facts;
  readonly events: readonly TicketEvent[];
}

const cannotFollow = (ticket: Ticket, { regulationVersionId, regulation }: LaterVersion): TicketEvent[] => {
  const lacks = editionGap(ticket, regulation);
  const clause = regulation.versions?.clause;
  if (lacks === null || clause === undefined) return [];
  return [
    {
      type: 'EditionNotFollowed',
      regulationVersionId,
      edition: regulation.edition.label,
      lacks,
      clause,
    },
  ];
};

const followOne = ({ ticket, facts, events }: Following, next: LaterVersion, since: Instant): Following => {
  const { regulation, regulationVersionId, effectiveFrom } = next;
  const [obstacle] = cannotFollow(ticket, next);
  const clause = regulation.versions?.clause;
  if (clause === undefined) return { ticket, facts, events };
  if (obstacle !== undefined)
    return { ticket: evolve(ticket, obstacle, facts.now), facts, events: [...events, obstacle] };
  const from = (effectiveFrom > since ? effectiveFrom : since) as Instant;
  const calendars = adoptCalendarsUntil(from)(ticket, facts);
  const counted = calendars.reduce<Ticket>((state, event) => evolve(state, event, facts.now), ticket);
  const before = counted.regulationVersionId;
  const led: Facts = { ...facts, ...afterLeaving({ ...facts, regulationVersionId: before }, next) };
  const packageId = servedUnder(counted);
  const missing = missingFields(regulation, { type: counted.type, packageId }, counted.statedFields);
  const steps = inTurn(counted, { ...led, now: from }, [
    say({
      type: 'EditionFollowed',
      regulationVersionId,
      before,
      edition: regulation.edition.label,
      from,
      missingFields: missing,
      clause,
    }),
    recountClocks,
    armUnderEdition,
  ]);
  const told = tellMisses(counted, steps, facts.now);
  return {
    ticket: told.reduce<Ticket>((state, event) => evolve(state, event, facts.now), counted),
    facts: led,
    events: [...events, ...calendars, ...told],
  };
};

/**
 * Takes an open ticket over to the editions in force since its own whose open tickets go by them, one after another, each from
 * its first moment on, so that it makes no difference when somebody gets to it. Closed tickets stay where they are.
 *
 * @param since for a ticket that was closed until now: nothing is counted by an edition from before it.
 */
export const followEditions = (ticket: Ticket, facts: Facts, since: Instant = 0 as Instant): Following =>
  ticket.state === 'closed'
    ? { ticket, facts, events: [] }
    : (facts.laterEditions ?? []).reduce<Following>((led, next) => followOne(led, next, since), {
        ticket,
        facts,
        events: [],
      });
