import type { SignedIn } from './identity.ts';

export interface RecentSessions {
  readonly find: (tokenHash: string) => SignedIn | null;
  /** Call before asking the database; the answer is kept unless something ended meanwhile. */
  readonly begin: () => (tokenHash: string, person: SignedIn) => void;
  /** Some session ended here: everything is asked again. */
  readonly forget: () => void;
}

// A person disabled by another process must be out within one second: half of it is for this cache.
const KEEP_MS = 500;
const MAX_SESSIONS = 2_000;

/**
 * Who the sessions of the last half-second belong to, so that a page with ten requests asks the database once.
 *
 * @param now Milliseconds, any origin, not stepping back.
 */
export const createRecentSessions = (now: () => number): RecentSessions => {
  const sessions = new Map<string, { readonly person: SignedIn; readonly until: number }>();
  let generation = 0;

  const find = (tokenHash: string): SignedIn | null => {
    const kept = sessions.get(tokenHash);
    if (kept === undefined) return null;
    if (kept.until > now()) return kept.person;
    sessions.delete(tokenHash);
    return null;
  };

  const begin = (): ((tokenHash: string, person: SignedIn) => void) => {
    const began = generation;
    const askedAt = now();
    return (tokenHash, person) => {
      if (generation !== began) return;
      if (sessions.size >= MAX_SESSIONS) sessions.clear();
      sessions.set(tokenHash, { person, until: askedAt + KEEP_MS });
    };
  };

  const forget = (): void => {
    generation += 1;
    sessions.clear();
  };

  return { find, begin, forget };
};
