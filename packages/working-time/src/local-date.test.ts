import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, parseLocalDate, weekdayOf, type LocalDate } from './index.ts';
import { date } from './test/cases.ts';

describe('reading a date', () => {
  it.each(['1970-01-01', '2024-02-29', '2000-02-29', '2200-12-31', '2026-11-30'])('%s exists', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });
  it.each([
    '2024-02-30',
    '2023-02-29',
    '2100-02-29',
    '2026-11-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1969-12-31',
    '2201-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('%j does not', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
});

describe('arithmetic of dates', () => {
  it.each([
    ['1970-01-01', 4],
    ['2024-02-29', 4],
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['2200-12-31', 3],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(date(day))).toBe(weekday);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 0, '2026-03-29'],
    ['2026-01-01', 365, '2027-01-01'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s and %i days is %s', (day, count, result) => {
    expect(addDays(date(day), count)).toBe(result);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-08-31', 12, '2027-08-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %i months is %s', (day, count, result) => {
    expect(addMonths(date(day), count)).toBe(result);
  });

  it('refuses fractions and dates that four digits cannot write', () => {
    const day = date('2026-01-01');
    expect(() => addDays(day, 0.5)).toThrow(RangeError);
    expect(() => addMonths(day, Number.NaN)).toThrow(RangeError);
    expect(() => addDays(day, 4_000_000)).toThrow(RangeError);
    expect(() => addMonths(day, -30_000)).toThrow(RangeError);
  });

  it('agrees with the proleptic Gregorian calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        const expected = new Date(days * 86_400_000);
        const day = addDays('1970-01-01' as LocalDate, days);
        expect(day).toBe(expected.toISOString().slice(0, 10));
        expect(weekdayOf(day) % 7).toBe(expected.getUTCDay());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the ends of months and of years', () => {
  it.each([
    ['04', 30],
    ['06', 30],
    ['09', 30],
    ['11', 30],
    ['12', 31],
  ])('month %s has %i days', (month, days) => {
    expect(parseLocalDate(`2026-${month}-${days}`)).toBe(`2026-${month}-${days}`);
    expect(parseLocalDate(`2026-${month}-${days + 1}`)).toBeNull();
  });

  it('the first and the last date of four digits can be reached, none beyond', () => {
    const [first, last] = [addDays(date('1970-01-01'), -719_162), addDays(date('1970-01-01'), 2_932_896)];
    expect([first, last]).toEqual(['0001-01-01', '9999-12-31']);
    expect(() => addDays(first, -1)).toThrow(RangeError);
    expect(() => addDays(last, 1)).toThrow(RangeError);
  });
});
