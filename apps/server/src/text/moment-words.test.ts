import { parseTimeZone } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { at } from '../testing/told-ticket.ts';
import { endWords, momentWords } from './moment-words.ts';

const zone = (name: string) => {
  const parsed = parseTimeZone(name);
  if (parsed === null) throw new Error(name);
  return parsed;
};
const moscow = zone('Europe/Moscow');

describe('moments in letters and on pages', () => {
  it('are told on the desk’s clock with its name', () => {
    expect(momentWords(moscow, at('2026-11-23T09:00:34Z'), 'ru')).toBe('пн 23.11.2026, 12:00 (МСК)');
    expect(momentWords(moscow, at('2026-11-23T09:00:00Z'), 'en')).toBe('Mon 23 Nov 2026, 12:00 (UTC+3)');
    expect(momentWords(moscow, at('2026-11-23T09:00:34Z'), 'en')).toBe('Mon 23 Nov 2026, 12:00 (UTC+3)');
    expect(momentWords(zone('Asia/Yekaterinburg'), at('2026-11-23T09:00:00Z'), 'ru')).toBe(
      'пн 23.11.2026, 14:00 (МСК+2)',
    );
    expect(momentWords(zone('Asia/Kolkata'), at('2026-11-23T21:00:00Z'), 'ru')).toBe(
      'вт 24.11.2026, 02:30 (UTC+5:30)',
    );
    expect(momentWords(zone('America/New_York'), at('2026-11-23T02:00:00Z'), 'en')).toBe(
      'Sun 22 Nov 2026, 21:00 (UTC−5)',
    );
  });

  it('an end at midnight is 24:00 of the day before, a second later it is the next day', () => {
    expect(endWords(moscow, at('2026-12-08T00:00:00+03:00'), 'ru')).toBe('пн 07.12.2026, 24:00 (МСК)');
    expect(endWords(moscow, at('2026-12-08T00:00:01+03:00'), 'ru')).toBe('вт 08.12.2026, 00:00 (МСК)');
    expect(endWords(moscow, at('2026-12-07T23:59:00+03:00'), 'ru')).toBe('пн 07.12.2026, 23:59 (МСК)');
  });
});
