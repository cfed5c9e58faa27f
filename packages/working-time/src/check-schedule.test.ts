import { describe, expect, it } from 'vitest';
import ru from '../../../regulations/calendars/ru.json' with { type: 'json' };
import {
  always,
  checkSchedule,
  compileSchedule,
  nextOpening,
  withProductionCalendar,
  type WrittenSchedule,
} from './index.ts';
import { at, daily, moscow, never, shown, weekdays } from './test/cases.ts';

const codesAt = (schedule: unknown): readonly (readonly [string, string])[] =>
  checkSchedule(schedule).map(({ code, path }) => [code, path]);

describe('a sound schedule', () => {
  it.each([
    ['office hours', weekdays('09:00', '17:00')],
    ['always', always(moscow)],
    ['never', never],
    ['past midnight', daily([['22:00', '06:00']])],
    ['with the production calendar', withProductionCalendar(always(moscow), ru, { shortenedDays: true })],
    ['no week', { zone: moscow, exceptions: { '2026-11-23': [['09:00', '10:00']] } }],
    ['no exceptions', { zone: moscow, week: { 1: [['09:00', '10:00']] } }],
    ['the zone alone', { zone: moscow }],
    ['what is left out, said so', { zone: moscow, week: undefined, exceptions: undefined }],
  ])('%s', (_, schedule) => {
    expect(checkSchedule(schedule)).toEqual([]);
  });

  // 2026-11-23 is a Monday; windows and zone are typed as a stranger's constants are.
  const day = [['09:00', '17:00']];
  const opensAt = (schedule: WrittenSchedule): string | null =>
    shown(nextOpening(compileSchedule(schedule), at('2026-11-21T12:00+03:00')));
  it.each([
    ['a week', { zone: 'Europe/Moscow', week: { 1: day } }, '2026-11-23T09:00:00+03:00'],
    ['exceptions', { zone: 'Europe/Moscow', exceptions: { '2026-11-25': day } }, '2026-11-25T09:00:00+03:00'],
    ['neither', { zone: 'Europe/Moscow' }, null],
    ['both undefined', { zone: 'Europe/Moscow', week: undefined, exceptions: undefined }, null],
  ])('written with %s compiles', (_, schedule, opening) => {
    expect(opensAt(schedule)).toBe(opening);
  });
});

describe('an unsound schedule is told where and what', () => {
  const day = (windows: unknown): unknown => ({ ...never, week: { 1: windows } });
  it.each([
    ['nothing', null, 'not-a-schedule', ''],
    ['a list', [], 'not-a-schedule', ''],
    ['an unknown zone', { ...never, zone: 'Mars/Olympus' }, 'zone-unknown', 'zone'],
    ['no zone', { week: {}, exceptions: {} }, 'zone-unknown', 'zone'],
    ['a week of null', { ...never, week: null }, 'not-a-schedule', 'week'],
    ['exceptions of null', { ...never, exceptions: null }, 'not-a-schedule', 'exceptions'],
    ['weekday 0', { ...never, week: { 0: [] } }, 'weekday-unknown', 'week.0'],
    ['weekday 8', { ...never, week: { 8: [] } }, 'weekday-unknown', 'week.8'],
    ['windows that are no list', day('09:00-18:00'), 'windows-invalid', 'week.1'],
    ['a window of one', day([['09:00']]), 'windows-invalid', 'week.1.0'],
    ['a window of three', day([['09:00', '10:00', '11:00']]), 'windows-invalid', 'week.1.0'],
    ['hour 25', day([['09:00', '25:00']]), 'time-invalid', 'week.1.0.to'],
    ['a start of 24:00', day([['24:00', '06:00']]), 'time-invalid', 'week.1.0.from'],
    ['an end beyond 24:00', day([['09:00', '24:01']]), 'time-invalid', 'week.1.0.to'],
    ['minute 60', day([['09:60', '10:00']]), 'time-invalid', 'week.1.0.from'],
    ['one digit', day([['9:00', '10:00']]), 'time-invalid', 'week.1.0.from'],
    ['seconds', day([['09:00:00', '10:00']]), 'time-invalid', 'week.1.0.from'],
    ['a number', day([[9, '10:00']]), 'time-invalid', 'week.1.0.from'],
    [
      'the second window',
      day([
        ['09:00', '10:00'],
        ['x', '12:00'],
      ]),
      'time-invalid',
      'week.1.1.from',
    ],
    ['too many windows', day(Array.from({ length: 49 }, () => ['09:00', '10:00'])), 'too-many', 'week.1'],
    [
      'a date that does not exist',
      { ...never, exceptions: { '2024-02-30': [] } },
      'date-invalid',
      'exceptions.2024-02-30',
    ],
    [
      'a window of an exception',
      { ...never, exceptions: { '2024-02-29': [['a', '10:00']] } },
      'time-invalid',
      'exceptions.2024-02-29.0.from',
    ],
  ])('%s', (_, schedule, code, path) => {
    expect(codesAt(schedule)).toEqual([[code, path]]);
    expect(checkSchedule(schedule)[0]?.hint).not.toBe('');
    expect(() => compileSchedule(schedule as never)).toThrow(RangeError);
  });

  it('all problems at once', () => {
    const schedule = { zone: '+03:00', week: { 1: [['24:00', '24:30']] }, exceptions: { soon: [] } };
    expect(codesAt(schedule)).toEqual([
      ['zone-unknown', 'zone'],
      ['time-invalid', 'week.1.0.from'],
      ['time-invalid', 'week.1.0.to'],
      ['date-invalid', 'exceptions.soon'],
    ]);
  });

  it('too many exceptions', () => {
    const exceptions = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`day ${n}`, []]));
    expect(codesAt({ ...never, exceptions })).toEqual([['too-many', 'exceptions']]);
  });
});
