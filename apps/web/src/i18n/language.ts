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
