import { describe, expect, it } from 'vitest';
import { dayNumberOf } from './local-date.ts';
import { patternOf } from './pattern.ts';
import type { Schedule } from './schedule.ts';
import { date, moscow, never, weekdays } from './test/cases.ts';
import type { Window } from './window.ts';
import { zoneOf } from './time-zone.ts';

const ALL = { firstDay: -4, endDay: 84_375 };
const minutesOf = (...windows: readonly Window[]): readonly number[] | undefined =>
  patternOf({ zone: moscow, week: { 1: windows }, exceptions: {} }, ALL).week[0];
const dated = (exceptions: Schedule['exceptions']) => {
  const { firstDay, endDay } = patternOf({ ...never, exceptions }, ALL);
  return [firstDay, endDay];
};
const day = (text: string): number => dayNumberOf(date(text));

describe('the windows of a day', () => {
  it.each<readonly [string, readonly Window[], readonly number[]]>([
    [
      'are minutes, from and to in turn',
      [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
      [540, 780, 840, 1080],
    ],
    [
      'are sorted',
      [
        ['14:00', '18:00'],
        ['09:00', '13:00'],
      ],
      [540, 780, 840, 1080],
    ],
    [
      'are one where they touch',
      [
        ['13:00', '18:00'],
        ['09:00', '13:00'],
      ],
      [540, 1080],
    ],
    [
      'are two a minute apart',
      [
        ['09:00', '13:00'],
        ['13:01', '18:00'],
      ],
      [540, 780, 781, 1080],
    ],
    [
      'are one where they overlap',
      [
        ['09:00', '14:00'],
        ['13:00', '18:00'],
      ],
      [540, 1080],
    ],
    [
      'are the longer where one holds the other',
      [
        ['09:00', '18:00'],
        ['10:00', '11:00'],
      ],
      [540, 1080],
    ],
    [
      'run on past midnight',
      [
        ['22:00', '06:00'],
        ['09:00', '10:00'],
      ],
      [540, 600, 1320, 1800],
    ],
    ['may be none', [], []],
  ])('%s', (_, windows, minutes) => {
    expect(minutesOf(...windows)).toEqual(minutes);
  });

  it('must be readable: whoever asks has checked them', () => {
    expect(() => minutesOf(['9', '18:00'])).toThrow('unreadable window: 9-18:00');
  });
});

describe('the days on which windows can start', () => {
  it('are all with an open weekday', () => {
    const pattern = patternOf(weekdays('09:00', '18:00'), ALL);
    expect([pattern.firstDay, pattern.endDay]).toEqual([ALL.firstDay, ALL.endDay]);
    expect(pattern.week.map((minutes) => minutes.length)).toEqual([2, 2, 2, 2, 2, 0, 0]);
    expect(pattern.zone).toBe(zoneOf(moscow));
  });

  it('are none where it never opens', () => {
    expect(dated({})).toEqual([0, 0]);
    expect(dated({ '2026-05-05': [] })).toEqual([0, 0]);
  });

  it('go from the first open date to the last, in whatever order they are written', () => {
    const open: readonly Window[] = [['10:00', '11:00']];
    const expected = [day('2026-03-01'), day('2026-05-05') + 1];
    expect(dated({ '2026-03-01': open, '2026-04-01': open, '2026-05-05': open })).toEqual(expected);
    expect(dated({ '2026-05-05': open, '2026-03-01': open })).toEqual(expected);
    expect(dated({ '2026-03-01': open, '2026-05-05': open, '2026-01-01': [], '2026-12-31': [] })).toEqual(
      expected,
    );
  });

  it('may be before 1970-01-02', () => {
    expect(dated({ '1970-01-01': [['10:00', '11:00']] })).toEqual([0, 1]);
  });

  it('a date closed by an exception has no minutes', () => {
    const { exceptions } = patternOf({ ...never, exceptions: { '2026-05-05': [] } }, ALL);
    expect([...exceptions]).toEqual([[day('2026-05-05'), []]]);
  });
});
