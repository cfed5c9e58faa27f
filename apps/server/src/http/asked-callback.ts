import type { Language } from '@reglament/desk';
import { readPhone } from '../text/phone.ts';
import { ProblemAnswer } from './problem-reply.ts';

const words: Readonly<Record<Language, (phone: string) => string>> = {
  ru: (phone) => `Перезвоните мне, пожалуйста: ${phone}`,
  en: (phone) => `Please call me back: ${phone}`,
};

/** The number that a customer typed to be called back on, with what the conversation says of it; throws where it is none. */
export const askedCallback = (
  typed: string,
  pointer: string,
  language: Language,
): { readonly phone: string; readonly says: string } => {
  const phone = readPhone(typed);
  if (phone === null)
    throw new ProblemAnswer('invalid-request', { errors: [{ pointer, code: 'invalid-text' }] });
  return { phone, says: words[language](phone) };
};
