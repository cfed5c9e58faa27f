import { formatInstant, parseTimeZone, type TimeZoneId } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { readAgreedDate } from './read-agreed-date.ts';

const zoneOf = (name: string): TimeZoneId => {
  const zone = parseTimeZone(name);
  if (zone === null) throw new Error(name);
  return zone;
};

/** What was read, or why not, with the instants to choose from; on the zone's wall clock. */
const read = (name: string, typed: string): readonly string[] => {
  const zone = zoneOf(name);
  const found = readAgreedDate(zone, typed);
  if (found.ok) return [formatInstant(found.value, zone)];
  return [found.refusal.code, ...(found.refusal.choices ?? []).map((at) => formatInstant(at, zone))];
};

describe('a date as people type it', () => {
  test.each([
    ['Europe/Moscow', '2026-11-23T12:00', ['2026-11-23T12:00:00+03:00']],
    ['Europe/Moscow', '2026-11-23 12:00', ['2026-11-23T12:00:00+03:00']],
    ['Europe/Moscow', '2026-11-23T12:00+03:00', ['2026-11-23T12:00:00+03:00']],
    ['Asia/Kathmandu', '2026-11-23T12:00', ['2026-11-23T12:00:00+05:45']],
    // The clocks go forward: 02:00 becomes 03:00.
    ['Europe/Berlin', '2026-03-29T01:59', ['2026-03-29T01:59:00+01:00']],
    [
      'Europe/Berlin',
      '2026-03-29T02:00',
      ['date-skipped', '2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'],
    ],
    [
      'Europe/Berlin',
      '2026-03-29T02:59',
      ['date-skipped', '2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'],
    ],
    ['Europe/Berlin', '2026-03-29T03:00', ['2026-03-29T03:00:00+02:00']],
    // The clocks go back: 03:00 becomes 02:00.
    ['Europe/Berlin', '2026-10-25T01:59', ['2026-10-25T01:59:00+02:00']],
    [
      'Europe/Berlin',
      '2026-10-25T02:30',
      ['date-ambiguous', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
    ],
    ['Europe/Berlin', '2026-10-25T02:30+01:00', ['2026-10-25T02:30:00+01:00']],
    ['Europe/Berlin', '2026-10-25T02:30+02:00', ['2026-10-25T02:30:00+02:00']],
    ['Europe/Berlin', '2026-10-25T02:30+03:00', ['date-unreadable']],
    ['Europe/Berlin', '2026-10-25T03:00', ['2026-10-25T03:00:00+01:00']],
    [
      'Australia/Lord_Howe',
      '2026-04-05T01:45',
      ['date-ambiguous', '2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
    ],
    ['Europe/London', '2026-06-01T12:00Z', ['date-unreadable']],
    ['Europe/London', '2026-12-01T12:00Z', ['2026-12-01T12:00:00+00:00']],
    // Samoa had no 30 December 2011.
    [
      'Pacific/Apia',
      '2011-12-30T12:00',
      ['date-skipped', '2011-12-29T23:59:00-10:00', '2011-12-31T00:00:00+14:00'],
    ],
    // A fold without summer time.
    [
      'Europe/Moscow',
      '2014-10-26T01:30',
      ['date-ambiguous', '2014-10-26T01:30:00+04:00', '2014-10-26T01:30:00+03:00'],
    ],
  ])('%s %s', (zone, typed, expected) => expect(read(zone, typed)).toEqual(expected));

  test.each([
    '2026-02-29T12:00',
    '2026-13-01T12:00',
    '2026-11-23T24:00',
    '2026-11-23',
    '23.11.2026 12:00',
    '',
    'завтра',
  ])('%s can not be read', (typed) => expect(read('Europe/Moscow', typed)).toEqual(['date-unreadable']));

  test.each(['1969-12-31T12:00', '0001-01-01T00:00', '2201-01-01T00:00', '9999-12-31T23:59'])(
    '%s lies outside the known years',
    (typed) => expect(read('Europe/Moscow', typed)).toEqual(['date-out-of-range']),
  );
});
