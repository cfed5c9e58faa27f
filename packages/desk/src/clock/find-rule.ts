import type { Instant } from '@reglament/working-time';
import type { CalendarPin } from '../regulation/calendar-edition.ts';
import type {
  ClockId,
  ClockRule,
  Package,
  PackageId,
  PriorityId,
  Regulation,
  ScheduleId,
  Target,
  TargetRow,
} from '../regulation/regulation.ts';
import { bestRow } from '../regulation/target-row.ts';
import type { CountingRule } from './clock.ts';
import { followsHours } from './follows-hours.ts';
import { localZoneOf } from './local-time.ts';

export interface RuleQuestion {
  readonly clock: ClockId;
  readonly packageId: PackageId;
  /** null: the ticket has no priority. */
  readonly priority: PriorityId | null;
  /** null, absent: the ticket has no type yet. */
  readonly type?: string | null;
  /** Figures of a certificate's own, and its number; absent: none. */
  readonly byCertificate?: { readonly number: string; readonly figures: Readonly<Record<ClockId, number>> };
}

/** The production calendar that a deadline goes by, in the edition that is known now; null: by none. */
const calendarPin = (regulation: Regulation, schedule: ScheduleId, target: Target): CalendarPin | null => {
  const calendar = regulation.schedules.find(({ id }) => id === schedule)?.calendar ?? null;
  return calendar === null || !followsHours(target) ? null : { id: calendar.id, edition: calendar.edition };
};

/** By which hours, and on whose wall clock: pinned, so that a deadline can be explained for ever. */
const pinsOf = (
  regulation: Regulation,
  schedule: ScheduleId,
  target: Target,
): Pick<CountingRule, 'edition' | 'calendar' | 'zone'> => {
  const zone = localZoneOf(regulation, schedule);
  return {
    edition: regulation.edition.label,
    calendar: calendarPin(regulation, schedule, target),
    ...(zone === undefined ? {} : { zone }),
  };
};

/** What a row promises, with what the clock says of a deadline in working days that pauses move (R19). */
const promiseOf = (target: Target, { afterPause }: ClockRule): Target =>
  target.kind === 'working-days' && afterPause === 'closing-time' ? { ...target, afterPause } : target;

/** What a certificate has agreed on for itself, where the row lets it and it is shorter (R3); null: the row's own figure. */
const shorterFigure = (
  row: TargetRow,
  target: Target,
  { clock, byCertificate }: RuleQuestion,
): Target | null => {
  const figure = byCertificate?.figures[clock];
  return row.shorterByCertificate && figure !== undefined && 'ms' in target && figure < target.ms
    ? { ...target, ms: figure }
    : null;
};

/** The package's hours for a priority; null: it has none for it. */
export const hoursOf = (held: Package, priority: PriorityId | null): ScheduleId | null =>
  (
    held.hours.find((row) => priority !== null && row.priorities?.includes(priority) === true) ??
    held.hours.find((row) => row.priorities === null)
  )?.schedule ?? null;

/**
 * What the regulation promises in one case, or null where it promises nothing (also for a clock, package, priority or type it
 * doesn't know). The rule carries everything a deadline is counted and explained by later.
 */
export const findRule = (regulation: Regulation, question: RuleQuestion): CountingRule | null => {
  const { clock: clockId, packageId, priority, type = null } = question;
  const clock = regulation.clocks.find((one) => one.id === clockId);
  const held = regulation.packages.find((one) => one.id === packageId);
  if (clock === undefined || held === undefined) return null;
  if (priority !== null && !regulation.priorities.some((one) => one.id === priority)) return null;
  if (type !== null && !regulation.ticketTypes.some((one) => one.id === type)) return null;
  const best = bestRow(clock.targets, packageId, priority, type);
  if (best.kind !== 'one') return null;
  const schedule = best.row.schedule ?? hoursOf(held, priority);
  if (schedule === null || best.row.within === null) return null;
  const usual = promiseOf(best.row.within, clock);
  const shorter = shorterFigure(best.row, usual, question);
  const target = shorter ?? usual;
  return {
    clock: clockId,
    packageId,
    priority,
    target,
    schedule,
    clause: best.row.clause,
    ...pinsOf(regulation, schedule, target),
    ...(shorter === null || question.byCertificate === undefined
      ? {}
      : { certificate: question.byCertificate.number }),
  };
};

/** Whether the regulation says in so many words that nothing is promised in this case. */
export const promisesNothing = (regulation: Regulation, question: RuleQuestion): boolean => {
  const clock = regulation.clocks.find(({ id }) => id === question.clock);
  if (clock === undefined) return false;
  const best = bestRow(clock.targets, question.packageId, question.priority, question.type ?? null);
  return best.kind === 'one' && best.row.within === null;
};

/**
 * The rule of a clock whose deadline is a date agreed for one ticket. Pauses are measured in the hours that the clock
 * counts in anyway; one that begins with the agreement takes the package's. Null where the regulation lets no date be agreed
 * for this clock and package.
 */
export const agreedRule = (
  regulation: Regulation,
  question: RuleQuestion,
  date: Instant,
): CountingRule | null => {
  const { clock: clockId, packageId, priority, type = null } = question;
  const clock = regulation.clocks.find((one) => one.id === clockId);
  const held = regulation.packages.find((one) => one.id === packageId);
  const agreed = clock?.agreedDate ?? null;
  if (clock === undefined || held === undefined || agreed === null) return null;
  if (agreed.packages !== null && !agreed.packages.includes(packageId)) return null;
  const best = bestRow(clock.targets, packageId, priority, type);
  const schedule = (best.kind === 'one' ? best.row.schedule : null) ?? hoursOf(held, priority);
  if (schedule === null) return null;
  const target: Target = { kind: 'agreed-date', at: date, pausesMoveIt: agreed.pausesMoveIt };
  return {
    clock: clockId,
    packageId,
    priority,
    target,
    schedule,
    clause: agreed.clause,
    ...pinsOf(regulation, schedule, target),
  };
};
