import { useMemo } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { type DateText, dateText } from '../../ui/date-text.ts';

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Dates on the clock of the person's own device: an account belongs to no desk. */
export const useLocalDates = (): DateText => {
  const { language } = useI18n();
  return useMemo(() => dateText(language, ownZone()), [language]);
};
