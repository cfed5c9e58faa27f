import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { loadMessages } from './catalogues.ts';
import { keepLanguage, onLanguageKept, type Language } from './language.ts';
import type { Messages } from './ru.ts';
import { loadPartsWords } from './words-of.ts';

export interface I18n {
  readonly language: Language;
  readonly m: Messages;
  /** The screen stays as it is until the words are there. */
  readonly setLanguage: (language: Language) => void;
  /** The sentence of a bilingual text in the language of the screen. */
  readonly say: (text: { readonly ru: string; readonly en: string }) => string;
}

const Context = createContext<I18n | null>(null);

interface Spoken {
  readonly language: Language;
  readonly m: Messages;
}

/** Everything that may be said on the page as it is, in a language. */
const loadSpoken = async (language: Language): Promise<Spoken> => {
  const [m] = await Promise.all([loadMessages(language), loadPartsWords(language)]);
  return { language, m };
};

/** @param first The language to begin with and its words, loaded before the first paint. */
export function I18nProvider({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);
  const { language } = spoken;

  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);

  // Another tab has chosen the other language.
  useEffect(() => onLanguageKept((next) => void loadSpoken(next).then(setSpoken)), []);

  const setLanguage = useCallback((next: Language) => {
    void loadSpoken(next).then(setSpoken);
  }, []);
  const value = useMemo<I18n>(
    () => ({ ...spoken, setLanguage, say: (text) => text[spoken.language] || text.ru }),
    [spoken, setLanguage],
  );
  return <Context value={value}>{children}</Context>;
}

export const useI18n = (): I18n => {
  const value = use(Context);
  if (value === null) throw new Error('useI18n outside of I18nProvider');
  return value;
};
