import { setup as en } from '../../i18n/en/setup.ts';
import { setup as ru, type SetupWords } from '../../i18n/ru/setup.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of the first start in the language of the screen; they load with it. */
export const useSetupWords = (): SetupWords => catalogues[useI18n().language];
