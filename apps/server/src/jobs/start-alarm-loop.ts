import { isBusy } from '../store/queries/is-unavailable.ts';
import { nextAlarmAt } from '../store/alarms.ts';
import type { Context } from '../use-cases/context.ts';
import { ringAlarms } from './ring-alarms.ts';
import type { Loop } from './start-loop.ts';

/** However far the next alarm is: a wake-up that got lost, a clock that was set forward, cost no more than this. */
const LOOK_MS = 1000;
/** Under load something changes all the time, and what is due may be somebody else's: no more looks than this allows. */
const GAP_MS = 100;

/**
 * Rings alarms of every desk at their instants: sleeps until the next one, looks again when anything changed on any node.
 * The sleep does not go by the clock, so that setting it breaks nothing.
 */
export const startAlarmLoop = (options: {
  readonly context: Context;
  readonly onError: (error: unknown) => void;
  /** The longest sleep; a second unless said. */
  readonly lookMs?: number;
}): Loop => {
  const { context, onError, lookMs = LOOK_MS } = options;
  let stopped = false;
  let woken = false;
  let lookedAt = -Infinity;
  let shorten: (() => void) | null = null;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      let timer = setTimeout(resolve, ms);
      shorten = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, stopped ? 0 : Math.max(0, lookedAt + GAP_MS - performance.now()));
      };
      if (woken || stopped) shorten();
    });

  /** Rings what is due; milliseconds until the next look. */
  const look = async (): Promise<number> => {
    woken = false;
    lookedAt = performance.now();
    while (!stopped && (await ringAlarms(context, onError)));
    const next = await context.db.everyDesk(nextAlarmAt);
    if (next === null) return lookMs;
    const left = next - context.now();
    return left <= 0 ? GAP_MS : Math.min(left, lookMs);
  };

  const run = async (): Promise<void> => {
    let wasBusy = false;
    while (!stopped) {
      const pause = await look().then(
        (ms) => {
          wasBusy = false;
          return ms;
        },
        (error: unknown) => {
          // A busy moment of the database: once more before anybody is told.
          wasBusy = !wasBusy && isBusy(error);
          if (!wasBusy) onError(error);
          woken = false;
          return Math.min(LOOK_MS, lookMs);
        },
      );
      await sleep(pause);
      shorten = null;
    }
  };
  const running = run();

  return {
    wake: () => {
      woken = true;
      shorten?.();
    },
    stop: () => {
      stopped = true;
      shorten?.();
      return running;
    },
  };
};
