import type { Instant } from '@reglament/working-time';
import type { Clock } from './clock.ts';

/** A clock as it may be stored: its first form knew of the last change only, and only when it was and what it carried over. */
interface StoredClock extends Clock {
  readonly carried?: { readonly ms: number; readonly at: Instant };
}

/** A clock in today's form, whichever form it was stored in. A clock of today's form is returned as it is. */
export const upcastClock = (stored: Clock): Clock => {
  const { carried, ...clock }: StoredClock = stored;
  if (carried === undefined) return stored;
  return { ...clock, changes: [{ at: carried.at, cause: null, before: null, spentMs: carried.ms }] };
};
