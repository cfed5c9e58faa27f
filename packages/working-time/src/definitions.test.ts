import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingTime,
  always,
  instant,
  isOpen,
  nextOpening,
  stretches,
  toInstant,
  workingTimeBetween,
} from './index.ts';
import { at, calendarOf, daily, date, HOUR, moscow, never, shown, weekdays, zone } from './test/cases.ts';

// 2026-11-23 is a Monday.
const nineToFive = calendarOf(weekdays('09:00', '17:00'));
const berlin = zone('Europe/Berlin');

describe('the contract of working time, row by row', () => {
  describe('1 intervals', () => {
    it.each([
      ['2026-11-23T08:59:59.999+03:00', false],
      ['2026-11-23T09:00:00+03:00', true],
      ['2026-11-23T09:00:00.001+03:00', true],
      ['2026-11-23T16:59:59.999+03:00', true],
      ['2026-11-23T17:00:00+03:00', false],
      ['2026-11-23T17:00:00.001+03:00', false],
    ])('are half open: at %s open is %s', (time, open) => {
      expect(isOpen(nineToFive, at(time))).toBe(open);
    });

    it('merge when they touch or overlap, in whatever order they are written', () => {
      const pieces = calendarOf(
        daily([
          ['12:00', '18:00'],
          ['09:00', '10:00'],
          ['10:00', '13:00'],
        ]),
      );
      const day = [at('2026-11-23T00:00+03:00'), at('2026-11-24T00:00+03:00')] as const;
      expect(workingTimeBetween(pieces, ...day)).toBe(9 * HOUR);
      expect(stretches(pieces, ...day)).toEqual([
        { date: '2026-11-23', from: at('2026-11-23T09:00+03:00'), to: at('2026-11-23T18:00+03:00') },
      ]);
    });
  });

  describe('2 24 hours', () => {
    it.each([
      ['00:00', '24:00'],
      ['00:00', '00:00'],
      ['00:00', '23:59'],
      ['00:00', '23:59:59'],
    ])('%s-%s is the whole day, to the last millisecond', (from, to) => {
      const calendar = calendarOf(daily([[from, to]]));
      expect(workingTimeBetween(calendar, at('2026-11-02T00:00+03:00'), at('2026-11-09T00:00+03:00'))).toBe(
        7 * 24 * HOUR,
      );
      expect(isOpen(calendar, at('2026-11-03T23:59:59.999+03:00'))).toBe(true);
    });

    it('an end of 00:00 is 24:00 of the same date', () => {
      const calendar = calendarOf(daily([['18:00', '00:00']]));
      expect(shown(addWorkingTime(calendar, at('2026-11-23T18:00+03:00'), 6 * HOUR))).toBe(
        '2026-11-24T00:00:00+03:00',
      );
    });

    it('open all the time adds like the wall clock across a clock change', () => {
      const start = at('2026-10-24T12:00+02:00');
      expect(addWorkingTime(calendarOf(always(berlin)), start, 24 * HOUR)).toBe(start + 24 * HOUR);
    });
  });

  it('1 intervals: no stretch is empty, at either end of what is asked', () => {
    const [open, close] = [at('2026-11-23T09:00+03:00'), at('2026-11-23T17:00+03:00')];
    expect(stretches(nineToFive, close, at('2026-11-24T09:00+03:00'))).toEqual([]);
    expect(stretches(nineToFive, open, close)).toEqual([{ date: '2026-11-23', from: open, to: close }]);
    expect(stretches(nineToFive, close, open)).toEqual([]);
  });

  it('3 past midnight: the window belongs to the date it starts on', () => {
    const night = calendarOf({ ...never, week: { 5: [['22:00', '06:00']] } });
    expect(isOpen(night, at('2026-11-28T05:59:59.999+03:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-28T06:00+03:00'))).toBe(false);
    expect(stretches(night, at('2026-11-23T00:00+03:00'), at('2026-11-30T00:00+03:00'))).toEqual([
      { date: '2026-11-27', from: at('2026-11-27T22:00+03:00'), to: at('2026-11-28T06:00+03:00') },
    ]);
    expect(shown(addWorkingDays(night, at('2026-11-23T12:00+03:00'), 1))).toBe('2026-11-28T06:00:00+03:00');
  });

  it('3 past midnight: an end equal to the start is a whole day from there', () => {
    const calendar = calendarOf({ ...never, week: { 1: [['09:00', '09:00']] } });
    expect(workingTimeBetween(calendar, at('2026-11-23T00:00+03:00'), at('2026-11-30T00:00+03:00'))).toBe(
      24 * HOUR,
    );
    expect(isOpen(calendar, at('2026-11-24T08:59+03:00'))).toBe(true);
  });

  describe('4 an exception replaces all windows that start on its date', () => {
    const calendar = calendarOf(weekdays('09:00', '17:00'), {
      '2026-11-24': [],
      '2026-11-25': [['09:00', '16:00']],
      '2026-11-28': [['10:00', '12:00']],
    });
    it.each([
      ['a holiday', '2026-11-24', 0],
      ['a shortened day', '2026-11-25', 7],
      ['an ordinary day beside them', '2026-11-26', 8],
      ['a working Saturday', '2026-11-28', 2],
      ['the Sunday after it', '2026-11-29', 0],
    ])('%s', (_, day, hours) => {
      const from = toInstant(moscow, date(day), 0);
      expect(workingTimeBetween(calendar, from, toInstant(moscow, date(day), 1440))).toBe(hours * HOUR);
    });
  });

  it('5 holiday and night shift: the shift begun before the holiday runs to its end', () => {
    const night = calendarOf(daily([['20:00', '08:00']]), { '2026-11-04': [] });
    expect(isOpen(night, at('2026-11-04T07:59+03:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-04T20:00+03:00'))).toBe(false);
    expect(isOpen(night, at('2026-11-05T07:59+03:00'))).toBe(false);
    const cut = calendarOf(
      daily([
        ['20:00', '24:00'],
        ['00:00', '08:00'],
      ]),
      { '2026-11-04': [] },
    );
    expect(isOpen(cut, at('2026-11-04T07:59+03:00'))).toBe(false);
  });

  describe('6 clock change at an edge', () => {
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

  it.each([
    ['before opening', '2026-11-23T07:00+03:00', '2026-11-23T10:00:00+03:00'],
    ['at opening', '2026-11-23T09:00+03:00', '2026-11-23T10:00:00+03:00'],
    ['a millisecond before closing', '2026-11-23T16:59:59.999+03:00', '2026-11-24T09:59:59.999+03:00'],
    ['at closing', '2026-11-23T17:00+03:00', '2026-11-24T10:00:00+03:00'],
    ['at the weekend', '2026-11-21T12:00+03:00', '2026-11-23T10:00:00+03:00'],
  ])('7 start outside counts from the next opening: %s', (_, start, due) => {
    expect(shown(addWorkingTime(nineToFive, at(start), HOUR))).toBe(due);
  });

  it.each([
    [8 * HOUR - 1, '2026-11-23T16:59:59.999+03:00', '2026-11-23T16:59:59.999+03:00'],
    [8 * HOUR, '2026-11-23T17:00:00+03:00', '2026-11-24T09:00:00+03:00'],
    [8 * HOUR + 1, '2026-11-24T09:00:00.001+03:00', '2026-11-24T09:00:00.001+03:00'],
    [40 * HOUR, '2026-11-27T17:00:00+03:00', '2026-11-30T09:00:00+03:00'],
  ])('8 deadline at closing: %s ms from Monday 09:00', (ms, closing, opening) => {
    const start = at('2026-11-23T09:00+03:00');
    expect(shown(addWorkingTime(nineToFive, start, ms))).toBe(closing);
    expect(shown(addWorkingTime(nineToFive, start, ms, { edge: 'closing' }))).toBe(closing);
    expect(shown(addWorkingTime(nineToFive, start, ms, { edge: 'opening' }))).toBe(opening);
  });

  describe('10 zero and negative', () => {
    it('adding nothing is the start, also outside the hours', () => {
      for (const start of [at('2026-11-23T12:00+03:00'), at('2026-11-22T12:00+03:00')]) {
        expect(addWorkingTime(nineToFive, start, 0)).toBe(start);
      }
    });
    it.each([
      ['2026-11-24T10:00+03:00', -HOUR, '2026-11-24T09:00:00+03:00'],
      ['2026-11-24T10:00+03:00', -HOUR - 1, '2026-11-23T16:59:59.999+03:00'],
      ['2026-11-24T08:00+03:00', -8 * HOUR, '2026-11-23T09:00:00+03:00'],
      ['2026-11-23T09:00+03:00', -8 * HOUR, '2026-11-20T09:00:00+03:00'],
      ['2026-11-22T12:00+03:00', -1, '2026-11-20T16:59:59.999+03:00'],
    ])('from %s back %s ms is %s', (start, ms, result) => {
      expect(shown(addWorkingTime(nineToFive, at(start), ms))).toBe(result);
      expect(shown(addWorkingTime(nineToFive, at(start), ms, { edge: 'opening' }))).toBe(result);
    });
    it('between is signed', () => {
      const [monday, tuesday] = [at('2026-11-23T16:00+03:00'), at('2026-11-24T10:00+03:00')];
      expect(workingTimeBetween(nineToFive, monday, tuesday)).toBe(2 * HOUR);
      expect(workingTimeBetween(nineToFive, tuesday, monday)).toBe(-2 * HOUR);
    });
    it('there is nothing before 1970', () => {
      expect(addWorkingTime(nineToFive, at('1970-01-02T12:00+03:00'), -1000 * HOUR)).toBeNull();
    });
  });

  describe('11 never opens again', () => {
    const start = at('2026-11-23T12:00+03:00');
    const once = calendarOf(never, { '2026-11-24': [['09:00', '10:00']] });
    it('a schedule without windows answers null and does not hang', () => {
      const closed = calendarOf(never);
      expect(isOpen(closed, start)).toBe(false);
      expect(nextOpening(closed, start)).toBeNull();
      expect(addWorkingTime(closed, start, 1)).toBeNull();
      expect(addWorkingTime(closed, start, -1)).toBeNull();
      expect(addWorkingDays(closed, start, 0)).toBeNull();
      expect(addWorkingDays(closed, start, 1)).toBeNull();
      expect(addWorkingDays(closed, start, 1, { mode: 'sameTime' })).toBeNull();
      expect(workingTimeBetween(closed, start, at('2100-01-01T00:00Z'))).toBe(0);
    });
    it('one that opens once more serves that hour and nothing after it', () => {
      expect(shown(addWorkingTime(once, start, HOUR))).toBe('2026-11-24T10:00:00+03:00');
      expect(addWorkingTime(once, start, HOUR + 1)).toBeNull();
      expect(addWorkingTime(once, start, HOUR, { edge: 'opening' })).toBeNull();
      expect(nextOpening(once, at('2026-11-24T10:00+03:00'))).toBeNull();
      expect(shown(addWorkingDays(once, start, 1))).toBe('2026-11-24T10:00:00+03:00');
      expect(addWorkingDays(once, start, 2)).toBeNull();
    });
    it('windows a clock change swallows never open', () => {
      const gap = calendarOf({ ...never, zone: berlin }, { '2026-03-29': [['02:00', '03:00']] });
      expect(nextOpening(gap, at('2026-01-01T00:00Z'))).toBeNull();
    });
    it('more time than there is until 2200 is null', () => {
      expect(addWorkingTime(nineToFive, start, 1_000_000_000 * HOUR)).toBeNull();
      expect(addWorkingDays(nineToFive, start, 1_000_000)).toBeNull();
    });
  });

  describe('12 working days', () => {
    it.each([
      ['2026-11-23T08:00+03:00', 1, '2026-11-24T17:00:00+03:00'],
      ['2026-11-23T12:00+03:00', 1, '2026-11-24T17:00:00+03:00'],
      ['2026-11-23T23:00+03:00', 1, '2026-11-24T17:00:00+03:00'],
      ['2026-11-27T12:00+03:00', 1, '2026-11-30T17:00:00+03:00'],
      ['2026-11-28T12:00+03:00', 1, '2026-11-30T17:00:00+03:00'],
      ['2026-11-28T12:00+03:00', 10, '2026-12-11T17:00:00+03:00'],
    ])('end: %s and %i days is %s', (start, n, due) => {
      expect(shown(addWorkingDays(nineToFive, at(start), n))).toBe(due);
      expect(shown(addWorkingDays(nineToFive, at(start), n, { mode: 'end' }))).toBe(due);
    });
    it("the start's date is the local one of the schedule's zone", () => {
      // 22:30 UTC on Sunday is Monday in Moscow, so Tuesday is day 1.
      expect(shown(addWorkingDays(nineToFive, at('2026-11-22T22:30Z'), 1))).toBe('2026-11-24T17:00:00+03:00');
    });
  });

  it('13 pause: a pause over a night and a weekend costs its working time only', () => {
    const paused = workingTimeBetween(nineToFive, at('2026-11-20T16:00+03:00'), at('2026-11-23T09:30+03:00'));
    expect(paused).toBe(1.5 * HOUR);
  });

  it('19 leap seconds are ignored', () => {
    const start = at('2016-12-31T23:59:59Z');
    expect(addWorkingTime(calendarOf(always(moscow)), start, 1000)).toBe(at('2017-01-01T00:00:00Z'));
  });

  describe('20 offset history', () => {
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

  it('22 precision: a millisecond is never lost over fifty years', () => {
    const calendar = calendarOf(always(moscow));
    const start = instant(at('2000-01-01T00:00:00.001Z'));
    const end = addWorkingTime(calendar, start, 50 * 365 * 24 * HOUR + 1);
    expect(end).toBe(start + 50 * 365 * 24 * HOUR + 1);
  });

  describe('24 adding nothing with the opening edge', () => {
    it.each([
      ['while open: itself', '2026-11-23T12:00+03:00', '2026-11-23T12:00:00+03:00'],
      ['at opening: itself', '2026-11-23T09:00+03:00', '2026-11-23T09:00:00+03:00'],
      ['at closing: the next opening', '2026-11-23T17:00+03:00', '2026-11-24T09:00:00+03:00'],
      ['outside: the next opening', '2026-11-22T12:00+03:00', '2026-11-23T09:00:00+03:00'],
    ])('%s', (_, start, result) => {
      expect(shown(addWorkingTime(nineToFive, at(start), 0, { edge: 'opening' }))).toBe(result);
    });
  });

  describe('25 corners of working days', () => {
    it.each([
      ['before opening', '2026-11-23T08:00+03:00', '2026-11-23T17:00:00+03:00'],
      ['while open', '2026-11-23T12:00+03:00', '2026-11-23T17:00:00+03:00'],
      ['at closing', '2026-11-23T17:00+03:00', '2026-11-24T17:00:00+03:00'],
      ['on a Saturday', '2026-11-28T12:00+03:00', '2026-11-30T17:00:00+03:00'],
    ])('end, n = 0 is the first close after the start: %s', (_, start, due) => {
      expect(shown(addWorkingDays(nineToFive, at(start), 0))).toBe(due);
    });
    it('end, n = 0: the close of a shift begun the day before does not count', () => {
      const night = calendarOf(daily([['20:00', '08:00']]));
      expect(shown(addWorkingDays(night, at('2026-11-24T02:00+03:00'), 0))).toBe('2026-11-25T08:00:00+03:00');
    });
    it('end, n = 0: of two dates the one that closes first', () => {
      const calendar = calendarOf({ ...never, week: { 1: [['23:00', '22:00']], 2: [['09:00', '18:00']] } });
      expect(shown(addWorkingDays(calendar, at('2026-11-23T12:00+03:00'), 0))).toBe(
        '2026-11-24T18:00:00+03:00',
      );
    });

    const uneven = calendarOf({
      ...never,
      week: {
        1: [['09:00', '18:00']],
        2: [
          ['10:00', '12:00'],
          ['13:00', '15:00'],
        ],
        3: [['09:00', '18:00']],
      },
    });
    it.each([
      ['n = 0 while open', '2026-11-23T11:30+03:00', 0, '2026-11-23T11:30:00+03:00'],
      ['n = 0 outside', '2026-11-22T11:30+03:00', 0, '2026-11-23T09:00:00+03:00'],
      ['within the hours', '2026-11-23T11:30:15.250+03:00', 1, '2026-11-24T11:30:15.250+03:00'],
      ['before the opening of that day', '2026-11-23T09:30+03:00', 1, '2026-11-24T10:00:00+03:00'],
      ['in its lunch break', '2026-11-23T12:30+03:00', 1, '2026-11-24T13:00:00+03:00'],
      ['at its close', '2026-11-23T15:00+03:00', 1, '2026-11-24T15:00:00+03:00'],
      ['after its close', '2026-11-23T17:00+03:00', 1, '2026-11-24T15:00:00+03:00'],
      ['from a start outside', '2026-11-22T17:00+03:00', 2, '2026-11-25T09:00:00+03:00'],
      ['across the closed days', '2026-11-25T17:00+03:00', 1, '2026-11-30T17:00:00+03:00'],
    ])('sameTime %s', (_, start, n, due) => {
      expect(shown(addWorkingDays(uneven, at(start), n, { mode: 'sameTime' }))).toBe(due);
    });
    it('sameTime in a gap is the jump', () => {
      const calendar = calendarOf(daily([['00:00', '24:00']], berlin));
      expect(
        shown(addWorkingDays(calendar, at('2026-03-28T02:30+01:00'), 1, { mode: 'sameTime' }), berlin),
      ).toBe('2026-03-29T03:00:00+02:00');
    });
  });

  it('a fraction, a negative number of days and no number are bugs of the caller', () => {
    const start = at('2026-11-23T12:00+03:00');
    for (const ms of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addWorkingTime(nineToFive, start, ms)).toThrow(RangeError);
    }
    for (const n of [-1, 0.5, Number.NaN]) {
      expect(() => addWorkingDays(nineToFive, start, n)).toThrow(RangeError);
    }
    expect(() => isOpen(nineToFive, Number.NaN as never)).toThrow(RangeError);
  });
});
