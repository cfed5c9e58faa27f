import { useCallback, useEffect, useState } from 'react';
import { emptyDraft, keepDraft, readDraft, type Draft } from './draft.ts';

/** A draft that survives the page: kept in this browser at every change, until cleared; its other tabs go along. */
export const useDraft = (key: string) => {
  const [draft, setDraft] = useState<Draft>(() => readDraft(localStorage, key));
  const [isKept, setIsKept] = useState(true);
  useEffect(() => setIsKept(keepDraft(localStorage, key, draft)), [key, draft]);
  useEffect(() => {
    // Told to other tabs only, never to the one that writes. A key of null: all was cleared.
    const handleStorage = (event: StorageEvent) => {
      if (event.key === key || event.key === null) setDraft(readDraft(localStorage, key));
    };
    window.addEventListener('storage', handleStorage);
    return () => window.removeEventListener('storage', handleStorage);
  }, [key]);
  /** It has been sent: also when whoever wrote it has gone on to another page. */
  const clear = useCallback(() => {
    keepDraft(localStorage, key, emptyDraft);
    setDraft(emptyDraft);
  }, [key]);
  return { draft, setDraft, isKept, clear };
};
