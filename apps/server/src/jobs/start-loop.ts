export interface Loop {
  /** Something may be due: look now instead of at the next round. */
  readonly wake: () => void;
  /** Resolves when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

export interface LoopOptions {
  readonly everyMs: number;
  /** Does what is due; true: there may be more, go round again at once. */
  readonly round: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

/** Runs rounds one after another until stopped; a failing round is reported and tried again after the pause. */
export const startLoop = (options: LoopOptions): Loop => {
  let stopped = false;
  let woken = false;
  let ring: (() => void) | null = null;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, options.everyMs);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) ring();
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      let more = false;
      try {
        more = await options.round();
      } catch (error) {
        options.onError(error);
        woken = false;
      }
      if (!more && !stopped) await pause();
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
      return running;
    },
  };
};
