import { instant, localDateOf, parseTimeZone } from '@reglament/working-time';

/** The date of an instant on the desk's wall calendar: `2026-11-21`. */
export const dayOf = (zone: string, at: number): string => {
  const known = parseTimeZone(zone);
  return known === null ? '' : localDateOf(known, instant(Math.floor(at)));
};
