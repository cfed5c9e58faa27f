import { useEffect, useRef } from 'react';

/** Ctrl+P, ⌘P on a Mac: leads to a page made for paper in place of printing the screen. By its place on the keyboard. */
export const usePrintKey = (lead: () => void): void => {
  const latest = useRef(lead);
  useEffect(() => {
    latest.current = lead;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isPrint || event.code !== 'KeyP' || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
};
