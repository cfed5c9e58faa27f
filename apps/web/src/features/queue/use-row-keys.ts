import { useEffect, useRef } from 'react';
import { isMeant } from '../../ui/use-shortcuts.ts';

const STEP: Readonly<Record<string, number>> = { j: 1, о: 1, ArrowDown: 1, k: -1, л: -1, ArrowUp: -1 };

/**
 * Moves the focus over the rows of a list by j and k (also о and л, the same keys of a Russian layout) and by arrows.
 * x (ч) chooses a row, o (щ) opens the one that has the focus, with Shift all since the last one. Enter is the link's own. `count`: rows that can be walked to, loaded or not.
 */
export const useRowKeys = (
  count: number,
  focusRow: (index: number) => void,
  choose: (index: number, through: boolean) => void,
): { readonly setCurrent: (index: number) => void } => {
  const current = useRef(-1);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const step = STEP[event.key];
      if (event.code === 'KeyX' && isMeant(event) && current.current >= 0) {
        event.preventDefault();
        choose(current.current, event.shiftKey);
        return;
      }
      if (event.code === 'KeyO' && isMeant(event) && document.activeElement instanceof HTMLAnchorElement) {
        event.preventDefault();
        document.activeElement.click();
        return;
      }
      if (step === undefined || count === 0 || !isMeant(event)) return;
      event.preventDefault();
      current.current = Math.min(Math.max(current.current + step, 0), count - 1);
      focusRow(current.current);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [count, focusRow, choose]);

  return {
    setCurrent: (index) => {
      current.current = index;
    },
  };
};
