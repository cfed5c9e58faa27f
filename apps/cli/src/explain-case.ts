import {
  findRule,
  promisesNothing,
  readPriority,
  armClock,
  traceClock,
  type ClockRule,
  type CountingRule,
  type DeadlineTrace,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { LoadedRegulation } from './load-regulation.ts';

export interface Times {
  readonly registeredAt: Instant;
  /** null: not classified yet. */
  readonly classifiedAt: Instant | null;
  /** Explaining a deadline costs more than finding it. */
  readonly withTrace: boolean;
}

export interface ExplainedClock {
  readonly rule: ClockRule;
  readonly startsAt: Instant | null;
  readonly dueAt: Instant | null;
  /** null: counting has not begun, nothing is promised, or it was not asked for. */
  readonly trace: DeadlineTrace | null;
  readonly reason: 'not-classified' | 'nothing-promised' | null;
}

/** What is asked about: as the customer's package, priority and type of ticket are known. */
export interface Asked {
  readonly packageId: string;
  /** In any spelling that the regulation knows; null: the customer stated none. */
  readonly priority: string | null;
  /** null: the ticket has none yet. */
  readonly type: string | null;
}

/** What the regulation promises for one package, priority and type; the same for any date. */
export interface Promised {
  readonly priority: string | null;
  /** The customer stated none and the regulation assumes one. */
  readonly supposed: boolean;
  readonly clocks: readonly { readonly rule: ClockRule; readonly counting: CountingRule | null }[];
  /** Clocks of which the regulation says in so many words that nothing is promised in this case. */
  readonly nothing: readonly ClockRule[];
}

export type Refusal =
  | { readonly code: 'unknown-package'; readonly path: 'package'; readonly known: readonly string[] }
  | { readonly code: 'unknown-type'; readonly path: 'type'; readonly known: readonly string[] }
  | { readonly code: 'unknown-priority'; readonly path: 'priority'; readonly known: readonly string[] }
  | { readonly code: 'priority-required'; readonly path: 'priority'; readonly known: readonly string[] };

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** Looks up what is promised, or says what is wrong with the package, priority or type. */
export const findPromise = (
  { regulation }: LoadedRegulation,
  { packageId, priority: word, type }: Asked,
): { readonly ok: true; readonly promise: Promised } | { readonly ok: false; readonly refusal: Refusal } => {
  const packages = idsOf(regulation.packages);
  if (!packages.includes(packageId))
    return { ok: false, refusal: { code: 'unknown-package', path: 'package', known: packages } };
  const priorities = idsOf(regulation.priorities);
  const stated = word === null ? null : readPriority(regulation, word);
  if (word !== null && stated === null)
    return { ok: false, refusal: { code: 'unknown-priority', path: 'priority', known: priorities } };
  const types = idsOf(regulation.ticketTypes);
  if (type !== null && !types.includes(type))
    return { ok: false, refusal: { code: 'unknown-type', path: 'type', known: types } };
  const priority = stated ?? regulation.priorityRules?.default ?? null;
  // A clock that begins with an agreement is no promise of this case.
  const asked = regulation.clocks.filter(({ start }) => start !== 'agreement');
  const isNothing = ({ id }: ClockRule): boolean =>
    promisesNothing(regulation, { clock: id, packageId, priority, type });
  const promised = asked.filter((rule) => !isNothing(rule));
  const clocks = promised.map((rule) => ({
    rule,
    counting: findRule(regulation, { clock: rule.id, packageId, priority, type }),
  }));
  if (priority === null && priorities.length > 0 && clocks.every(({ counting }) => counting === null))
    return { ok: false, refusal: { code: 'priority-required', path: 'priority', known: priorities } };
  return {
    ok: true,
    promise: {
      priority,
      supposed: stated === null && priority !== null,
      clocks,
      nothing: asked.filter(isNothing),
    },
  };
};

const explainClock = (
  { regulation, calendars }: LoadedRegulation,
  { rule, counting }: Promised['clocks'][number],
  { registeredAt, classifiedAt, withTrace }: Times,
): ExplainedClock => {
  const start = rule.start === 'classification' ? classifiedAt : registeredAt;
  const nothing = { rule, startsAt: null, dueAt: null, trace: null };
  if (start === null) return { ...nothing, reason: 'not-classified' };
  if (counting === null) return { ...nothing, reason: 'nothing-promised' };
  const clock = armClock(counting, start, calendars);
  return {
    rule,
    startsAt: clock.countsFrom,
    dueAt: clock.dueAt,
    trace: withTrace ? traceClock(clock, regulation, calendars, start, process.versions.tz ?? null) : null,
    reason: null,
  };
};

/** Every clock the regulation knows, with its deadline where there is one. */
export const explainCase = (
  loaded: LoadedRegulation,
  promise: Promised,
  times: Times,
): readonly ExplainedClock[] => promise.clocks.map((clock) => explainClock(loaded, clock, times));
