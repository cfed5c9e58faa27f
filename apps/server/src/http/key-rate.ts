/** What is left of a minute to whoever calls. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until it is full again, at least one. */
  readonly resetSeconds: number;
  readonly isSpent: boolean;
}

const MINUTE_MS = 60_000;
/** Requests of one key in a minute, on one node. */
export const OF_A_KEY = 600;
const MAX_KEYS = 10_000;

/**
 * Counts requests by key and minute. A key's minute begins with its first request.
 *
 * @param now milliseconds, any origin, not stepping back.
 */
export const createKeyRate = (now: () => number, limit = OF_A_KEY): ((keyId: string) => Allowance) => {
  const minutes = new Map<string, { readonly until: number; count: number }>();
  return (keyId) => {
    const at = now();
    let minute = minutes.get(keyId);
    if (minute === undefined || minute.until <= at) {
      if (minutes.size >= MAX_KEYS) minutes.clear();
      minute = { until: at + MINUTE_MS, count: 0 };
      minutes.set(keyId, minute);
    }
    minute.count += 1;
    return {
      limit,
      remaining: Math.max(0, limit - minute.count),
      resetSeconds: Math.max(1, Math.ceil((minute.until - at) / 1000)),
      isSpent: minute.count > limit,
    };
  };
};
