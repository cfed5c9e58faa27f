import { hoursOf } from '../../clock/find-rule.ts';
import type {
  ClockRule,
  PackageId,
  PriorityId,
  Regulation,
  ScheduleId,
  Target,
  TargetRow,
} from '../regulation.ts';
import { bestRow } from '../target-row.ts';

/** One case of a clock, with the line that counts for it. */
export interface PromisedCell {
  readonly packageId: PackageId;
  /** null: a ticket without one. */
  readonly priority: PriorityId | null;
  readonly type: string | null;
  /** In the clock's list, from 0. */
  readonly index: number;
  readonly row: TargetRow;
  /** null: the package has no hours for such tickets. */
  readonly schedule: ScheduleId | null;
}

/** Every case of a clock that some line of it counts for. */
export const promisedCells = (regulation: Regulation, clock: ClockRule): readonly PromisedCell[] => {
  const priorities = [...regulation.priorities.map(({ id }) => id), null];
  const types = [...regulation.ticketTypes.map(({ id }) => id), null];
  return regulation.packages.flatMap((held) =>
    priorities.flatMap((priority) =>
      types.flatMap((type) => {
        const best = bestRow(clock.targets, held.id, priority, type);
        if (best.kind !== 'one') return [];
        const { row } = best;
        const schedule = row.schedule ?? hoursOf(held, priority);
        return [{ packageId: held.id, priority, type, index: clock.targets.indexOf(row), row, schedule }];
      }),
    ),
  );
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long a promise is, to compare two in the same hours: milliseconds of its own measure. null: the two measures can't be
 * compared without a date.
 */
export const comparable = (a: Target, b: Target): readonly [number, number] | null => {
  if (a.kind === 'working-time' && b.kind === 'working-time') return [a.ms, b.ms];
  if (a.kind === 'elapsed' && b.kind === 'elapsed') return [a.ms, b.ms];
  if (a.kind === 'working-days' && b.kind === 'working-days') return [a.days * DAY_MS, b.days * DAY_MS];
  if (a.kind === 'calendar-days' && b.kind === 'calendar-days') return [a.days * DAY_MS, b.days * DAY_MS];
  return null;
};
