import { dateWords, deskZoneOf, type Language, type Regulation, timeWords, zoneWords } from '@reglament/desk';
import { instant, localDateOf, type Instant, type TimeZoneId, wallTime } from '@reglament/working-time';

const MINUTE_MS = 60_000;

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

/** An end for staff: on the desk's clock, and on the customer's where the ticket goes by another one (R37). */
export const staffEndWords = (regulation: Regulation, at: Instant, language: Language): string => {
  const desk = endWords(deskZoneOf(regulation), at, language);
  if (regulation.zone === deskZoneOf(regulation)) return desk;
  return `${desk}, ${language === 'ru' ? 'у клиента' : 'for the customer'} ${endWords(regulation.zone, at, language)}`;
};

/** `пн 23.11.2026, 12:00`, where the zone is told beside. */
export const shortMoment = (zone: TimeZoneId, at: Instant, language: Language): string =>
  `${dateWords(localDateOf(zone, at), language)}, ${timeWords(zone, toMinute(at))}`;
