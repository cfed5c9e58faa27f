import { administration as en } from '../../i18n/en/administration.ts';
import { administration as ru, type AdministrationWords } from '../../i18n/ru/administration.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of the administration in the language of the screen; they load with it, so that the first screen need not wait for them. */
export const useWords = (): AdministrationWords => catalogues[useI18n().language];
