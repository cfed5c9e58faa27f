import { type LocalDate, parseLocalDate } from '@reglament/working-time';

/** A date as tables have it: `21.11.2026` or `2026-11-21`; null: it can't be read. */
export const readDate = (typed: string): LocalDate | null => {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
  return parseLocalDate(
    year === undefined ? typed : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`,
  );
};
