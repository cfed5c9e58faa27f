import type { Instant } from '@reglament/working-time';
import { warningInstants, type Clock } from '../../clock/index.ts';
import type { PendingWarning } from '../ticket.ts';
import type { Facts } from './facts.ts';

/** Warnings that are still to come: one passed before `from` does not ring any more. */
export const warningsOf = (clock: Clock, facts: Facts, from: Instant): readonly PendingWarning[] => {
  const marks = facts.regulation.clocks.find(({ id }) => id === clock.id)?.warnAt ?? [];
  return warningInstants(clock, marks, facts.calendars)
    .filter((w) => w.at >= from)
    .map((w) => ({ clock: clock.id, ...w }));
};
