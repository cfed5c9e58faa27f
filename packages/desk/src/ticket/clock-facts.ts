import type { Instant } from '@reglament/working-time';
import type { Clock, CountingRule } from '../clock/clock.ts';
import { agreedRule, findRule } from '../clock/find-rule.ts';
import { ruleOfLeft } from '../clock/left-edition.ts';
import { localZoneOf } from '../clock/local-time.ts';
import type { ClockFact } from '../clock/recount-clock.ts';
import type { RegulationVersionId } from '../ids.ts';
import { deskZoneOf } from '../regulation/regulation-at.ts';
import type { ClockId, Regulation } from '../regulation/regulation.ts';
import type { TicketEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { pastOf } from './past.ts';
import { ruleQuestion } from './rule-question.ts';
import { servedUnder } from './served-under.ts';
import type { Ticket } from './ticket.ts';

export interface JournalFact {
  readonly at: Instant;
  readonly event: TicketEvent;
}

/** A rule on the wall clock that the ticket went by then (R37), whatever the regulation is read on now. */
const onWallClock = (
  { zone: _now, ...rule }: CountingRule,
  ticket: Ticket,
  regulation: Regulation,
): CountingRule =>
  localZoneOf(regulation, rule.schedule) === undefined
    ? rule
    : { ...rule, zone: ticket.zone ?? deskZoneOf(regulation) };

/** The rule that the regulation has for the ticket as it was then, in the calendar's edition of that day. */
const ruleThen = (ticket: Ticket, { id, rule }: Clock, regulation: Regulation): CountingRule => {
  const { target, calendar, clause, merged } = rule;
  // Of a ticket that nothing serves any more, by what served it.
  const question = ruleQuestion(ticket, id, servedUnder(ticket) ?? rule.packageId);
  const found =
    target.kind === 'agreed-date' && merged !== true
      ? agreedRule(regulation, question, target.at)
      : findRule(regulation, question);
  if (found === null) return { ...rule, clause: `nothing is promised: ${rule.clause}` };
  // The deadline and its clause are those of the ticket that was merged into this one.
  const promised = merged === true ? { ...found, target, clause, merged } : found;
  const { calendar: _latest, ...known } = onWallClock(promised, ticket, regulation);
  return calendar === undefined ? known : { ...known, calendar };
};

const lastRule = (before: readonly ClockFact[], { rule }: Clock): CountingRule =>
  before.findLast((fact) => 'rule' in fact)?.rule ?? rule;

/** The rule in force until then, by another edition of the calendar: nothing else of it changes. */
const underEdition = (before: readonly ClockFact[], clock: Clock): CountingRule => {
  const last = lastRule(before, clock);
  const { calendar } = clock.rule;
  return calendar === undefined ? last : { ...last, calendar };
};

const startThen = (ticket: Ticket, clock: Clock, regulation: Regulation): Instant => {
  const start = regulation.clocks.find(({ id }) => id === clock.id)?.start;
  const from = start === 'classification' ? ticket.classifiedAt : ticket.receivedAt;
  const { liftedAt } = pastOf(ticket);
  if (start === 'agreement' || from === null) return clock.startedAt;
  return liftedAt !== null && liftedAt > from ? liftedAt : from;
};

const waits = ({ pauses }: Clock): readonly ClockFact[] =>
  pauses.flatMap(({ from, to }): readonly ClockFact[] =>
    to === null
      ? [{ kind: 'pause', at: from }]
      : [
          { kind: 'pause', at: from },
          { kind: 'resume', at: to },
        ],
  );

interface Told {
  readonly regulation: Regulation;
  /** What the journal has told of this clock before. */
  readonly before: readonly ClockFact[];
  /** The last event that was no clock's: what the clock's event follows from. */
  readonly word: TicketEvent | null;
}

/** A change of rule at `at`, with what the regulation says becomes of the time used up. */
const changeTold = (
  at: Instant,
  rule: CountingRule,
  { regulation, before, word }: Told,
  isPriority: boolean,
): Extract<ClockFact, { readonly kind: 'change' }> => {
  const was = before.findLast((fact) => 'rule' in fact)?.rule.priority ?? null;
  const own = regulation.clocks.find(({ id }) => id === rule.clock);
  // Judged by the priority now set and ended by the same classification: all that elapsed counts.
  const endsHere =
    word?.type === 'TicketClassified' &&
    own?.figureBy === 'set-priority' &&
    own.stops.includes('classification');
  const fromChange = regulation.priorityRules?.changeCounts === 'from-change' && !endsHere;
  const anew =
    rule.target.kind !== 'agreed-date' && isPriority && fromChange && was !== null && was !== rule.priority;
  return { kind: 'change', at, rule, anew };
};

type ClockEvent = Extract<TicketEvent, { readonly clock: Clock }>;

/** A package that changed as well is what changed the rule. */
const isOfPriority = (before: readonly ClockFact[], rule: CountingRule): boolean =>
  before.findLast((fact) => 'rule' in fact)?.rule.packageId === rule.packageId;

/** What an event tells about its clock: instants and rules, none of the numbers it carries. */
const factsOf = (event: ClockEvent, at: Instant, ticket: Ticket, told: Told): readonly ClockFact[] => {
  const { clock } = event;
  const { regulation, before } = told;
  switch (event.type) {
    case 'ClockArmed': {
      const start = startThen(ticket, clock, regulation);
      const rule = ruleThen(ticket, clock, regulation);
      // Promised by an edition it is promised from that edition's first moment on, however late that was seen.
      const since = told.word?.type === 'EditionFollowed' ? told.word.from : at;
      const promised: readonly ClockFact[] = clock.since === since ? [{ kind: 'promised', at: since }] : [];
      return [{ kind: 'start', at: start, rule }, ...waits(clock), ...promised];
    }
    case 'ClockPaused':
      return [{ kind: 'pause', at: clock.since }];
    case 'ClockResumed':
      return [{ kind: 'resume', at }];
    case 'ClockStopped':
      return [{ kind: 'stop', at: clock.stoppedAt ?? at }];
    case 'ClockReopened':
    case 'ClockStopWithdrawn': {
      const goesOn: ClockFact =
        event.type === 'ClockReopened' ? { kind: 'reopen', at } : { kind: 'withdraw-stop' };
      if (clock.changes?.at(-1)?.at !== at) return [goesOn];
      // A rule found while it stood comes into force now, or counting begins anew.
      const rule = ruleThen(ticket, clock, regulation);
      const own = regulation.clocks.find(({ id }) => id === clock.id);
      const objected = event.type === 'ClockReopened' && event.cause === undefined;
      return objected && own?.onObjection === 'restart'
        ? [goesOn, { kind: 'change', at, rule, anew: true, waited: true }]
        : [goesOn, { ...changeTold(at, rule, told, isOfPriority(before, rule)), waited: true }];
    }
    case 'ClockRetargeted': {
      const since = clock.changes?.at(-1)?.at ?? at;
      if (event.cause === 'zone')
        return [
          { kind: 'change', at: since, rule: onWallClock(lastRule(before, clock), ticket, regulation) },
        ];
      return event.cause === 'calendar'
        ? [{ kind: 'calendar', at: since, rule: underEdition(before, clock) }]
        : [changeTold(since, ruleThen(ticket, clock, regulation), told, event.cause === 'priority')];
    }
    case 'ClockBreached':
      return [{ kind: 'missed', at }];
    case 'ClockWithdrawn':
      return [];
  }
};

/** Regulations of the editions that a ticket has left. */
export type LeftRegulations = ReadonlyMap<RegulationVersionId, Regulation>;

/** What was told so far was by the hours of the edition that is left. */
const ofLeft = (facts: readonly ClockFact[], version: RegulationVersionId): readonly ClockFact[] =>
  facts.map((fact) => ('rule' in fact ? { ...fact, rule: ruleOfLeft(fact.rule, version) } : fact));

/**
 * Everything that happened to each clock of a ticket, told by its journal; a clock taken back is left out.
 *
 * @param regulation that it goes by now.
 */
export const clockFactsOf = (
  journal: readonly JournalFact[],
  regulation: Regulation,
  left: LeftRegulations = new Map(),
): ReadonlyMap<ClockId, readonly ClockFact[]> => {
  const facts = new Map<ClockId, readonly ClockFact[]>();
  let ticket: Ticket | null = null;
  let word: TicketEvent | null = null;
  for (const { at, event } of journal) {
    ticket = evolve(ticket, event, at);
    if (!('clock' in event)) {
      word = event;
      if (event.type === 'EditionFollowed')
        for (const [id, known] of facts) facts.set(id, ofLeft(known, event.before));
      continue;
    }
    const { id } = event.clock;
    if (event.type === 'ClockWithdrawn') facts.delete(id);
    else
      facts.set(id, [
        ...(facts.get(id) ?? []),
        ...factsOf(event, at, ticket, {
          regulation: left.get(ticket.regulationVersionId) ?? regulation,
          before: facts.get(id) ?? [],
          word,
        }),
      ]);
  }
  return facts;
};
