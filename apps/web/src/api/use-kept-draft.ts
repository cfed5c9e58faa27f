import type { DraftContent } from '@reglament/contract';
import { useCallback, useMemo, type SetStateAction } from 'react';
import { type Keeping, useKept } from '../ui/use-kept.ts';
import type { DraftPlace } from './draft-keeper.ts';
import { useDraftCopy } from './use-draft-copy.ts';

/** A form that is kept, with the words that are its text. */
export interface KeepingText<Value> extends Keeping<Value> {
  readonly textOf: (value: Value) => string;
  readonly withText: (value: Value, text: string) => Value;
}

const parsed = <Value>(kept: string | null, keeping: Keeping<Value>): Value => {
  try {
    return keeping.read(JSON.parse(kept ?? 'null') as unknown);
  } catch {
    return keeping.read(null);
  }
};

/** A form that is kept in this browser until it is sent, and follows whoever fills it in to other devices. `keeping` never changes. */
export const useKeptDraft = <Value>(keptAs: string, keeping: KeepingText<Value>, place: DraftPlace) => {
  const { value, setValue: setKept, clear: clearKept } = useKept(keptAs, keeping);
  const local = useMemo(
    () => ({
      keptAs,
      read: (): DraftContent | null => {
        const now = parsed(localStorage.getItem(keptAs), keeping);
        if (keeping.isNothing(now)) return null;
        return { text: keeping.textOf(now), rest: JSON.stringify(keeping.withText(now, '')) };
      },
      take: (content: DraftContent | null): void => {
        if (content === null) {
          clearKept();
          return;
        }
        const taken = keeping.withText(parsed(content.rest, keeping), content.text);
        localStorage.setItem(keptAs, JSON.stringify(taken));
        setKept(taken);
      },
    }),
    [keptAs, keeping, clearKept, setKept],
  );
  const { touch, clear: clearCopy, other } = useDraftCopy(place, local);
  const setValue = useCallback(
    (change: SetStateAction<Value>) => {
      setKept(change);
      touch();
    },
    [setKept, touch],
  );
  /** It has been sent. @param leftOf what of it stays, typed since; nothing unless said */
  const clear = useCallback(
    (leftOf?: (value: Value) => Value) => {
      clearKept(leftOf);
      clearCopy();
    },
    [clearKept, clearCopy],
  );
  return { value, setValue, clear, other };
};
