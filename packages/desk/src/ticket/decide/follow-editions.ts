import type { Instant } from '@reglament/working-time';
import { afterLeaving, type Clock, retargetClock } from '../../clock/index.ts';
import type { ClauseId } from '../../regulation/regulation.ts';
import type { TicketEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { pinnedEditions } from '../regulation-of-ticket.ts';
import { servedUnder } from '../served-under.ts';
import type { Ticket } from '../ticket.ts';
import { adoptCalendarsUntil } from './adopt-calendars.ts';
import { armUnderEdition } from './arm-clocks.ts';
import { editionGap } from './edition-gap.ts';
import { type Facts, inTurn, type LaterVersion, say, type Step } from './facts.ts';
import { missingFields } from './missing-fields.ts';
import { noLongerPromised } from './retarget-clocks.ts';
import { ruleOfEdition } from './rule-of-edition.ts';
import { tellMisses } from './tell-misses.ts';
import { warningsOf } from './warnings-of.ts';

const goesOn = (c: Clock, ticket: Ticket, facts: Facts): readonly TicketEvent[] => {
  if (c.status === 'stopped') return [];
  const rule = ruleOfEdition(c, ticket, facts.regulation);
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

/** The word that an edition can't be gone over to; null: it can. */
const obstacle = (
  ticket: Ticket,
  { regulationVersionId, regulation }: LaterVersion,
  clause: ClauseId,
): TicketEvent | null => {
  const lacks = editionGap(ticket, regulation);
  const edition = regulation.edition.label;
  return lacks === null ? null : { type: 'EditionNotFollowed', regulationVersionId, edition, lacks, clause };
};

const followed = (
  ticket: Ticket,
  { regulationVersionId, regulation }: LaterVersion,
  from: Instant,
  clause: ClauseId,
): TicketEvent => {
  const kept = ticket.calendars === undefined ? pinnedEditions(regulation) : null;
  const of = { type: ticket.type, packageId: servedUnder(ticket) };
  return {
    type: 'EditionFollowed',
    regulationVersionId,
    before: ticket.regulationVersionId,
    edition: regulation.edition.label,
    from,
    missingFields: missingFields(regulation, of, ticket.statedFields),
    ...(kept === null ? {} : { calendars: kept }),
    clause,
  };
};

const followOne = (led: Following, next: LaterVersion, since: Instant): Following => {
  const clause = next.regulation.versions?.clause;
  if (clause === undefined) return led;
  const { facts } = led;
  const { now } = facts;
  const happens = (ticket: Ticket, events: readonly TicketEvent[]): Ticket =>
    events.reduce<Ticket>((state, event) => evolve(state, event, now), ticket);
  const cannot = obstacle(led.ticket, next, clause);
  if (cannot !== null)
    return { facts, ticket: happens(led.ticket, [cannot]), events: [...led.events, cannot] };
  const from = next.effectiveFrom > since ? next.effectiveFrom : since;
  const adopted = adoptCalendarsUntil(from)(led.ticket, facts);
  const ticket = happens(led.ticket, adopted);
  const left = { ...facts, regulationVersionId: ticket.regulationVersionId };
  const after: Facts = { ...facts, ...afterLeaving(left, next) };
  const steps = [say(followed(ticket, next, from, clause)), recountClocks, armUnderEdition];
  const told = tellMisses(ticket, inTurn(ticket, { ...after, now: from }, steps), now);
  return { facts: after, ticket: happens(ticket, told), events: [...led.events, ...adopted, ...told] };
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
