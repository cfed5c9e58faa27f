import { account as en } from '../../i18n/en/account.ts';
import { account as ru, type AccountWords } from '../../i18n/ru/account.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of the account in the language of the screen; they load with it. */
export const useWords = (): AccountWords => catalogues[useI18n().language];
