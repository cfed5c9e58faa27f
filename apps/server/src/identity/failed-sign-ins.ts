import { createHash } from 'node:crypto';
import { networkOf } from './network-of.ts';

export type Attempt =
  | {
      readonly allowed: true;
      /** The password was right: earlier failures are forgotten. */
      readonly succeeded: () => void;
      /** Nothing was learnt (the database was away): the attempt does not count. */
      readonly undone: () => void;
    }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

export interface FailedSignIns {
  /** An attempt counts as a failure from its start, so that a hundred at once get no further than ten in a row. */
  readonly attempt: (email: string, address: string) => Attempt;
  /** Pairs of e-mail and address that are remembered. */
  readonly size: () => number;
}

/** Failures after which a person waits. */
export const MAX_FAILURES = 10;
const WINDOW_MS = 15 * 60 * 1000;
const EVICTION_CANDIDATES = 32;

/**
 * Counts failures per e-mail and client network: at most 10 in any 15 minutes. A stranger elsewhere can't lock
 * the owner out, because the owner's address has a count of its own. Kept in this process, lost at restart.
 *
 * @param now Milliseconds, any origin, not stepping back.
 * @param maxPairs Bound of memory, some 200 bytes a pair.
 * @param maxFailures 10 unless said.
 */
export const createFailedSignIns = (options: {
  readonly now: () => number;
  readonly maxPairs?: number;
  readonly maxFailures?: number;
}): FailedSignIns => {
  const { now, maxPairs = 50_000, maxFailures = MAX_FAILURES } = options;
  /** Times of failures, oldest first; pairs touched last stand last. */
  const failures = new Map<string, readonly number[]>();

  /** Of the pairs untouched longest, drops the one with the fewest failures: a flood must not wash out a full count. */
  const makeRoom = (): void => {
    if (failures.size < maxPairs) return;
    let least: { readonly key: string; readonly count: number } | null = null;
    let seen = 0;
    for (const [key, times] of failures) {
      if (least === null || times.length < least.count) least = { key, count: times.length };
      seen += 1;
      if (seen === EVICTION_CANDIDATES) break;
    }
    if (least !== null) failures.delete(least.key);
  };

  const store = (key: string, times: readonly number[]): void => {
    failures.delete(key);
    if (times.length === 0) return;
    makeRoom();
    failures.set(key, times);
  };

  const attempt = (email: string, address: string): Attempt => {
    const key = createHash('sha256')
      .update(`${email}\0${networkOf(address)}`)
      .digest('base64');
    const at = now();
    const recent = (failures.get(key) ?? []).filter((time) => time > at - WINDOW_MS);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= maxFailures) {
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((oldest + WINDOW_MS - at) / 1000)) };
    }
    store(key, [...recent, at]);
    return {
      allowed: true,
      succeeded: () => failures.delete(key),
      undone: () => {
        const times = failures.get(key) ?? [];
        const index = times.lastIndexOf(at);
        if (index >= 0) store(key, times.toSpliced(index, 1));
      },
    };
  };

  return { attempt, size: () => failures.size };
};
