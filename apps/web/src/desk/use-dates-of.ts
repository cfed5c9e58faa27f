import { useI18n } from '../i18n/i18n.tsx';
import { dateText, type DateText } from '../ui/date-text.ts';
import { useDesk } from './desk-context.tsx';

/** How the dates of a certificate are written: on the wall clock that they are of (R37); null: the desk's. */
export const useDatesOf = (zone: string | null): DateText => {
  const { language } = useI18n();
  const { dates } = useDesk();
  return zone === null ? dates : dateText(language, zone);
};
