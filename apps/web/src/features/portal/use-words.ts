import { portal as en } from '../../i18n/en/portal.ts';
import { portal as ru, type PortalWords } from '../../i18n/ru/portal.ts';
import { useI18n } from '../../i18n/i18n.tsx';

const catalogues = { ru, en } as const;

/** Words of the portal in the language of the screen; they load with it, so that the workspace need not wait for them. */
export const usePortalWords = (): PortalWords => catalogues[useI18n().language];
