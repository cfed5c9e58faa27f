import type { CallOptions } from '@reglament/contract';
import { useCallback, useRef } from 'react';
import { isAnswered, nextIntent, type Intent } from './intent.ts';

type Sender<Body, Reply> = (body: Body, options: CallOptions) => Promise<Reply>;

/** Sends with an Idempotency-Key of its own for every intent, the same one when it is tried again. */
export const useIntent = <Body, Reply>(send: Sender<Body, Reply>) => {
  const unanswered = useRef<Intent | null>(null);
  return useCallback(
    async (body: Body, version: number | null): Promise<Reply> => {
      const intent = nextIntent(unanswered.current, JSON.stringify(body), version, () => crypto.randomUUID());
      unanswered.current = intent;
      try {
        const options = {
          idempotencyKey: intent.key,
          ...(intent.version === null ? {} : { version: intent.version }),
        };
        const reply = await send(body, options);
        unanswered.current = null;
        return reply;
      } catch (error) {
        if (isAnswered(error)) unanswered.current = null;
        throw error;
      }
    },
    [send],
  );
};
