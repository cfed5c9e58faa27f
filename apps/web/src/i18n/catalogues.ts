import type { Language } from './language.ts';
import type { Messages } from './ru.ts';

type Words = Readonly<Record<Language, () => Promise<Partial<Messages>>>>;

/** What every screen says, those of customers and of sign-in among them. */
const everybodys: Words = {
  ru: async () => (await import('./ru/shell.ts')).shell,
  en: async () => (await import('./en/shell.ts')).shell,
};

/** With what only the workspace says. */
const staffs: Words = {
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
};

/** Filled as words arrive: a screen of staff is shown when its words are there. */
const known = new Map<Language, Partial<Messages>>();
let areStaff = false;

/** The words of a language; those of the workspace are among them from `loadStaffWords` on. */
export const loadMessages = async (language: Language): Promise<Messages> => {
  const words = known.get(language) ?? {};
  known.set(language, words);
  return Object.assign(words, await (areStaff ? staffs : everybodys)[language]()) as Messages;
};

/** To be waited for before anything of the workspace is shown: customers' browsers do without its words. */
export const loadStaffWords = async (): Promise<void> => {
  areStaff = true;
  await Promise.all([...known.keys()].map(loadMessages));
};
