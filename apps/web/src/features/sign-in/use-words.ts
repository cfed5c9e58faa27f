import { useI18n } from '../../i18n/i18n.tsx';
import { waysIn as en } from '../../i18n/en/ways-in.ts';
import { waysIn as ru, type WaysInWords } from '../../i18n/ru/ways-in.ts';

const catalogues = { ru, en } as const;

/** Words of the ways in, in the language of the screen; they load with the sign-in. */
export const useWords = (): WaysInWords => catalogues[useI18n().language];
