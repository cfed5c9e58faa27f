import type { Text } from '@reglament/desk';
import type { Instant, TimeZoneId } from '@reglament/working-time';

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (locale: 'ru' | 'en-GB', zone: TimeZoneId): Intl.DateTimeFormat => {
  const key = `${locale} ${zone}`;
  const known =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'short',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  formatters.set(key, known);
  return known;
};

/** An instant as people of a desk read it, in its zone: `пн, 23.11.2026, 12:00`. */
export const momentWords =
  (zone: TimeZoneId) =>
  (at: Instant): Text => ({
    ru: formatterOf('ru', zone).format(at),
    en: formatterOf('en-GB', zone).format(at),
  });
