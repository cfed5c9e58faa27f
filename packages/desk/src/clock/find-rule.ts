import type { ClockId, PackageId, PriorityId, Regulation } from '../regulation/regulation.ts';
import { bestRow } from '../regulation/target-row.ts';
import type { CountingRule } from './clock.ts';

export interface RuleQuestion {
  readonly clock: ClockId;
  readonly packageId: PackageId;
  /** null: the ticket has no priority. */
  readonly priority: PriorityId | null;
}

/**
 * What the regulation promises in one case, or null where it promises nothing (also for a clock, package or priority it
 * doesn't know). The rule carries everything a deadline is counted and explained by later.
 */
export const findRule = (regulation: Regulation, question: RuleQuestion): CountingRule | null => {
  const { clock: clockId, packageId, priority } = question;
  const clock = regulation.clocks.find((one) => one.id === clockId);
  const held = regulation.packages.find((one) => one.id === packageId);
  if (clock === undefined || held === undefined) return null;
  if (priority !== null && !regulation.priorities.some((one) => one.id === priority)) return null;
  const best = bestRow(clock.targets, packageId, priority);
  if (best.kind !== 'one') return null;
  const hours =
    held.hours.find((row) => priority !== null && row.priorities?.includes(priority) === true) ??
    held.hours.find((row) => row.priorities === null);
  const schedule = best.row.schedule ?? hours?.schedule;
  if (schedule === undefined) return null;
  return {
    clock: clockId,
    packageId,
    priority,
    target: best.row.within,
    schedule,
    clause: best.row.clause,
    edition: regulation.edition.label,
  };
};
