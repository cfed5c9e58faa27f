import { formatInstant, type Instant, parseTimeZone } from '@reglament/working-time';

const MOSCOW = parseTimeZone('Europe/Moscow');

/** `2025-02-07 16:00`, by Moscow's wall clock. */
export const moscowText = (at: Instant): string => {
  if (MOSCOW === null) throw new Error('no zone');
  return formatInstant(at, MOSCOW).slice(0, 16).replace('T', ' ');
};
