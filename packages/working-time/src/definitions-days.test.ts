import { describe, expect, it } from 'vitest';
import { addWorkingDays } from './index.ts';
import { at, calendarOf, daily, never, shown, weekdays, zone } from './test/cases.ts';

// 2026-11-23 is a Monday.
const nineToFive = calendarOf(weekdays('09:00', '17:00'));
const berlin = zone('Europe/Berlin');

describe('the contract of working days', () => {
  describe('row 12: working days', () => {
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

  describe('row 25: corners of working days', () => {
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

  it('row 25: sameTime in a repeated hour is its first occurrence', () => {
    const calendar = calendarOf(daily([['00:00', '24:00']], berlin));
    expect(
      shown(addWorkingDays(calendar, at('2026-10-24T02:30+02:00'), 1, { mode: 'sameTime' }), berlin),
    ).toBe('2026-10-25T02:30:00+02:00');
  });

  it('row 25: sameTime, from the end of a shift that began the day before', () => {
    // Open at 02:00 on Tuesday by Monday's shift; Wednesday at 02:00 by Tuesday's.
    const night = calendarOf(daily([['20:00', '08:00']]));
    const start = at('2026-11-24T02:00+03:00');
    expect(shown(addWorkingDays(night, start, 1, { mode: 'sameTime' }))).toBe('2026-11-25T02:00:00+03:00');
  });

  it('row 25: sameTime past the close of a day whose neighbour opens later is that close', () => {
    const calendar = calendarOf({
      ...never,
      week: { 1: [['12:00', '20:00']], 2: [['09:00', '18:00']], 3: [['12:00', '20:00']] },
    });
    const start = at('2026-11-23T19:00+03:00');
    expect(shown(addWorkingDays(calendar, start, 1, { mode: 'sameTime' }))).toBe('2026-11-24T18:00:00+03:00');
    expect(shown(addWorkingDays(calendar, start, 2, { mode: 'sameTime' }))).toBe('2026-11-25T19:00:00+03:00');
  });

  it('row 12: two windows on a date are one working date, its close is the last', () => {
    const lunch = calendarOf(
      daily([
        ['14:00', '18:00'],
        ['09:00', '13:00'],
      ]),
    );
    expect(shown(addWorkingDays(lunch, at('2026-11-23T10:00+03:00'), 1))).toBe('2026-11-24T18:00:00+03:00');
    expect(shown(addWorkingDays(lunch, at('2026-11-23T13:30+03:00'), 0))).toBe('2026-11-23T18:00:00+03:00');
  });

  it('row 25: sameTime, n = 0 is the next opening also where its date is no working date', () => {
    const night = calendarOf({ ...never, week: { 5: [['22:00', '06:00']] } });
    const start = at('2026-11-28T02:00+03:00');
    expect(addWorkingDays(night, start, 0, { mode: 'sameTime' })).toBe(start);
  });

  it('row 25: sameTime stands where the desk is open, also by the shift of the day before', () => {
    const calendar = calendarOf({
      ...never,
      week: { 7: [['12:00', '13:00']], 1: [['20:00', '20:00']], 2: [['09:00', '10:00']] },
    });
    const sunday = at('2026-11-22T12:00+03:00');
    expect(shown(addWorkingDays(calendar, sunday, 2, { mode: 'sameTime' }))).toBe(
      '2026-11-24T12:00:00+03:00',
    );
  });

  it('row 25: sameTime past the last close of all is that close', () => {
    const calendar = calendarOf(never, {
      '2026-11-23': [['09:00', '20:00']],
      '2026-11-24': [['09:00', '17:00']],
    });
    const start = at('2026-11-23T19:00+03:00');
    expect(shown(addWorkingDays(calendar, start, 1, { mode: 'sameTime' }))).toBe('2026-11-24T17:00:00+03:00');
    expect(addWorkingDays(calendar, start, 2, { mode: 'sameTime' })).toBeNull();
  });
});
