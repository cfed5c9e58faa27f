import type { Session } from '@reglament/contract';
import { useSyncExternalStore } from 'react';

/** Who is signed in in this browser, for its other tabs; with the moment, so that the same person again is news, too. */
const KEY = 'reglament.signed-in';

/** Tells the other tabs who is signed in now. */
export const noteSignedIn = (personId: string): void => {
  try {
    localStorage.setItem(KEY, `${personId} ${Date.now()}`);
  } catch {
    // Each tab then finds out by itself.
  }
};

/** Calls with the person whom another tab signed in. */
export const hearSignedIn = (handle: (personId: string) => void): void => {
  window.addEventListener('storage', ({ key, newValue }) => {
    const personId = newValue?.split(' ', 1)[0];
    if (key === KEY && personId !== undefined) handle(personId);
  });
};

type Person = Session['person'];

let ended: Person | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whose session ended under the open page; null: nobody's, or they are back. */
export const noteEndedSession = (person: Person | null): void => {
  if (ended?.personId === person?.personId) return;
  ended = person;
  listeners.forEach((tell) => tell());
};

export const endedSession = (): Person | null => ended;

export const useEndedSession = (): Person | null => useSyncExternalStore(subscribe, endedSession);
