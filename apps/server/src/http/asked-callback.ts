import type { Language } from '@reglament/desk';
import { type CallbackWish, callbackWish } from '../text/callback-wish.ts';
import { ProblemAnswer } from './problem-reply.ts';

/** The number that a customer typed to be called back on, with what the conversation says of it; throws where it is none. */
export const askedCallback = (typed: string, pointer: string, language: Language): CallbackWish => {
  const wish = callbackWish(typed, language);
  if (wish === null)
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'invalid-text' }] });
  return wish;
};
