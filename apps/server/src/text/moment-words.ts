import { dateWords, type Language, timeWords } from '@reglament/desk';
import { instant, localDateOf, type Instant, type TimeZoneId, wallTime } from '@reglament/working-time';

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

const utcWords = (zone: TimeZoneId, at: Instant): string => {
  const { date, hour, minute } = wallTime(zone, at);
  const offset = Math.round((Date.parse(`${date}T00:00:00Z`) - at) / MINUTE_MS) + hour * 60 + minute;
  const minutes = Math.abs(offset) % 60;
  const sign = offset < 0 ? '−' : '+';
  return `UTC${sign}${Math.floor(Math.abs(offset) / 60)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
};

/** `МСК` for Moscow in Russian, else the distance from UTC: `UTC+3`. */
export const zoneWords = (zone: TimeZoneId, at: Instant, language: Language): string =>
  (language === 'ru' ? RUSSIAN[zone] : undefined) ?? utcWords(zone, at);

/** Seconds are dropped: a deadline is never told later than it is. */
const toMinute = (at: Instant): Instant => instant(Math.floor(at / MINUTE_MS) * MINUTE_MS);

/** `пн 23.11.2026, 12:00 (МСК)`: an instant on the wall clock of the desk. */
export const momentWords = (zone: TimeZoneId, at: Instant, language: Language): string =>
  `${shortMoment(zone, at, language)} (${zoneWords(zone, at, language)})`;

/** The same for an end: midnight is the end of the day before, `вс 22.11.2026, 24:00 (МСК)`. */
export const endWords = (zone: TimeZoneId, at: Instant, language: Language): string => {
  const { hour, minute, second } = wallTime(zone, at);
  if (hour !== 0 || minute !== 0 || second !== 0) return momentWords(zone, at, language);
  const date = localDateOf(zone, instant(at - 1));
  return `${dateWords(date, language)}, 24:00 (${zoneWords(zone, at, language)})`;
};

/** `пн 23.11.2026, 12:00`, where the zone is told beside. */
export const shortMoment = (zone: TimeZoneId, at: Instant, language: Language): string =>
  `${dateWords(localDateOf(zone, at), language)}, ${timeWords(zone, toMinute(at))}`;
