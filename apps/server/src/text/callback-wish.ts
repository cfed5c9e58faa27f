import type { Language } from '@reglament/desk';
import { readPhone } from './phone.ts';

const words: Readonly<Record<Language, (phone: string) => string>> = {
  ru: (phone) => `Перезвоните мне, пожалуйста: ${phone}`,
  en: (phone) => `Please call me back: ${phone}`,
};

/** A customer's wish to be called back. */
export interface CallbackWish {
  /** E.164. */
  readonly phone: string;
  /** What the conversation says of it. */
  readonly says: string;
}

/** The number that a customer typed to be called back on; null: it is none. */
export const callbackWish = (typed: string, language: Language): CallbackWish | null => {
  const phone = readPhone(typed);
  return phone === null ? null : { phone, says: words[language](phone) };
};
