import type { DraftContent } from '@reglament/contract';
import { useCallback, useEffect, useMemo, useState, type SetStateAction } from 'react';
import type { DraftPlace } from '../../api/draft-keeper.ts';
import { useDraftCopy } from '../../api/use-draft-copy.ts';
import {
  contentOf,
  type Draft,
  draftLeft,
  draftOf,
  keepDraft,
  readDraft,
  type SentMessage,
} from './draft.ts';

/**
 * A draft that survives the page: kept in this browser at every change, until cleared; its other tabs go along. A copy at the
 * server follows the person to other devices.
 */
export const useDraft = (key: string, place: DraftPlace) => {
  const [draft, setKept] = useState<Draft>(() => readDraft(localStorage, key));
  const [isKept, setIsKept] = useState(true);
  useEffect(() => setIsKept(keepDraft(localStorage, key, draft)), [key, draft]);
  useEffect(() => {
    // Told to other tabs only, never to the one that writes. A key of null: all was cleared.
    const handleStorage = (event: StorageEvent) => {
      if (event.key === key || event.key === null) setKept(readDraft(localStorage, key));
    };
    window.addEventListener('storage', handleStorage);
    return () => window.removeEventListener('storage', handleStorage);
  }, [key]);
  const local = useMemo(
    () => ({
      keptAs: key,
      read: () => contentOf(readDraft(localStorage, key)),
      take: (content: DraftContent | null) => {
        const taken = draftOf(content);
        keepDraft(localStorage, key, taken);
        setKept(taken);
      },
    }),
    [key],
  );
  const { touch, clear: clearCopy, other } = useDraftCopy(place, local);
  const setDraft = useCallback(
    (change: SetStateAction<Draft>) => {
      setKept(change);
      touch();
    },
    [touch],
  );
  /** It has been sent, also when whoever wrote it has gone on to another page; what was typed since stays. */
  const clear = useCallback(
    (sent: SentMessage) => {
      const left = draftLeft(readDraft(localStorage, key), sent);
      keepDraft(localStorage, key, left);
      setKept(left);
      clearCopy();
    },
    [key, clearCopy],
  );
  return { draft, setDraft, isKept, clear, other };
};
