import { type DeskId, scheduleOfRule } from '@reglament/desk';
import { addWorkingTime, compileSchedule, type Instant } from '@reglament/working-time';
import { hoursInUse, type NearHours } from '../store/queries/queue-filter.ts';
import type { Context } from '../use-cases/context.ts';
import { hoursOf } from './present/present-queue.ts';

const HOUR_MS = 3_600_000;

/**
 * For all hours that deadlines of open tickets are counted by: the instant until which a deadline counts as near, which is so many
 * hours on, as those hours run. Friday evening is near to Monday morning.
 */
export const nearHours = async (
  context: Context,
  deskId: DeskId,
  hours: number,
): Promise<readonly NearHours[]> => {
  const now = context.now();
  const inUse = await context.db.askDesk(deskId, (q) => hoursInUse(q, deskId));
  return Promise.all(
    inUse.map(async (one) => {
      const plain = { key: one.key, until: (now + hours * HOUR_MS) as Instant };
      const { regulation } = await context.regulations.ofTicket(deskId, one);
      const own = hoursOf(one, regulation);
      const schedule = own === null ? null : scheduleOfRule(own.rule, regulation);
      if (schedule === null) return plain;
      return {
        ...plain,
        until: addWorkingTime(compileSchedule(schedule), now, hours * HOUR_MS) ?? plain.until,
      };
    }),
  );
};
