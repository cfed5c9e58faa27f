import { useEffect, useRef } from 'react';

/** Whether what is pressed goes into something: a field, an open dialog, a menu. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]',
  ) !== null;

/** A key pressed alone (Shift may be held) where nobody types. */
export const isMeant = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isTyping(event.target);

/**
 * Keys of a screen, by their place on the keyboard (`KeyR`), so that a Russian layout has the same; `?` by its sign. A dialog
 * that is open takes none away from itself.
 */
export const useShortcuts = (keys: Readonly<Record<string, (() => void) | undefined>>): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const act = event.key === '?' ? latest.current['?'] : latest.current[event.code];
      const isPlain = event.key === '?' || !event.shiftKey;
      if (act === undefined || !isPlain || event.repeat || !isMeant(event)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
};
