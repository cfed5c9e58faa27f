import { useCallback, useEffect, useState } from 'react';

/** How a value that outlives its page is read, and when there is nothing to keep. */
export interface Keeping<Value> {
  /** From what JSON gave, `null` when nothing was kept. */
  readonly read: (kept: unknown) => Value;
  readonly isNothing: (value: Value) => boolean;
}

const readKept = <Value>(key: string, keeping: Keeping<Value>): Value => {
  try {
    return keeping.read(JSON.parse(localStorage.getItem(key) ?? 'null') as unknown);
  } catch {
    return keeping.read(null);
  }
};

/**
 * A value that is kept in this browser at every change until it is nothing again; other tabs go along.
 * The key names the person: whoever signs in next in this browser finds nothing of theirs. `keeping` never changes.
 */
export const useKept = <Value>(key: string, keeping: Keeping<Value>) => {
  const [value, setValue] = useState(() => readKept(key, keeping));
  useEffect(() => {
    try {
      if (keeping.isNothing(value)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still sends.
    }
  }, [key, value, keeping]);
  useEffect(() => {
    // Told to other tabs only, never to the one that writes. A key of null: all was cleared.
    const handleStorage = (event: StorageEvent) => {
      if (event.key === key || event.key === null) setValue(readKept(key, keeping));
    };
    window.addEventListener('storage', handleStorage);
    return () => window.removeEventListener('storage', handleStorage);
  }, [key, keeping]);
  /** It has been sent, also when the page that wrote it is no longer shown. @param leftOf what of the value stays; nothing unless said */
  const clear = useCallback(
    (leftOf: (value: Value) => Value = () => keeping.read(null)) => {
      const left = leftOf(readKept(key, keeping));
      if (keeping.isNothing(left)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(left));
      setValue(left);
    },
    [key, keeping],
  );
  return { value, setValue, clear };
};
