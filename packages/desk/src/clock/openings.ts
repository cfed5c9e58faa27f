import { type Instant, isOpen, nextOpening } from '@reglament/working-time';
import type { PackageId, PriorityId, Regulation } from '../regulation/regulation.ts';
import { calendarOf, type Calendars } from './calendars.ts';

/** Whether a schedule of a package is open. */
export interface Opening {
  readonly isOpen: boolean;
  /** When it opens next; null: it is open, or never does. */
  readonly opensAt: Instant | null;
  /** null: for all of them. */
  readonly priorities: readonly PriorityId[] | null;
}

/** Whether support of a package works now and when it opens next, one for each schedule; none where there is no such package. */
export const openingsOf = (
  { packages }: Regulation,
  calendars: Calendars,
  packageId: PackageId,
  now: Instant,
): readonly Opening[] =>
  (packages.find(({ id }) => id === packageId)?.hours ?? []).map(({ schedule, priorities }) => {
    const calendar = calendarOf(calendars, schedule);
    const open = isOpen(calendar, now);
    return { isOpen: open, opensAt: open ? null : nextOpening(calendar, now), priorities };
  });
