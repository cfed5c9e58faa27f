import type { Instant } from '@reglament/working-time';
import { type AlarmedTicket, FIND_LIMIT, findDueAlarms, postponeAlarms } from '../store/alarms.ts';
import { isUnavailable } from '../store/queries/is-unavailable.ts';
import type { Context } from '../use-cases/context.ts';
import { AGAIN_MS, ringAlarmsOfTickets } from '../use-cases/ring-alarms.ts';

/** Tickets of one transaction: as long as it takes, the earliest of them is not told yet. */
const BATCH = 64;
/** Batches that a node rings at once: while one is being written, the next is being decided. */
export const LANES = 2;

type OnError = (error: unknown) => void;

/** One whose writing fails, alone, waits: whatever is wrong with it does not keep the others from ringing. */
const ringAlone = async (context: Context, one: AlarmedTicket, onError: OnError): Promise<void> => {
  const now = context.now();
  try {
    await ringAlarmsOfTickets(context, [one], onError);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    onError(error);
    await context.db.inDesk(one.deskId, (q) => postponeAlarms(q, one, now, (now + AGAIN_MS) as Instant));
  }
};

const ringBatch = async (
  context: Context,
  batch: readonly AlarmedTicket[],
  onError: OnError,
): Promise<number> => {
  try {
    return await ringAlarmsOfTickets(context, batch, onError);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    for (const one of batch) await ringAlone(context, one, onError);
    return batch.length;
  }
};

/** Takes batches in order, in several lanes; how many alarms were claimed. */
const ringFound = async (
  context: Context,
  tickets: readonly AlarmedTicket[],
  onError: OnError,
): Promise<number> => {
  let from = 0;
  let claimed = 0;
  const lane = async (): Promise<void> => {
    while (from < tickets.length) {
      const batch = tickets.slice(from, from + BATCH);
      from += BATCH;
      claimed += await ringBatch(context, batch, onError);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  return claimed;
};

/**
 * Rings what is due, earliest first; several nodes may do so at once. What others are at is left to them, one that fails does
 * not keep the others from ringing. True: there may be more.
 */
export const ringAlarms = async (context: Context, onError: OnError): Promise<boolean> => {
  const found = await context.db.everyDesk((q) => findDueAlarms(q, context.now()));
  const claimed = await ringFound(context, found.tickets, onError);
  return claimed > 0 && found.alarms === FIND_LIMIT;
};
