import { useSyncExternalStore } from 'react';

const SECOND = 1000;
const listeners = new Set<() => void>();
let timer: number | undefined;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  timer ??= window.setInterval(() => listeners.forEach((tell) => tell()), SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
};

/**
 * A value that depends on the time: looked at every second by one shared timer, rendered again only when it differs.
 * The reading must be a primitive.
 */
export const useTicking = <T extends string | number | boolean>(read: () => T): T =>
  useSyncExternalStore(subscribe, read);
