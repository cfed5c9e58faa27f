import { neverSynced, type Synced } from './settle-draft.ts';

/** With when it was noted, in milliseconds of this browser's clock: what was asked before says nothing new. */
interface SyncedAt extends Synced {
  readonly at: number;
}

const placeOf = (keptAs: string): string => `${keptAs}.synced`;

/** Known to all tabs of this browser: what one of them kept, none takes for another device's. */
const readSynced = (keptAs: string): SyncedAt => {
  try {
    const value = JSON.parse(localStorage.getItem(placeOf(keptAs)) ?? 'null') as Partial<SyncedAt> | null;
    if (typeof value?.at !== 'number' || typeof value.isClean !== 'boolean') return { ...neverSynced, at: 0 };
    const { revision, isClean, at } = value;
    return { revision: typeof revision === 'string' ? revision : null, isClean, at };
  } catch {
    return { ...neverSynced, at: 0 };
  }
};

const noteSynced = (keptAs: string, synced: Synced, at = Date.now()): void => {
  try {
    // Where neither has anything there is nothing to know.
    if (synced.revision === null && synced.isClean) localStorage.removeItem(placeOf(keptAs));
    else localStorage.setItem(placeOf(keptAs), JSON.stringify({ ...synced, at }));
  } catch {
    // Without room it is asked whose text goes on, more often than it need be.
  }
};

/** What this tab knows of the copy at the server. */
export const createSyncedNote = (keptAs: string) => {
  let knownAt = 0;
  return {
    read: (): Synced => readSynced(keptAs),
    note: (revision: string | null, isClean: boolean): void => {
      knownAt = Date.now();
      noteSynced(keptAs, { revision, isClean });
    },
    /** What was asked before this says nothing new; in milliseconds of this browser's clock. */
    knownAt: (): number => Math.max(knownAt, readSynced(keptAs).at),
  };
};

export type SyncedNote = ReturnType<typeof createSyncedNote>;
