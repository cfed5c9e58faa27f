import type { CallOptions } from '@reglament/contract';
import { useCallback, useRef } from 'react';
import { isAnswered, nextIntent, type Intent } from './intent.ts';
import { keepIntent, readIntent } from './kept-intent.ts';

type Sender<Body, Reply> = (body: Body, options: CallOptions) => Promise<Reply>;

/**
 * Sends with an Idempotency-Key of its own for every intent, the same one when it is tried again.
 * @param keptAs where the draft is kept that is sent: then a retry after the page was loaded anew is the same intent, too
 */
export const useIntent = <Body, Reply>(send: Sender<Body, Reply>, keptAs?: string) => {
  const unanswered = useRef<Intent | null>(null);
  const running = useRef<{ readonly said: string; readonly reply: Promise<Reply> } | null>(null);
  const post = useCallback(
    async (body: Body, said: string, version: number | null): Promise<Reply> => {
      const before = unanswered.current ?? readIntent(keptAs);
      const intent = nextIntent(before, said, version, () => crypto.randomUUID());
      const note = (left: Intent | null) => {
        unanswered.current = left;
        keepIntent(keptAs, left);
      };
      note(intent);
      try {
        const options = {
          idempotencyKey: intent.key,
          ...(intent.version === null ? {} : { version: intent.version }),
        };
        const reply = await send(body, options);
        note(null);
        return reply;
      } catch (error) {
        if (isAnswered(error)) note(null);
        throw error;
      }
    },
    [send, keptAs],
  );
  return useCallback(
    (body: Body, version: number | null): Promise<Reply> => {
      const said = JSON.stringify(body);
      // A second press before the button could say that it is at work: it waits for what the first one brings.
      if (running.current?.said === said) return running.current.reply;
      const reply = post(body, said, version).finally(() => {
        running.current = null;
      });
      running.current = { said, reply };
      return reply;
    },
    [post],
  );
};
