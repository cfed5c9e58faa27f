import { people as en } from '../../../i18n/en/people.ts';
import { people as ru, type PeopleWords } from '../../../i18n/ru/people.ts';
import { useI18n } from '../../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of the section in the language of the screen; they load with it. */
export const usePeopleWords = (): PeopleWords => catalogues[useI18n().language];
