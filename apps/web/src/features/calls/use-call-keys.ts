import { useEffect, useRef } from 'react';

interface Keys {
  readonly submit: () => void;
  /** Absent: nothing to withhold here. */
  readonly withhold?: () => void;
  /** By its place in the regulation, from 0; absent: no priority is chosen here. */
  readonly priority?: (index: number) => void;
}

/** Ctrl+Enter writes the call down, Alt+H: the number is withheld, Alt+1 and on: the priority. By the key's place, whatever the layout. */
export const useCallKeys = (keys: Keys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const inDialog =
        event.target instanceof HTMLElement && event.target.closest('[role="dialog"]') !== null;
      if (inDialog || event.repeat) return;
      const { submit, withhold, priority } = latest.current;
      const place = /^Digit([1-9])$/.exec(event.code)?.[1];
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') submit();
      else if (event.altKey && !event.ctrlKey && event.code === 'KeyH' && withhold !== undefined) withhold();
      else if (event.altKey && !event.ctrlKey && place !== undefined && priority !== undefined)
        priority(Number(place) - 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
};
