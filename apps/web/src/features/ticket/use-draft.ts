import { useEffect, useState } from 'react';
import { keepDraft, readDraft, type Draft } from './draft.ts';

/** A draft that survives the page: kept in this browser at every change, until cleared. */
export const useDraft = (key: string) => {
  const [draft, setDraft] = useState<Draft>(() => readDraft(localStorage, key));
  const [isKept, setIsKept] = useState(true);
  useEffect(() => setIsKept(keepDraft(localStorage, key, draft)), [key, draft]);
  return { draft, setDraft, isKept };
};
