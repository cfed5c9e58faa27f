import { useEffect, useRef, useState } from 'react';

/**
 * Words of a field that are handed over, without the spaces around them, once typing has paused for `ms`. What stands in the field is
 * not touched by their coming back as `value`: only another value is put there.
 */
export const useSettledText = (value: string, onSettled: (text: string) => void, ms: number) => {
  const [typed, setTyped] = useState(value);
  const handedOver = useRef(value);
  useEffect(() => {
    if (handedOver.current === value) return;
    handedOver.current = value;
    setTyped(value);
  }, [value]);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === handedOver.current) return;
    const timer = window.setTimeout(() => {
      handedOver.current = wanted;
      onSettled(wanted);
    }, ms);
    return () => window.clearTimeout(timer);
  });
  return [typed, setTyped] as const;
};
