import type { Instant } from '@reglament/working-time';
import { dueAlarms, postponeAlarm } from '../store/alarms.ts';
import type { Context } from '../use-cases/context.ts';
import { ringAlarm } from '../use-cases/ring-alarm.ts';

const BATCH = 200;
/** One that can't be rung is tried again after this: not at every round, and not before those that can. */
const AGAIN_MS = 30_000;

/** Rings what is due, earliest first. One that fails does not keep the others from ringing. */
export const ringAlarms = async (context: Context, onError: (error: unknown) => void): Promise<boolean> => {
  const due = await context.db.everyDesk((q) => dueAlarms(q, context.now(), BATCH));
  let moved = 0;
  for (const alarm of due) {
    try {
      if (await ringAlarm(context, alarm)) moved += 1;
    } catch (error) {
      onError(error);
      const until = (context.now() + AGAIN_MS) as Instant;
      await context.db
        .inDesk(alarm.deskId, (q) => postponeAlarm(q, alarm, until))
        .then(
          () => (moved += 1),
          () => undefined,
        );
    }
  }
  return moved > 0 && due.length === BATCH;
};
