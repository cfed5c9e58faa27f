import type { Language } from './language.ts';
import type { Messages } from './ru.ts';

/** Each in a file of its own: a browser loads the words of one language. */
const loading: Readonly<Record<Language, () => Promise<Messages>>> = {
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
};

/** The words of a language. */
export const loadMessages = (language: Language): Promise<Messages> => loading[language]();
