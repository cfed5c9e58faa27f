import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 60em)');

const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** true on a screen too narrow for two columns (960 px). */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
