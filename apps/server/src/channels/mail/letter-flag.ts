/** Oddities that a letter may carry without being refused. */
export const LETTER_FLAGS = [
  'no-message-id',
  'from-missing',
  'from-several',
  'from-group',
  'from-invalid',
  'charset-guessed',
  'nul-removed',
  'subject-cut',
  'text-as-file',
  'text-cut',
  'date-unreadable',
  'date-implausible',
  'signed',
] as const;

export type LetterFlag = (typeof LETTER_FLAGS)[number];
