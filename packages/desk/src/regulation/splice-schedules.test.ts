import { describe, expect, test } from 'vitest';
import { compileSchedule, instant, workingTimeBetween, type Schedule } from '@reglament/working-time';
import { moscow } from '../test/shipped-regulations.ts';
import { spliceSchedules } from './splice-schedules.ts';

const HOUR = 3_600_000;
const office = ['09:00', '18:00'] as const;

const before: Schedule = {
  zone: 'Europe/Moscow' as Schedule['zone'],
  week: { 1: [office], 2: [office], 3: [office], 4: [office], 5: [office] },
  exceptions: { '2025-02-03': [], '2025-02-14': [] },
};

const closing = (...dates: readonly string[]): Schedule => ({
  ...before,
  exceptions: Object.fromEntries(dates.map((date) => [date, []])),
});

const workedOn = (schedule: Schedule, date: string): number =>
  workingTimeBetween(
    compileSchedule(schedule),
    moscow(`${date} 00:00`),
    instant(moscow(`${date} 00:00`) + 24 * HOUR),
  ) / HOUR;

describe('the hours of one edition after those of another', () => {
  const at = moscow('2025-02-05 13:00');

  test.each([
    ['a day off of the first, over by then, stays', '2025-02-03', 0],
    ['a day off of the second, over by then, is not taken back', '2025-02-04', 9],
    ['a day off of the second to come counts', '2025-02-10', 0],
    ['a day off that the second no longer has is worked', '2025-02-14', 9],
    ['a date that neither names is as every week', '2025-02-06', 9],
  ])('%s', (_what, date, hours) => {
    expect(workedOn(spliceSchedules(before, closing('2025-02-04', '2025-02-10'), at), date)).toBe(hours);
  });

  test('a day closed in its middle keeps the hours that are over', () => {
    const spliced = spliceSchedules(before, closing('2025-02-05'), at);
    expect(spliced.exceptions['2025-02-05']).toEqual([['09:00', '13:00']]);
  });

  test('a day opened in its middle has the hours to come', () => {
    const open = { ...before, exceptions: { '2025-02-03': [office] } };
    const spliced = spliceSchedules(before, open, moscow('2025-02-03 13:00'));
    expect(spliced.exceptions['2025-02-03']).toEqual([['13:00', '18:00']]);
  });

  test('a day that is the same in both is left whole', () => {
    expect(workedOn(spliceSchedules(before, closing('2025-02-10'), at), '2025-02-05')).toBe(9);
  });

  test('the date is the schedule’s own, and a night shift begun on it is cut with it', () => {
    const night: Schedule = { ...before, week: { 1: [['22:00', '06:00']], 2: [['22:00', '06:00']] } };
    // 23:30 in Moscow is still the 10th, a Monday; 20:30 in UTC.
    const spliced = spliceSchedules(
      night,
      { ...night, exceptions: { '2025-02-10': [], '2025-02-11': [['22:00', '23:00']] } },
      moscow('2025-02-10 23:30'),
    );
    expect(spliced.exceptions['2025-02-10']).toEqual([['22:00', '23:30']]);
    expect(workedOn(spliced, '2025-02-11')).toBe(1);
  });

  test('a shift begun the date before runs to its end', () => {
    const night: Schedule = { ...before, week: { 1: [['22:00', '06:00']] } };
    const spliced = spliceSchedules(
      night,
      { ...night, exceptions: { '2025-02-10': [] } },
      moscow('2025-02-11 02:00'),
    );
    expect(workedOn(spliced, '2025-02-11')).toBe(6);
  });
});
