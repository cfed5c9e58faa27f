import { isBusy } from '../store/queries/is-unavailable.ts';

export interface Loop {
  /** Something may be due: look now instead of at the next round. */
  readonly wake: () => void;
  /** Resolves when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

export interface LoopOptions {
  readonly everyMs: number;
  /**
   * Milliseconds from the beginning of a round to the next one that a wake begins: what comes meanwhile is done in one. The
   * first wake after that is answered at once. Absent: every wake is.
   */
  readonly restMs?: number;
  /** Does what is due; true: there may be more, go round again at once. */
  readonly round: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

/** A busy moment of the database is over by then. */
const BUSY_MS = 1000;

/**
 * Runs rounds one after another until stopped; a failing round is reported and tried again after the pause. One that found the
 * database busy is tried once more before anybody is told.
 */
export const startLoop = (options: LoopOptions): Loop => {
  const { restMs = 0 } = options;
  let stopped = false;
  let woken = false;
  let ring: (() => void) | null = null;
  let endRest: (() => void) | null = null;

  /** Wakes don't end it: the round that follows does what they came for. */
  const rest = (forMs: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) endRest();
    });

  const pause = (forMs: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) ring();
    });

  const run = async (): Promise<void> => {
    let wasBusy = false;
    while (!stopped) {
      woken = false;
      let more = false;
      const begun = performance.now();
      try {
        more = await options.round();
        wasBusy = false;
      } catch (error) {
        wasBusy = !wasBusy && isBusy(error);
        if (!wasBusy) options.onError(error);
        woken = false;
      }
      if (more || stopped) continue;
      await pause(wasBusy ? Math.min(BUSY_MS, options.everyMs) : options.everyMs);
      const left = restMs - (performance.now() - begun);
      if (left > 0) await rest(left);
    }
  };
  const running = run();

  return {
    wake: () => {
      woken = true;
      ring?.();
    },
    stop: () => {
      stopped = true;
      ring?.();
      endRest?.();
      return running;
    },
  };
};
