import type { Instant } from '@reglament/working-time';
import { type ClaimedTicket, CLAIM_LIMIT, postponeAlarms } from '../store/alarms.ts';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import type { Context } from '../use-cases/context.ts';
import { AGAIN_MS, ringAlarmBatch } from '../use-cases/ring-alarms.ts';

/** Batches that a node rings at once when many are due: while one is being written, the next is being decided. */
const LANES = 2;

type OnError = (error: unknown) => void;

/** One whose writing fails, alone, waits: whatever is wrong with it does not keep the others from ringing. */
const ringAlone = async (context: Context, one: ClaimedTicket, onError: OnError): Promise<void> => {
  const now = context.now();
  try {
    await ringAlarmBatch(context, { only: one, onError });
  } catch (error) {
    if (isUnavailable(error)) throw error;
    onError(error);
    await context.db.inDesk(one.deskId, (q) => postponeAlarms(q, one, now, (now + AGAIN_MS) as Instant));
  }
};

const ringBatch = async (context: Context, onError: OnError): Promise<boolean> => {
  let held: readonly ClaimedTicket[] = [];
  try {
    const claimed = await ringAlarmBatch(context, { onError, onClaimed: (claimed) => (held = claimed) });
    return claimed >= CLAIM_LIMIT;
  } catch (error) {
    if (isUnavailable(error) || held.length === 0) throw error;
    for (const one of held) await ringAlone(context, one, onError);
    return true;
  }
};

/** Rings what is due, earliest first. One that fails does not keep the others from ringing. True: there may be more. */
export const ringAlarms = async (context: Context, onError: OnError): Promise<boolean> => {
  if (!(await ringBatch(context, onError))) return false;
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => ringBatch(context, onError)));
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  return lanes.some((lane) => lane.status === 'fulfilled' && lane.value);
};
