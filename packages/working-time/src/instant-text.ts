import { checkedInstant, DAY, HOUR, instantOrNull, MINUTE, SECOND, type Instant } from './instant.ts';
import { dateOfDayNumber, dayNumber, isCivilDate } from './local-date.ts';
import { offsetAt, type TimeZoneId } from './time-zone.ts';

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Reads RFC 3339 with a mandatory offset or Z; seconds may be left out, digits below the millisecond are cut.
 * Null for another form, a date or time that does not exist (a leap second too) and beyond the years 1970 to 2200.
 *
 *     parseInstant('2026-11-23T09:00+03:00') // 1_795_413_600_000
 */
export const parseInstant = (text: string): Instant | null => {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (!isCivilDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  if (part(9) > 23 || part(10) > 59) return null;
  const ms = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (match[8] === '-' ? -1 : 1) * (part(9) * HOUR + part(10) * MINUTE);
  return instantOrNull(
    dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + ms - offset,
  );
};

/**
 * Writes RFC 3339 with the zone's offset to the second, milliseconds only where there are any:
 * 2026-11-23T10:30:00+03:00. Throws WorkingTimeError 'instant-invalid', 'zone-unknown'.
 */
export const formatInstant = (t: Instant, zone: TimeZoneId): string => {
  // RFC 3339 has no seconds in an offset (Liberia had them until 1972): the shown pair still names the same instant.
  const offset = Math.trunc(offsetAt(zone, checkedInstant(t, 't')) / MINUTE) * MINUTE;
  const wall = t + offset;
  const day = Math.floor(wall / DAY);
  const time = wall - day * DAY;
  const clock = [
    Math.floor(time / HOUR),
    Math.floor((time % HOUR) / MINUTE),
    Math.floor((time % MINUTE) / SECOND),
  ];
  const ms = time % SECOND === 0 ? '' : `.${String(time % SECOND).padStart(3, '0')}`;
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const shift = `${sign}${two(Math.floor(size / HOUR))}:${two((size % HOUR) / MINUTE)}`;
  return `${dateOfDayNumber(day)}T${clock.map(two).join(':')}${ms}${shift}`;
};
