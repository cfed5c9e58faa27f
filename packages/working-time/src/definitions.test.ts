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
  describe('row 1: intervals', () => {
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

  describe('row 2: 24 hours', () => {
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

  it('row 1: no stretch is empty, at either end of what is asked', () => {
    const [open, close] = [at('2026-11-23T09:00+03:00'), at('2026-11-23T17:00+03:00')];
    expect(stretches(nineToFive, close, at('2026-11-24T09:00+03:00'))).toEqual([]);
    expect(stretches(nineToFive, open, close)).toEqual([{ date: '2026-11-23', from: open, to: close }]);
    expect(stretches(nineToFive, close, open)).toEqual([]);
  });

  it('row 3: past midnight: the window belongs to the date it starts on', () => {
    const night = calendarOf({ ...never, week: { 5: [['22:00', '06:00']] } });
    expect(isOpen(night, at('2026-11-28T05:59:59.999+03:00'))).toBe(true);
    expect(isOpen(night, at('2026-11-28T06:00+03:00'))).toBe(false);
    expect(stretches(night, at('2026-11-23T00:00+03:00'), at('2026-11-30T00:00+03:00'))).toEqual([
      { date: '2026-11-27', from: at('2026-11-27T22:00+03:00'), to: at('2026-11-28T06:00+03:00') },
    ]);
    expect(shown(addWorkingDays(night, at('2026-11-23T12:00+03:00'), 1))).toBe('2026-11-28T06:00:00+03:00');
  });

  describe('row 3: past midnight: equal start and end is a whole day, also 23:59-23:59', () => {
    const week = [at('2026-11-22T00:00+03:00'), at('2026-11-29T00:00+03:00')] as const;
    const mondayOf = (from: string, to: string): ReturnType<typeof stretches> =>
      stretches(calendarOf({ ...never, week: { 1: [[from, to]] } }), ...week);
    it.each([
      ['09:00', '09:00', '2026-11-23T09:00:00+03:00', '2026-11-24T09:00:00+03:00'],
      ['00:00', '00:00', '2026-11-23T00:00:00+03:00', '2026-11-24T00:00:00+03:00'],
      ['23:59', '23:59', '2026-11-23T23:59:00+03:00', '2026-11-24T23:59:00+03:00'],
      ['23:59', '23:59:00', '2026-11-23T23:59:00+03:00', '2026-11-24T23:59:00+03:00'],
    ])('%s-%s on a Monday is %s to %s', (from, to, opens, closes) => {
      expect(mondayOf(from, to)).toEqual([{ date: '2026-11-23', from: at(opens), to: at(closes) }]);
    });
    it.each(['24:00', '23:59:59', '00:00'])('but 23:59-%s is the last minute of its date', (to) => {
      expect(mondayOf('23:59', to)).toEqual([
        { date: '2026-11-23', from: at('2026-11-23T23:59+03:00'), to: at('2026-11-24T00:00+03:00') },
      ]);
    });
  });

  describe('row 4: an exception replaces all windows that start on its date', () => {
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

  it('row 4: a moved day off is two exceptions', () => {
    const moved = calendarOf(weekdays('09:00', '17:00'), {
      '2026-11-28': [['09:00', '17:00']],
      '2026-11-30': [],
    });
    const friday = at('2026-11-27T09:00+03:00');
    expect(shown(addWorkingTime(moved, friday, 16 * HOUR))).toBe('2026-11-28T17:00:00+03:00');
    expect(shown(addWorkingTime(moved, friday, 16 * HOUR, { edge: 'opening' }))).toBe(
      '2026-12-01T09:00:00+03:00',
    );
  });

  it('row 4: what started the day before is not replaced', () => {
    const night = calendarOf(daily([['22:00', '06:00']]), { '2026-11-25': [['05:00', '07:00']] });
    expect(stretches(night, at('2026-11-24T12:00+03:00'), at('2026-11-25T23:00+03:00'))).toEqual([
      { date: '2026-11-24', from: at('2026-11-24T22:00+03:00'), to: at('2026-11-25T06:00+03:00') },
      { date: '2026-11-25', from: at('2026-11-25T06:00+03:00'), to: at('2026-11-25T07:00+03:00') },
    ]);
  });

  it('row 5: holiday and night shift: the shift begun before the holiday runs to its end', () => {
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

  it.each([
    ['before opening', '2026-11-23T07:00+03:00', '2026-11-23T10:00:00+03:00'],
    ['at opening', '2026-11-23T09:00+03:00', '2026-11-23T10:00:00+03:00'],
    ['a millisecond before closing', '2026-11-23T16:59:59.999+03:00', '2026-11-24T09:59:59.999+03:00'],
    ['at closing', '2026-11-23T17:00+03:00', '2026-11-24T10:00:00+03:00'],
    ['at the weekend', '2026-11-21T12:00+03:00', '2026-11-23T10:00:00+03:00'],
  ])('row 7: start outside counts from the next opening: %s', (_, start, due) => {
    expect(shown(addWorkingTime(nineToFive, at(start), HOUR))).toBe(due);
  });

  it.each([
    [8 * HOUR - 1, '2026-11-23T16:59:59.999+03:00', '2026-11-23T16:59:59.999+03:00'],
    [8 * HOUR, '2026-11-23T17:00:00+03:00', '2026-11-24T09:00:00+03:00'],
    [8 * HOUR + 1, '2026-11-24T09:00:00.001+03:00', '2026-11-24T09:00:00.001+03:00'],
    [40 * HOUR, '2026-11-27T17:00:00+03:00', '2026-11-30T09:00:00+03:00'],
  ])('row 8: deadline at closing: %s ms from Monday 09:00', (ms, closing, opening) => {
    const start = at('2026-11-23T09:00+03:00');
    expect(shown(addWorkingTime(nineToFive, start, ms))).toBe(closing);
    expect(shown(addWorkingTime(nineToFive, start, ms, { edge: 'closing' }))).toBe(closing);
    expect(shown(addWorkingTime(nineToFive, start, ms, { edge: 'opening' }))).toBe(opening);
  });

  describe('row 10: zero and negative', () => {
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
    it('nothing is worked from an instant to itself', () => {
      for (const t of [at('2026-11-23T12:00+03:00'), at('2026-11-22T12:00+03:00')]) {
        expect(workingTimeBetween(nineToFive, t, t)).toBe(0);
      }
    });
    it('there is nothing before 1970', () => {
      expect(addWorkingTime(nineToFive, at('1970-01-02T12:00+03:00'), -1000 * HOUR)).toBeNull();
    });
  });

  describe('row 11: never opens again', () => {
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

  it('row 13: pause: a pause over a night and a weekend costs its working time only', () => {
    const paused = workingTimeBetween(nineToFive, at('2026-11-20T16:00+03:00'), at('2026-11-23T09:30+03:00'));
    expect(paused).toBe(1.5 * HOUR);
  });

  it('row 19: leap seconds are ignored', () => {
    const start = at('2016-12-31T23:59:59Z');
    expect(addWorkingTime(calendarOf(always(moscow)), start, 1000)).toBe(at('2017-01-01T00:00:00Z'));
  });

  it('row 22: precision: a millisecond is never lost over fifty years', () => {
    const calendar = calendarOf(always(moscow));
    const start = instant(at('2000-01-01T00:00:00.001Z'));
    const end = addWorkingTime(calendar, start, 50 * 365 * 24 * HOUR + 1);
    expect(end).toBe(start + 50 * 365 * 24 * HOUR + 1);
  });

  it('row 22: precision: one millisecond more is one working date later', () => {
    const start = at('2026-11-23T09:00:00.001+03:00');
    expect(shown(addWorkingTime(nineToFive, start, 8 * HOUR - 1))).toBe('2026-11-23T17:00:00+03:00');
    expect(shown(addWorkingTime(nineToFive, start, 8 * HOUR))).toBe('2026-11-24T09:00:00.001+03:00');
    expect(workingTimeBetween(nineToFive, start, at('2026-11-24T09:00:00.002+03:00'))).toBe(8 * HOUR + 1);
  });

  it.each(['closing', 'opening'] as const)(
    'row 24: less than nothing, edge %s: the latest instant',
    (edge) => {
      const morning = at('2026-11-24T09:00+03:00');
      for (const [ms, due] of [
        [-1, '2026-11-23T16:59:59.999+03:00'],
        [-8 * HOUR, '2026-11-23T09:00:00+03:00'],
        [-8 * HOUR - 1, '2026-11-20T16:59:59.999+03:00'],
      ] as const) {
        expect(shown(addWorkingTime(nineToFive, morning, ms, { edge }))).toBe(due);
      }
    },
  );

  describe('row 24: adding nothing with the opening edge', () => {
    it.each([
      ['while open: itself', '2026-11-23T12:00+03:00', '2026-11-23T12:00:00+03:00'],
      ['at opening: itself', '2026-11-23T09:00+03:00', '2026-11-23T09:00:00+03:00'],
      ['at closing: the next opening', '2026-11-23T17:00+03:00', '2026-11-24T09:00:00+03:00'],
      ['outside: the next opening', '2026-11-22T12:00+03:00', '2026-11-23T09:00:00+03:00'],
    ])('%s', (_, start, result) => {
      expect(shown(addWorkingTime(nineToFive, at(start), 0, { edge: 'opening' }))).toBe(result);
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
