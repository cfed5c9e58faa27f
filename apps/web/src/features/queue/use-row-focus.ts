import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

interface Rows {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly scroll: RefObject<HTMLDivElement | null>;
  /** Rows loaded so far. */
  readonly count: number;
  readonly hasMore: boolean;
}

/**
 * Puts the focus on a row, which need not be on the page yet, nor even loaded: the row is scrolled to, and focused as soon as
 * it is there.
 */
export const useRowFocus = ({ virtual, scroll, count, hasMore }: Rows): ((index: number) => void) => {
  const wanted = useRef<number | null>(null);
  const focusWanted = useCallback(() => {
    if (wanted.current === null) return;
    const link = scroll.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  }, [scroll]);
  useLayoutEffect(focusWanted);

  const focusRow = useCallback(
    (index: number) => {
      wanted.current = hasMore ? index : Math.min(index, count - 1);
      virtual.scrollToIndex(Math.min(index, count - 1), { align: 'auto' });
      // At once where the row is there: the next key, Enter perhaps, may come before the next paint.
      focusWanted();
    },
    [virtual, count, hasMore, focusWanted],
  );
  // A walk that outran the loading goes on when more is there.
  useEffect(() => {
    if (wanted.current !== null) focusRow(wanted.current);
  }, [focusRow]);
  return focusRow;
};
