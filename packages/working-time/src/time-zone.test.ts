import { describe, expect, it } from 'vitest';
import {
  endOfLocalDate,
  formatInstant,
  localDateOf,
  parseTimeZone,
  toInstant,
  wallTime,
  type Instant,
} from './index.ts';
import { at, date, HOUR, zone } from './test/cases.ts';
import { offsetAt, zoneOf } from './time-zone.ts';
import { spansIn } from './zone-offsets.ts';

describe('a time zone', () => {
  it.each([
    ['Europe/Moscow', 'Europe/Moscow'],
    ['europe/moscow', 'Europe/Moscow'],
    ['UTC', 'UTC'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Asia/Katmandu', 'Asia/Katmandu'],
  ])('%s is named %s', (id, name) => {
    expect(parseTimeZone(id)).toBe(name);
  });
  it.each(['', 'Mars/Olympus', '+03:00', 'UTC+3', 'Europe/Moscow ', '../etc/passwd'])('%j is none', (id) => {
    expect(parseTimeZone(id)).toBeNull();
  });
  it('is the same one each time, with all that was found about it', () => {
    const id = zone('Asia/Kathmandu');
    expect(zoneOf(id)).toBe(zoneOf(id));
    expect(zoneOf(id).name).toBe(id);
  });
  it('a missing name is not the zone of this machine', () => {
    expect(parseTimeZone(undefined as never)).toBeNull();
    expect(parseTimeZone(null as never)).toBeNull();
  });
});

describe('offsets', () => {
  // Each row: the last second before the change and the first after it.
  it.each([
    ['Europe/Moscow', '2010-03-28T02:00+03:00', 3, 4],
    ['Europe/Moscow', '2010-10-31T03:00+04:00', 4, 3],
    ['Europe/Moscow', '2011-03-27T02:00+03:00', 3, 4],
    ['Europe/Moscow', '2014-10-26T02:00+04:00', 4, 3],
    ['Europe/Berlin', '2026-03-29T01:00Z', 1, 2],
    ['Europe/Berlin', '2026-10-25T01:00Z', 2, 1],
    ['America/New_York', '2026-03-08T07:00Z', -5, -4],
    ['America/New_York', '2026-11-01T06:00Z', -4, -5],
    ['Asia/Kathmandu', '1985-12-31T18:30Z', 5.5, 5.75],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', 11, 10.5],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 10.5, 11],
    ['Pacific/Apia', '2011-12-30T10:00Z', -10, 14],
    ['Africa/Casablanca', '2026-02-15T02:00Z', 1, 0],
    ['Africa/Casablanca', '2026-03-22T02:00Z', 0, 1],
    ['Antarctica/Troll', '2026-03-29T01:00Z', 0, 2],
    ['Antarctica/Troll', '2026-10-25T01:00Z', 2, 0],
  ])('%s changes at %s from %d to %d hours', (id, change, before, after) => {
    expect(offsetAt(zone(id), at(change) - 1)).toBe(before * HOUR);
    expect(offsetAt(zone(id), at(change))).toBe(after * HOUR);
  });

  it('Moscow changes its clock in 2010 and 2011, then once in 2014, and never since', () => {
    const moscow = zone('Europe/Moscow');
    const { starts } = spansIn(zoneOf(moscow), at('2010-01-01T00:00Z'), at('2040-01-01T00:00Z'));
    // The first span was there before and the last one never ends.
    const changes = starts.slice(1, -1).map((start) => formatInstant(start as Instant, moscow));
    expect(changes.filter((text) => text >= '2010')).toEqual([
      '2010-03-28T03:00:00+04:00',
      '2010-10-31T02:00:00+03:00',
      '2011-03-27T03:00:00+04:00',
      '2014-10-26T01:00:00+03:00',
    ]);
  });

  it('agree with the wall clock the language shows, in every zone', () => {
    for (const [index, id] of Intl.supportedValuesOf('timeZone').entries()) {
      const format = new Intl.DateTimeFormat('en-GB', {
        timeZone: id,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      // Some eleven years a step, and each zone begins at another season and time of day.
      const first = at('1971-03-01T00:30Z') + index * 179 * HOUR;
      for (let t = first; t < at('2060-01-01T00:00Z'); t += 99_991 * HOUR) {
        const { date: day, hour, minute, second } = wallTime(zone(id), t as Instant);
        const [year, month, dayOfMonth] = day.split('-');
        const time = [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
        expect(`${id} ${dayOfMonth}/${month}/${year}, ${time}`).toBe(`${id} ${format.format(t)}`);
      }
    }
  });
});

describe('wall time to instant', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 119, '2026-03-29T01:59:00+01:00'],
    ['Europe/Berlin', '2026-03-29', 120, '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', 180, '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', 181, '2026-03-29T03:01:00+02:00'],
    ['Europe/Berlin', '2026-10-25', 120, '2026-10-25T02:00:00+02:00'],
    ['Europe/Berlin', '2026-10-25', 179, '2026-10-25T02:59:00+02:00'],
    ['Europe/Berlin', '2026-10-25', 180, '2026-10-25T03:00:00+01:00'],
    ['Europe/Moscow', '2011-03-27', 150, '2011-03-27T03:00:00+04:00'],
    ['Europe/Moscow', '2014-10-26', 90, '2014-10-26T01:30:00+04:00'],
    ['Europe/Moscow', '2014-10-26', 120, '2014-10-26T02:00:00+03:00'],
    ['America/New_York', '2026-03-08', 150, '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-11-01', 90, '2026-11-01T01:30:00-04:00'],
    ['Asia/Kathmandu', '1986-01-01', 0, '1986-01-01T00:15:00+05:45'],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-04T02:30:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-05T01:45:00+11:00'],
    ['Pacific/Apia', '2011-12-30', 0, '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-30', 720, '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-29', 1440, '2011-12-31T00:00:00+14:00'],
    ['Africa/Casablanca', '2026-03-22', 150, '2026-03-22T03:00:00+01:00'],
    ['Africa/Casablanca', '2026-02-15', 150, '2026-02-15T02:30:00+01:00'],
    ['Asia/Gaza', '2026-03-28', 150, '2026-03-28T03:00:00+03:00'],
    ['Asia/Gaza', '2026-10-24', 90, '2026-10-24T01:30:00+03:00'],
    ['Antarctica/Troll', '2026-03-29', 90, '2026-03-29T03:00:00+02:00'],
    ['Antarctica/Troll', '2026-10-25', 90, '2026-10-25T01:30:00+02:00'],
    ['Europe/Moscow', '2026-11-23', -60, '2026-11-22T23:00:00+03:00'],
    ['Europe/Moscow', '2026-12-31', 1440, '2027-01-01T00:00:00+03:00'],
    ['Europe/Moscow', '2026-12-31', 1500, '2027-01-01T01:00:00+03:00'],
  ])('%s, %s, minute %i', (id, day, minutes, result) => {
    expect(formatInstant(toInstant(zone(id), date(day), minutes), zone(id))).toBe(result);
  });

  it('24:00 of a date is 00:00 of the next', () => {
    const moscow = zone('Europe/Moscow');
    expect(endOfLocalDate(moscow, date('2026-12-31'))).toBe(toInstant(moscow, date('2027-01-01'), 0));
  });

  it('refuses what is no instant', () => {
    expect(() => toInstant(zone('Europe/Moscow'), date('1970-01-01'), 0)).toThrow(RangeError);
    expect(() => toInstant(zone('America/New_York'), date('2200-12-31'), 1440)).toThrow(RangeError);
  });

  it('local dates turn at midnight', () => {
    const moscow = zone('Europe/Moscow');
    expect(localDateOf(moscow, at('2026-12-31T20:59:59.999Z'))).toBe('2026-12-31');
    expect(localDateOf(moscow, at('2026-12-31T21:00:00Z'))).toBe('2027-01-01');
    expect(wallTime(moscow, at('2026-12-31T20:59:58.765Z'))).toEqual({
      date: '2026-12-31',
      hour: 23,
      minute: 59,
      second: 58,
      ms: 765,
    });
  });
});
