import type { Language } from '@reglament/desk';
import { pageWords } from '../pages/words.ts';
import { type CallbackWish, callbackWish } from '../text/callback-wish.ts';
import { ProblemAnswer } from './problem-reply.ts';

interface Asked {
  readonly typed: string;
  /** Where it stands in the body. */
  readonly pointer: string;
  /** Whether the package that serves them talks by telephone. */
  readonly isGiven: boolean;
}

/** The number that a customer typed to be called back on, with what the conversation says of it; throws where it is none, and where nobody would call. */
export const askedCallback = ({ typed, pointer, isGiven }: Asked, language: Language): CallbackWish => {
  if (!isGiven) {
    const detail = pageWords[language].problems['callback-not-given'];
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'callback-not-given', detail }] });
  }
  const wish = callbackWish(typed, language);
  if (wish === null)
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'invalid-text' }] });
  return wish;
};
