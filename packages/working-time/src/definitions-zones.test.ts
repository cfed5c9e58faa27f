import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  always,
  isOpen,
  nextOpening,
  stretches,
  toInstant,
  workingTimeBetween,
} from './index.ts';
import { at, calendarOf, daily, date, HOUR, moscow, never, shown, zone } from './test/cases.ts';

const berlin = zone('Europe/Berlin');

describe('the contract of working time where clocks are changed', () => {
  describe('row 6: clock change at an edge', () => {
    it('a window that opens inside the gap opens at the jump', () => {
      const calendar = calendarOf(daily([['02:30', '05:00']], berlin));
      expect(shown(nextOpening(calendar, at('2026-03-29T00:00+01:00')), berlin)).toBe(
        '2026-03-29T03:00:00+02:00',
      );
    });
    it('a window that closes inside the gap closes at the jump', () => {
      const calendar = calendarOf(daily([['01:00', '02:30']], berlin));
      expect(shown(addWorkingTime(calendar, at('2026-03-29T00:00+01:00'), HOUR), berlin)).toBe(
        '2026-03-29T03:00:00+02:00',
      );
    });
    it('a window inside the gap is empty and makes no working date', () => {
      const calendar = calendarOf(daily([['02:10', '02:50']], berlin));
      expect(shown(nextOpening(calendar, at('2026-03-29T00:00+01:00')), berlin)).toBe(
        '2026-03-30T02:10:00+02:00',
      );
      expect(shown(addWorkingDays(calendar, at('2026-03-28T12:00+01:00'), 1), berlin)).toBe(
        '2026-03-30T02:50:00+02:00',
      );
    });
    it('an edge inside the fold is its first occurrence', () => {
      const calendar = calendarOf(daily([['01:00', '02:30']], berlin));
      const from = at('2026-10-25T00:00+02:00');
      expect(workingTimeBetween(calendar, from, at('2026-10-26T00:00+01:00'))).toBe(1.5 * HOUR);
      expect(isOpen(calendar, at('2026-10-25T02:29+02:00'))).toBe(true);
      expect(isOpen(calendar, at('2026-10-25T02:15+01:00'))).toBe(false);
    });
    it('a night shift is an hour longer or shorter, as its people were at work', () => {
      const calendar = calendarOf(daily([['22:00', '06:00']], berlin));
      const night = (day: string, next: string): number =>
        workingTimeBetween(
          calendar,
          toInstant(berlin, date(day), 12 * 60),
          toInstant(berlin, date(next), 12 * 60),
        );
      expect(night('2026-03-27', '2026-03-28')).toBe(8 * HOUR);
      expect(night('2026-03-28', '2026-03-29')).toBe(7 * HOUR);
      expect(night('2026-10-24', '2026-10-25')).toBe(9 * HOUR);
    });
  });

  describe('row 20: offset history', () => {
    it.each([
      ['the winter of 2010', '2010-12-01', '2010-12-01T09:00:00+03:00'],
      ['before the change of 2011', '2011-03-26', '2011-03-26T09:00:00+03:00'],
      ['after the change of 2011', '2011-03-28', '2011-03-28T09:00:00+04:00'],
      ['before the change of 2014', '2014-10-25', '2014-10-25T09:00:00+04:00'],
      ['after the change of 2014', '2014-10-27', '2014-10-27T09:00:00+03:00'],
      ['2015', '2015-07-01', '2015-07-01T09:00:00+03:00'],
    ])('Moscow, %s', (_, day, result) => {
      expect(shown(toInstant(moscow, date(day), 9 * 60))).toBe(result);
    });
    it('the fold of 2014 has no daylight-saving flag and still counts 25 hours', () => {
      const calendar = calendarOf(always(moscow));
      const [day, next] = [
        toInstant(moscow, date('2014-10-26'), 0),
        toInstant(moscow, date('2014-10-27'), 0),
      ];
      expect(workingTimeBetween(calendar, day, next)).toBe(25 * HOUR);
      expect(shown(toInstant(moscow, date('2014-10-26'), 90))).toBe('2014-10-26T01:30:00+04:00');
    });
  });

  // Each window every day; what it becomes on the date its zone changes its clock, or leaves the date out.
  it.each([
    ['Europe/Moscow', '2010-03-28', '02:30', '05:00', '2010-03-28T03:00:00+04:00', 2],
    ['Europe/Moscow', '2010-10-31', '01:00', '02:30', '2010-10-31T01:00:00+04:00', 1.5],
    ['Europe/Moscow', '2011-03-27', '01:00', '02:30', '2011-03-27T01:00:00+03:00', 1],
    ['Europe/Moscow', '2014-10-26', '00:30', '01:30', '2014-10-26T00:30:00+04:00', 1],
    ['Europe/Moscow', '2014-10-26', '00:30', '02:00', '2014-10-26T00:30:00+04:00', 2.5],
    ['Europe/Berlin', '2026-03-29', '01:30', '03:30', '2026-03-29T01:30:00+01:00', 1],
    ['Europe/Berlin', '2026-10-25', '02:00', '03:00', '2026-10-25T02:00:00+02:00', 2],
    ['Europe/Berlin', '2026-10-25', '02:00', '02:59', '2026-10-25T02:00:00+02:00', 59 / 60],
    ['America/New_York', '2026-03-08', '02:00', '04:00', '2026-03-08T03:00:00-04:00', 1],
    ['America/New_York', '2026-11-01', '00:30', '02:00', '2026-11-01T00:30:00-04:00', 2.5],
    ['Asia/Kathmandu', '1986-01-01', '00:00', '09:00', '1986-01-01T00:15:00+05:45', 8.75],
    ['Asia/Kathmandu', '2026-07-01', '00:00', '09:00', '2026-07-01T00:00:00+05:45', 9],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '03:00', '2026-10-04T02:30:00+11:00', 0.5],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '03:00', '2026-04-05T01:45:00+11:00', 1.75],
    ['Pacific/Apia', '2011-12-29', '22:00', '06:00', '2011-12-29T22:00:00-10:00', 2],
    ['Pacific/Apia', '2011-12-30', '22:00', '06:00', '2011-12-31T00:00:00+14:00', 6],
    ['Africa/Casablanca', '2026-02-15', '02:30', '04:00', '2026-02-15T02:30:00+01:00', 2.5],
    ['Africa/Casablanca', '2026-03-22', '02:15', '04:00', '2026-03-22T03:00:00+01:00', 1],
    ['Asia/Gaza', '2026-03-28', '01:00', '04:00', '2026-03-28T01:00:00+02:00', 2],
    ['Asia/Gaza', '2026-10-24', '01:30', '03:00', '2026-10-24T01:30:00+03:00', 2.5],
    ['Antarctica/Troll', '2026-03-29', '00:30', '04:00', '2026-03-29T00:30:00+00:00', 1.5],
    ['Antarctica/Troll', '2026-10-25', '00:00', '04:00', '2026-10-25T00:00:00+02:00', 6],
  ] as const)('row 6: in %s on %s %s-%s opens at %s for %d hours', (id, day, from, to, opening, hours) => {
    // Open on that date only, so that nothing else can open or close there.
    const calendar = calendarOf({ ...never, zone: zone(id) }, { [day]: [[from, to]] });
    const opens = nextOpening(calendar, at('1980-01-01T00:00Z'));
    expect(shown(opens, zone(id))).toBe(opening);
    expect(workingTimeBetween(calendar, at('1980-01-01T00:00Z'), at('2030-01-01T00:00Z'))).toBe(hours * HOUR);
    expect(addWorkingTime(calendar, at('1980-01-01T00:00Z'), hours * HOUR)).toBe((opens ?? 0) + hours * HOUR);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '02:00', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:05', '02:30'],
    ['Antarctica/Troll', '2026-03-29', '01:00', '02:59'],
    ['Pacific/Apia', '2011-12-30', '00:00', '24:00'],
    ['Pacific/Apia', '2011-12-30', '09:00', '17:00'],
    ['Asia/Kathmandu', '1986-01-01', '00:00', '00:15'],
  ] as const)(
    'row 6: in %s on %s %s-%s is no time at all, and makes no working date',
    (id, day, from, to) => {
      const calendar = calendarOf({ ...never, zone: zone(id) }, { [day]: [[from, to]] });
      expect(nextOpening(calendar, at('1980-01-01T00:00Z'))).toBeNull();
      expect(addWorkingDays(calendar, at('1980-01-01T00:00Z'), 1)).toBeNull();
    },
  );

  it('row 6: an overnight window over a date that is left out is as long as it was for its people', () => {
    const night = calendarOf(daily([['22:00', '06:00']], zone('Pacific/Apia')));
    const [noon, after] = [at('2011-12-29T12:00-10:00'), at('2011-12-31T12:00+14:00')];
    expect(stretches(night, noon, after)).toEqual([
      { date: '2011-12-29', from: at('2011-12-29T22:00-10:00'), to: at('2011-12-31T00:00+14:00') },
      { date: '2011-12-30', from: at('2011-12-31T00:00+14:00'), to: at('2011-12-31T06:00+14:00') },
    ]);
  });

  it('row 12: a date that is left out is no working date', () => {
    const calendar = calendarOf(daily([['09:00', '17:00']], zone('Pacific/Apia')));
    expect(shown(addWorkingDays(calendar, at('2011-12-29T12:00-10:00'), 1), zone('Pacific/Apia'))).toBe(
      '2011-12-31T17:00:00+14:00',
    );
  });

  it('row 12: in a date that begins twice the second beginning is the same date', () => {
    // Havana puts its clock from 01:00 back to 00:00 on 1 November 2026.
    const havana = zone('America/Havana');
    const calendar = calendarOf(daily([['09:00', '17:00']], havana));
    for (const start of ['2026-11-01T00:30-04:00', '2026-11-01T00:30-05:00']) {
      expect(shown(addWorkingDays(calendar, at(start), 0), havana)).toBe('2026-11-01T17:00:00-05:00');
      expect(shown(addWorkingDays(calendar, at(start), 1), havana)).toBe('2026-11-02T17:00:00-05:00');
    }
  });

  it('row 1: windows that the jump brings together are one stretch', () => {
    const calendar = calendarOf(
      { ...never, zone: berlin },
      {
        '2026-03-29': [
          ['01:00', '02:00'],
          ['03:00', '04:00'],
        ],
      },
    );
    expect(stretches(calendar, at('2026-03-28T00:00Z'), at('2026-03-30T00:00Z'))).toEqual([
      { date: '2026-03-29', from: at('2026-03-29T01:00+01:00'), to: at('2026-03-29T04:00+02:00') },
    ]);
  });
});
