import { describe, expect, it } from 'vitest';
import { dateText } from './date-text.ts';

const words = { today: 'Сегодня', yesterday: 'Вчера' };
const ru = dateText('ru', 'Europe/Moscow');

describe('dateText', () => {
  it('writes dates as Russians do, in the zone of the desk', () => {
    expect(ru.full('2026-11-21T09:05:00Z')).toBe('21.11.2026, 12:05');
    expect(ru.short('2026-11-23T09:00:00Z')).toBe('пн 23.11, 12:00');
    expect(ru.date('2026-11-20T21:00:00Z')).toBe('21.11.2026');
    expect(ru.time('2026-11-20T21:00:00Z')).toBe('00:00');
  });

  it('writes English with the same 24 hours', () => {
    const en = dateText('en', 'Europe/Moscow');
    expect(en.short('2026-11-23T21:30:00Z')).toBe('Tue 24 Nov, 00:30');
    expect(en.full('2026-11-21T09:05:00Z')).toBe('21 Nov 2026, 12:05');
    expect(en.date('2026-11-03T21:00:00Z')).toBe('4 Nov 2026');
  });

  it('names today and yesterday by the local date, not by 24 hours', () => {
    const now = Date.parse('2026-11-20T21:10:00Z');
    expect(ru.day('2026-11-20T21:00:00Z', now, words)).toBe('Сегодня');
    expect(ru.day('2026-11-20T20:59:00Z', now, words)).toBe('Вчера');
    expect(ru.day('2026-11-19T20:59:00Z', now, words)).toBe('четверг, 19 ноября');
    expect(ru.day('2025-11-19T20:59:00Z', now, words)).toBe('19 ноября 2025 г.');
  });
});
