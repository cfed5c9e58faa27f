/** Changes that follow one another closer than this are taken together, in milliseconds. */
const APART_MS = 250;
/** What one press changes arrives in several events: the first of them waits so long for the others. */
const FIRST_MS = 20;

/**
 * Gathers changes: `act` hears of the first one almost at once, of those that follow closely every 250 ms, with all of them.
 *
 * @param now Milliseconds, any origin, not stepping back.
 */
export const gather = <T>(
  act: (all: ReadonlySet<T>) => void,
  now: () => number = () => performance.now(),
): { readonly add: (one: T) => void; readonly stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let actedAt = Number.NEGATIVE_INFINITY;
  let all = new Set<T>();
  const tell = () => {
    timer = undefined;
    actedAt = now();
    const told = all;
    all = new Set();
    act(told);
  };
  return {
    add: (one) => {
      all.add(one);
      timer ??= setTimeout(tell, Math.max(FIRST_MS, actedAt + APART_MS - now()));
    },
    stop: () => clearTimeout(timer),
  };
};
