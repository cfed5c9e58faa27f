import { dueAlarms } from '../store/alarms.ts';
import type { Context } from '../use-cases/context.ts';
import { ringAlarm } from '../use-cases/ring-alarm.ts';

const BATCH = 200;

/** Rings what is due, earliest first. One that fails does not keep the others from ringing. */
export const ringAlarms = async (context: Context, onError: (error: unknown) => void): Promise<boolean> => {
  const due = await context.db.everyDesk((q) => dueAlarms(q, context.now(), BATCH));
  let rung = 0;
  for (const alarm of due) {
    try {
      if (await ringAlarm(context, alarm)) rung += 1;
    } catch (error) {
      onError(error);
    }
  }
  return rung > 0 && due.length === BATCH;
};
