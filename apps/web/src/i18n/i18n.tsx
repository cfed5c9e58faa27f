import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './en.ts';
import { keepLanguage, readLanguage, type Language } from './language.ts';
import { ru, type Messages } from './ru.ts';

export interface I18n {
  readonly language: Language;
  readonly m: Messages;
  readonly setLanguage: (language: Language) => void;
  /** The sentence of a bilingual text in the language of the screen. */
  readonly say: (text: { readonly ru: string; readonly en: string }) => string;
}

const catalogues: Readonly<Record<Language, Messages>> = { ru, en };

const Context = createContext<I18n | null>(null);

export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(readLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);

  const value = useMemo<I18n>(
    () => ({ language, m: catalogues[language], setLanguage, say: (text) => text[language] || text.ru }),
    [language],
  );
  return <Context value={value}>{children}</Context>;
}

export const useI18n = (): I18n => {
  const value = use(Context);
  if (value === null) throw new Error('useI18n outside of I18nProvider');
  return value;
};
