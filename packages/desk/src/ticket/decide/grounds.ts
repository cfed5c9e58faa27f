import type { Exclusion } from '../../regulation/handling-rules.ts';
import { type ConditionKey, judgeCondition } from '../../regulation/judge-condition.ts';
import type { ClauseId, Regulation, Service, ServiceLevel, Text } from '../../regulation/regulation.ts';
import { conditionFactsOf } from '../condition-facts.ts';
import type { DeclineGround } from '../outcome.ts';
import { accept, type Decision, refuse } from '../refusals.ts';
import type { Ticket } from '../ticket.ts';
import { servedUnder } from '../served-under.ts';
import { notWorkable } from './staff.ts';

/** A reason by which this ticket may be declined now. */
export interface DeclinableGround {
  readonly ground: DeclineGround;
  readonly name: Text;
  readonly clause: ClauseId;
  /** What the customer can do instead; null: the regulation names nothing. */
  readonly instead: Text | null;
  /** Where `instead` comes from; null: from `clause`. */
  readonly insteadClause: ClauseId | null;
  /** How the package has the service; null: an exclusion. */
  readonly level: ServiceLevel | null;
  /** Facts of its condition that the desk does not know: the person who declines answers for them. */
  readonly toJudge: readonly ConditionKey[];
}

const excluded = (
  { id, name, packages, when, instead, insteadClause, clause }: Exclusion,
  ticket: Ticket,
): Decision<DeclinableGround> => {
  const packageId = servedUnder(ticket);
  if (packages !== null && packageId === null) return refuse('not-covered', ticket.coverage.clause);
  if (packages !== null && packageId !== null && !packages.includes(packageId))
    return refuse('exclusion-of-other-package', clause);
  const judged = judgeCondition(when, conditionFactsOf(ticket));
  if (judged.kind === 'fails') return refuse('exclusion-does-not-apply', clause);
  const toJudge = judged.kind === 'unknown' ? judged.facts : [];
  const ground = { kind: 'exclusion', id } as const;
  return accept({ ground, name, clause, instead, insteadClause, level: null, toJudge });
};

/** How the ticket's package has a service; of a stranger's only what every package says; null: it depends on the package. */
const levelOf = ({ packages }: Service, packageId: string | null): ServiceLevel | null => {
  if (packageId !== null) return packages[packageId] ?? null;
  const levels = new Set(Object.values(packages));
  return levels.size === 1 ? ([...levels][0] ?? null) : null;
};

const notGiven = (service: Service, ticket: Ticket): Decision<DeclinableGround> => {
  const { id, name, when, instead, insteadClause, clause } = service;
  const level = levelOf(service, servedUnder(ticket));
  const found = { ground: { kind: 'service', id }, name, clause, instead, insteadClause, level } as const;
  switch (level) {
    case null:
      return refuse('not-covered', ticket.coverage.clause);
    case 'yes':
      return refuse('service-included', clause);
    case 'no':
      return accept({ ...found, toJudge: [] });
    // What was bought or agreed is not known to the desk: whoever declines answers for it.
    case 'agreement':
      return accept({ ...found, toJudge: ['agreement'] });
    case 'paid':
      return accept({ ...found, toJudge: ['bought'] });
    case 'conditional': {
      // A condition that the file does not name is a person's to judge.
      const judged = judgeCondition(when, conditionFactsOf(ticket));
      if (when !== null && judged.kind === 'holds') return refuse('service-included', clause);
      return accept({ ...found, toJudge: judged.kind === 'unknown' ? judged.facts : [] });
    }
  }
};

/** Whether the regulation lets this ticket be declined by this ground, with the clause that says no. */
export const declinable = (
  ground: DeclineGround,
  ticket: Ticket,
  { exclusions, services }: Regulation,
): Decision<DeclinableGround> => {
  if (ground.kind === 'exclusion') {
    const exclusion = exclusions.find(({ id }) => id === ground.id);
    return exclusion === undefined ? refuse('unknown-ground') : excluded(exclusion, ticket);
  }
  const service = services.find(({ id }) => id === ground.id);
  return service === undefined ? refuse('unknown-ground') : notGiven(service, ticket);
};

/**
 * The grounds by which this ticket may be declined now: exclusions, then services that its package does not give, in the
 * regulation's order. A service that one of these exclusions is the no of is not named twice.
 */
export const declinableGrounds = (ticket: Ticket, regulation: Regulation): readonly DeclinableGround[] => {
  if (notWorkable(ticket) !== null || ticket.state === 'resolved') return [];
  const possible = (ground: DeclineGround): readonly DeclinableGround[] => {
    const found = declinable(ground, ticket, regulation);
    return found.ok ? [found.value] : [];
  };
  const excludedBy = regulation.exclusions.flatMap(({ id }) => possible({ kind: 'exclusion', id }));
  const named = regulation.exclusions
    .filter(({ id }) => excludedBy.some(({ ground }) => ground.id === id))
    .map(({ service }) => service);
  const services = regulation.services.filter(({ id }) => !named.includes(id));
  return [...excludedBy, ...services.flatMap(({ id }) => possible({ kind: 'service', id }))];
};
