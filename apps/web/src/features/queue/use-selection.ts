import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueuedTicket } from '../../desk/queued-tickets.ts';

export interface Selection {
  readonly numbers: readonly number[];
  readonly has: (number: number) => boolean;
  /** With `through`, everything between it and the row that was chosen last. */
  readonly toggle: (number: number, through?: boolean) => void;
  /** These and no others, whether their rows are loaded or not. */
  readonly chooseAll: (numbers: readonly number[]) => void;
  readonly clear: () => void;
}

interface Chosen {
  readonly numbers: ReadonlySet<number>;
  /** All that the view held when it was asked: rows that come and go change nothing about it. */
  readonly isWhole: boolean;
}

const NONE: Chosen = { numbers: new Set(), isWhole: false };

/** Rows that are chosen for a common change; those that leave the list leave the choice, unless the whole view was chosen. */
export const useSelection = (tickets: readonly QueuedTicket[]): Selection => {
  const [chosen, setChosen] = useState(NONE);
  const [last, setLast] = useState<number | null>(null);
  const shown = useMemo(() => tickets.map(({ ticket }) => ticket.number), [tickets]);

  useEffect(() => {
    setChosen((before) => {
      if (before.isWhole) return before;
      const kept = shown.filter((number) => before.numbers.has(number));
      return kept.length === before.numbers.size ? before : { ...before, numbers: new Set(kept) };
    });
  }, [shown]);

  const toggle = useCallback(
    (number: number, through = false) => {
      setChosen(({ numbers, isWhole }) => {
        const next = new Set(numbers);
        const [from, to] = [shown.indexOf(last ?? number), shown.indexOf(number)].toSorted((a, b) => a - b);
        const asked = through && last !== null ? shown.slice(from, (to ?? 0) + 1) : [number];
        if (!through && next.delete(number)) return next.size === 0 ? NONE : { numbers: next, isWhole };
        for (const one of asked) next.add(one);
        return { numbers: next, isWhole };
      });
      setLast(number);
    },
    [shown, last],
  );
  const chooseAll = useCallback(
    (numbers: readonly number[]) => setChosen({ numbers: new Set(numbers), isWhole: true }),
    [],
  );
  const clear = useCallback(() => setChosen(NONE), []);
  const has = useCallback((number: number) => chosen.numbers.has(number), [chosen]);
  const numbers = useMemo(
    () => (chosen.isWhole ? [...chosen.numbers] : shown.filter((number) => chosen.numbers.has(number))),
    [shown, chosen],
  );
  return { numbers, has, toggle, chooseAll, clear };
};
