import { outside as en } from '../i18n/en/outside.ts';
import { outside as ru, type OutsideWords } from '../i18n/ru/outside.ts';
import { useI18n } from '../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of keys, webhooks and the reference, in the language of the screen; they load with these screens. */
export const useOutsideWords = (): OutsideWords => catalogues[useI18n().language];
