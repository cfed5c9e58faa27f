import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, instant, parseInstant } from './index.ts';
import { moscow, zone } from './test/cases.ts';

const END = Date.UTC(2201, 0, 1);

describe('an instant', () => {
  it.each([0, 1, 1_764_000_000_000, END - 1])('%s ms is one', (ms) => {
    expect(instant(ms)).toBe(ms);
  });
  it.each([-1, END, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s ms is none', (ms) => {
    expect(() => instant(ms)).toThrow(RangeError);
  });
});

describe('reading RFC 3339', () => {
  it.each([
    ['2026-11-23T10:30:00+03:00', Date.UTC(2026, 10, 23, 7, 30)],
    ['2026-11-23T10:30+03:00', Date.UTC(2026, 10, 23, 7, 30)],
    ['2026-11-23T10:30:00Z', Date.UTC(2026, 10, 23, 10, 30)],
    ['2026-11-23t10:30:00z', Date.UTC(2026, 10, 23, 10, 30)],
    ['2026-11-23T10:30:00.5-05:30', Date.UTC(2026, 10, 23, 16, 0, 0, 500)],
    ['2026-11-23T10:30:00.123456789Z', Date.UTC(2026, 10, 23, 10, 30, 0, 123)],
    ['2024-02-29T23:59:59-00:00', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['1970-01-01T00:00:00Z', 0],
    ['2200-12-31T23:59:59.999Z', END - 1],
  ])('%s', (text, ms) => {
    expect(parseInstant(text)).toBe(ms);
  });

  it.each([
    ['no offset', '2026-11-23T10:30:00'],
    ['a date alone', '2026-11-23'],
    ['a date that does not exist', '2024-02-30T10:30:00Z'],
    ['29 February of a common year', '2023-02-29T10:30:00Z'],
    ['month 13', '2026-13-01T10:30:00Z'],
    ['hour 24', '2026-11-23T24:00:00Z'],
    ['minute 60', '2026-11-23T10:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset of 24 hours', '2026-11-23T10:30:00+24:00'],
    ['an offset of 60 minutes', '2026-11-23T10:30:00+03:60'],
    ['an offset without a colon', '2026-11-23T10:30:00+0300'],
    ['a space', '2026-11-23 10:30:00Z'],
    ['something after it', '2026-11-23T10:30:00Z\n'],
    ['a time before 1970', '1970-01-01T00:00:00+00:01'],
    ['a time after 2200', '2200-12-31T23:59:59-00:01'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('writing RFC 3339', () => {
  it.each([
    ['Europe/Moscow', Date.UTC(2026, 10, 23, 7, 30), '2026-11-23T10:30:00+03:00'],
    ['Europe/Moscow', Date.UTC(2012, 0, 1), '2012-01-01T04:00:00+04:00'],
    ['UTC', 0, '1970-01-01T00:00:00+00:00'],
    ['Asia/Kathmandu', Date.UTC(2026, 10, 23), '2026-11-23T05:45:00+05:45'],
    ['America/St_Johns', Date.UTC(2026, 10, 23), '2026-11-22T20:30:00-03:30'],
    ['Antarctica/Troll', Date.UTC(2026, 6, 1), '2026-07-01T02:00:00+02:00'],
    ['Europe/Moscow', Date.UTC(2026, 10, 23, 7, 30, 5, 7), '2026-11-23T10:30:05.007+03:00'],
  ])('in %s', (id, ms, text) => {
    expect(formatInstant(instant(ms), zone(id))).toBe(text);
  });

  it('names the instant even where the offset had seconds', () => {
    const monrovia = zone('Africa/Monrovia');
    const text = formatInstant(instant(Date.UTC(1971, 5, 1)), monrovia);
    expect(text).toBe('1971-05-31T23:16:00-00:44');
    expect(parseInstant(text)).toBe(Date.UTC(1971, 5, 1));
  });

  it('reads back what it wrote, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone').map(zone);
    fc.assert(
      fc.property(
        fc.integer({ min: 86_400_000, max: END - 86_400_001 }),
        fc.constantFrom(...zones),
        (ms, id) => {
          expect(parseInstant(formatInstant(instant(ms), id))).toBe(ms);
        },
      ),
      { numRuns: 500 },
    );
    expect(parseInstant(formatInstant(instant(0), moscow))).toBe(0);
  });
});

describe('the whole text is an instant', () => {
  it('with the greatest offsets, and nothing before or after it', () => {
    expect(parseInstant('2026-11-23T12:00:00+23:59')).toBe(Date.UTC(2026, 10, 22, 12, 1));
    expect(parseInstant('2026-11-23T12:00:00-23:59')).toBe(Date.UTC(2026, 10, 24, 11, 59));
    for (const text of ['2026-11-23T12:00:00+24:00', 'x2026-11-23T12:00:00Z', '2026-11-23T12:00:00Zx']) {
      expect(parseInstant(text)).toBeNull();
    }
  });
});
