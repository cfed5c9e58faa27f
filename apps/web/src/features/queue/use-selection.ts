import { useCallback, useEffect, useMemo, useState } from 'react';
import type { QueuedTicket } from '../../desk/queued-tickets.ts';

export interface Selection {
  readonly numbers: readonly number[];
  readonly has: (number: number) => boolean;
  /** With `through`, everything between it and the row that was chosen last. */
  readonly toggle: (number: number, through?: boolean) => void;
  readonly clear: () => void;
  /** No more fit. */
  readonly isFull: boolean;
}

/** At most so many are changed at once. */
const MOST = 100;

/** Rows that are chosen for a common change; those that leave the list leave the choice. */
export const useSelection = (tickets: readonly QueuedTicket[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [last, setLast] = useState<number | null>(null);
  const shown = useMemo(() => tickets.map(({ ticket }) => ticket.number), [tickets]);

  useEffect(() => {
    setChosen((before) => {
      const kept = shown.filter((number) => before.has(number));
      return kept.length === before.size ? before : new Set(kept);
    });
  }, [shown]);

  const toggle = useCallback(
    (number: number, through = false) => {
      setChosen((before) => {
        const next = new Set(before);
        const [from, to] = [shown.indexOf(last ?? number), shown.indexOf(number)].toSorted((a, b) => a - b);
        const asked = through && last !== null ? shown.slice(from, (to ?? 0) + 1) : [number];
        if (!through && next.delete(number)) return next;
        for (const one of asked) if (next.size < MOST) next.add(one);
        return next;
      });
      setLast(number);
    },
    [shown, last],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  const has = useCallback((number: number) => chosen.has(number), [chosen]);
  const numbers = useMemo(() => shown.filter((number) => chosen.has(number)), [shown, chosen]);
  return { numbers, has, toggle, clear, isFull: chosen.size >= MOST };
};
