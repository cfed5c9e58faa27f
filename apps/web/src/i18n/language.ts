export type Language = 'ru' | 'en';

const KEY = 'reglament.language';

/** The language chosen last time in this browser; Russian until chosen. */
export const readLanguage = (): Language => {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
};

export const keepLanguage = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still switches for as long as the page lives.
  }
};

/** Hears of the language that another tab has chosen. @returns what stops it */
export const onLanguageKept = (hear: (language: Language) => void): (() => void) => {
  const handleStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === KEY && (newValue === 'ru' || newValue === 'en')) hear(newValue);
  };
  window.addEventListener('storage', handleStorage);
  return () => window.removeEventListener('storage', handleStorage);
};
