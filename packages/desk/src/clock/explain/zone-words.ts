import { type Instant, type TimeZoneId, toInstant, wallTime } from '@reglament/working-time';
import type { Language } from './time-words.ts';

// What people in Russia call their time; other zones are told by their distance from UTC.
const RUSSIAN: Readonly<Record<string, string>> = {
  'Europe/Kaliningrad': 'МСК−1',
  'Europe/Moscow': 'МСК',
  'Europe/Samara': 'МСК+1',
  'Asia/Yekaterinburg': 'МСК+2',
  'Asia/Omsk': 'МСК+3',
  'Asia/Krasnoyarsk': 'МСК+4',
  'Asia/Novosibirsk': 'МСК+4',
  'Asia/Irkutsk': 'МСК+5',
  'Asia/Yakutsk': 'МСК+6',
  'Asia/Vladivostok': 'МСК+7',
  'Asia/Magadan': 'МСК+8',
  'Asia/Kamchatka': 'МСК+9',
};

const MINUTE_MS = 60_000;
const UTC = 'UTC' as TimeZoneId;

const utcWords = (zone: TimeZoneId, at: Instant): string => {
  const { date, hour, minute, second } = wallTime(zone, at);
  // With the seconds of the wall clock, or half a minute would be rounded away from the zone.
  const offset = Math.round((toInstant(UTC, date, 0) - at) / MINUTE_MS + hour * 60 + minute + second / 60);
  const minutes = Math.abs(offset) % 60;
  const sign = offset < 0 ? '−' : '+';
  return `UTC${sign}${Math.floor(Math.abs(offset) / 60)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
};

/** `МСК` for Moscow in Russian, else the distance from UTC: `UTC+3`. */
export const zoneWords = (zone: TimeZoneId, at: Instant, language: Language): string =>
  (language === 'ru' ? RUSSIAN[zone] : undefined) ?? utcWords(zone, at);
