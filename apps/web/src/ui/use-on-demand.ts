import { useEffect, useRef, useState, type RefObject } from 'react';

interface OnDemand {
  /** Somebody has pressed the button: from now on what it opens stands in its place. */
  readonly isAsked: boolean;
  /** For the button that stands there until then. It is loaded when somebody comes near it. */
  readonly trigger: {
    readonly onPointerEnter: () => void;
    readonly onFocus: () => void;
    readonly onClick: () => void;
    readonly 'aria-haspopup': 'menu' | 'dialog';
    readonly 'aria-expanded': false;
  };
}

/** A menu that a page begins without: its code comes when it is first wanted. */
export const useOnDemand = (load: () => Promise<unknown>, opens: 'menu' | 'dialog'): OnDemand => {
  const [isAsked, setIsAsked] = useState(false);
  // A lost connection shows when it is pressed.
  const handleNear = () => void load().catch(() => undefined);
  return {
    isAsked,
    trigger: {
      onPointerEnter: handleNear,
      onFocus: handleNear,
      onClick: () => setIsAsked(true),
      'aria-haspopup': opens,
      'aria-expanded': false,
    },
  };
};

/** Takes over from the button that was pressed: the focus first, so that closing gives it back, then opens. */
export const useTakeOver = (open: () => void): RefObject<HTMLButtonElement | null> => {
  const target = useRef<HTMLButtonElement>(null);
  const first = useRef(open);
  useEffect(() => {
    target.current?.focus();
    first.current();
  }, []);
  return target;
};
