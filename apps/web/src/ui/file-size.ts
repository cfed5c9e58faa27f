import type { Language } from '../i18n/language.ts';

const UNITS = { ru: ['Б', 'КБ', 'МБ'], en: ['B', 'KB', 'MB'] } as const;

/** 1,4 МБ: bytes in the largest unit that keeps the number at one or more, 1024 bytes to a kilobyte. */
export const fileSize = (bytes: number, language: Language): string => {
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const value = bytes / 1024 ** step;
  const digits = step === 0 || value >= 10 ? 0 : 1;
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${UNITS[language][step]}`;
};
