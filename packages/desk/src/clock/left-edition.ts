import type { RegulationVersionId } from '../ids.ts';
import type { Regulation, ScheduleId } from '../regulation/regulation.ts';
import type { Calendars } from './calendars.ts';
import type { Clock, CountingRule } from './clock.ts';

// A ticket that goes over to a later edition keeps what was counted by the one it leaves. Two editions may call different hours
// by one name, so the hours of the edition left get a name of their own: `office@<version>`. No hours of a file are named so.

const isLeft = (schedule: ScheduleId): boolean => schedule.includes('@');

const leftSchedule = (schedule: ScheduleId, version: RegulationVersionId): ScheduleId =>
  isLeft(schedule) ? schedule : `${schedule}@${version}`;

/** A rule of an edition that was left, by its own hours whatever the present edition calls so. */
export const ruleOfLeft = (rule: CountingRule, version: RegulationVersionId): CountingRule => ({
  ...rule,
  schedule: leftSchedule(rule.schedule, version),
});

/** Whether a rule is of an edition that its ticket has left. */
export const isOfLeft = ({ schedule }: CountingRule): boolean => isLeft(schedule);

/** A clock whose ticket leaves an edition: every rule on its record stays what it was. Nothing is counted by this. */
export const leaveEdition = (clock: Clock, version: RegulationVersionId): Clock => {
  const { changes, changeAtReopening } = clock;
  const rule = ruleOfLeft(clock.rule, version);
  const left = changes?.map((change) =>
    change.before === null ? change : { ...change, before: ruleOfLeft(change.before, version) },
  );
  return {
    ...clock,
    rule,
    ...(left === undefined ? {} : { changes: left }),
    ...(changeAtReopening === undefined
      ? {}
      : { changeAtReopening: { ...changeAtReopening, rule: ruleOfLeft(changeAtReopening.rule, version) } }),
  };
};

/** A regulation with its hours, compiled. */
export interface ReadEdition {
  readonly regulation: Regulation;
  readonly calendars: Calendars;
}

/** An edition that a ticket has left. */
export interface LeftEdition extends ReadEdition {
  readonly regulationVersionId: RegulationVersionId;
}

const joined = new WeakMap<Regulation, WeakMap<Regulation, ReadEdition>>();

const join = (left: LeftEdition, next: ReadEdition): ReadEdition => {
  const version = left.regulationVersionId;
  // Counted on the desk's wall clock they stay on it, whichever one the next edition counts by (R37).
  const isDesks = left.regulation.localTime === 'desk';
  const schedules = left.regulation.schedules.map((one) => ({
    ...one,
    id: leftSchedule(one.id, version),
    ...(isDesks ? { ownZone: true } : {}),
  }));
  const known = new Set(next.regulation.clauses.map(({ id }) => id));
  const clauses = left.regulation.clauses.filter(({ id }) => !known.has(id));
  const compiled = [...left.calendars].map(
    ([id, calendar]) => [leftSchedule(id, version), calendar] as const,
  );
  return {
    regulation: {
      ...next.regulation,
      schedules: [...next.regulation.schedules, ...schedules],
      clauses: [...next.regulation.clauses, ...clauses],
    },
    calendars: new Map([...compiled, ...next.calendars]),
  };
};

/**
 * The next edition as it holds for a ticket that leaves another: with the hours and clauses that its record was counted by.
 * Joined once for two regulations, so that what others keep by a regulation is kept.
 */
export const afterLeaving = (left: LeftEdition, next: ReadEdition): ReadEdition => {
  const known = joined.get(left.regulation) ?? new WeakMap<Regulation, ReadEdition>();
  joined.set(left.regulation, known);
  const before = known.get(next.regulation);
  if (before !== undefined) return before;
  const one = join(left, next);
  known.set(next.regulation, one);
  return one;
};

/** An edition as it holds for a ticket that has left others, the first one first. */
export const asLived = (left: readonly LeftEdition[], own: ReadEdition): ReadEdition => {
  const [first, ...rest] = left;
  if (first === undefined) return own;
  const last = rest.reduce<LeftEdition>(
    (before, next) => ({ regulationVersionId: next.regulationVersionId, ...afterLeaving(before, next) }),
    first,
  );
  return afterLeaving(last, own);
};
