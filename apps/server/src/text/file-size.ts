import type { Language } from '@reglament/desk';

const KB = 1024;

/** `512 Б`, `12 КБ`, `3,4 МБ`. */
export const fileSize = (bytes: number, language: Language): string => {
  const number = (value: number, digits: number): string =>
    value.toLocaleString(language, { maximumFractionDigits: digits });
  if (bytes < KB) return `${bytes} ${language === 'ru' ? 'Б' : 'B'}`;
  if (bytes < KB * KB) return `${number(bytes / KB, 0)} ${language === 'ru' ? 'КБ' : 'kB'}`;
  return `${number(bytes / KB / KB, 1)} ${language === 'ru' ? 'МБ' : 'MB'}`;
};
