import { isOpen, nextOpening } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../test/shipped-regulations.ts';
import { findRule } from './find-rule.ts';
import { armClock } from './run-clock.ts';

type Row = readonly [packageId: string, priority: string | null, from: string, due: string];

const dueAt = (desk: string, clock: string, [packageId, priority, from]: Row): string | null => {
  const one = shipped(desk);
  return inMoscow(armClock(ruleOf(one, clock, packageId, priority), moscow(from), one.calendars).dueAt);
};

const figures = (title: string, desk: string, clock: string, rows: readonly Row[]): void => {
  describe(title, () => {
    test.each(rows)('%s, priority %s, from %s is due %s', (...row) => {
      expect(dueAt(desk, clock, row)).toBe(row[3]);
    });
  });
};

const FRIDAY_16 = '2025-02-07 16:00';
figures('CN-TIME: six figures in working hours of 09:00-17:00', 'centaur', 'reaction', [
  ['basic', 'critical', FRIDAY_16, '2025-02-10 12:00'],
  ['extended', 'critical', FRIDAY_16, '2025-02-07 17:00'],
  ['basic', 'medium', FRIDAY_16, '2025-02-10 16:00'],
  ['extended', 'medium', FRIDAY_16, '2025-02-10 12:00'],
  ['basic', 'low', FRIDAY_16, '2025-02-12 16:00'],
  ['extended', 'low', FRIDAY_16, '2025-02-10 16:00'],
]);

figures('CN-S1: a letter outside 09:00-17:00 counts from the next opening', 'centaur', 'reaction', [
  ['basic', 'critical', '2025-02-04 20:00', '2025-02-05 13:00'],
  ['basic', 'critical', '2025-02-05 08:59', '2025-02-05 13:00'],
  ['basic', 'critical', '2025-02-05 09:00', '2025-02-05 13:00'],
  ['basic', 'critical', '2025-02-05 09:01', '2025-02-05 13:01'],
  ['basic', 'critical', '2025-02-05 16:59', '2025-02-06 12:59'],
  ['basic', 'critical', '2025-02-05 17:00', '2025-02-06 13:00'],
]);

const TUESDAY_10 = '2025-02-04 10:00';
figures('OW-TIME: execution of priorities 1 to 4, classified on Tuesday', 'optima', 'execution', [
  ['8x5x4', '1', TUESDAY_10, '2025-02-04 14:00'],
  ['8x5x4', '2', TUESDAY_10, '2025-02-06 18:00'],
  ['8x5x4', '3', TUESDAY_10, '2025-02-10 18:00'],
  ['8x5x4', '4', TUESDAY_10, '2025-02-17 18:00'],
]);

figures(
  'OW-TIME: processing of priorities 1 to 4, and half an hour without one (R20)',
  'optima',
  'processing',
  [
    ['8x5x4', '1', TUESDAY_10, '2025-02-04 10:30'],
    ['8x5x4', '2', TUESDAY_10, '2025-02-04 10:30'],
    ['8x5x4', '3', TUESDAY_10, '2025-02-04 11:00'],
    ['8x5x4', '4', TUESDAY_10, '2025-02-04 11:00'],
    ['8x5x4', null, TUESDAY_10, '2025-02-04 10:30'],
  ],
);

figures('OW-N1: outside 09:00-18:00 the clock starts on the next working day', 'optima', 'processing', [
  ['8x5x4', '3', '2025-02-04 22:00', '2025-02-05 10:00'],
  ['8x5x4', '3', '2025-02-07 17:30', '2025-02-10 09:30'],
  ['8x5x4', '3', '2025-02-07 18:00', '2025-02-10 10:00'],
]);

figures('R18: working days count from the own date of the start', 'optima', 'execution', [
  ['8x5x4', '2', '2025-02-08 12:00', '2025-02-11 18:00'],
  ['8x5x4', '2', '2025-02-07 20:00', '2025-02-11 18:00'],
]);

figures('SH-F-TIME: 24 working hours of 10:00-19:00', 'shtrih-m', 'review', [
  ['free', null, '2025-02-07 18:00', '2025-02-12 15:00'],
]);
figures('SH-P-TIME: 16 working hours', 'shtrih-m', 'review', [
  ['paid', null, '2025-02-07 18:00', '2025-02-11 16:00'],
]);
figures('SH-C-TIME: 8 working hours', 'shtrih-m', 'review', [
  ['partner', null, '2025-02-07 18:00', '2025-02-10 17:00'],
]);

describe('SH-HOURS: created on Friday at 20:00, counted from Monday at 10:00', () => {
  test.each(['free', 'paid', 'partner'])('%s', (packageId) => {
    const one = shipped('shtrih-m');
    const clock = armClock(ruleOf(one, 'review', packageId, null), moscow('2025-02-07 20:00'), one.calendars);
    expect(inMoscow(clock.countsFrom)).toBe('2025-02-10 10:00');
    expect(inMoscow(clock.startedAt)).toBe('2025-02-07 20:00');
  });
});

const FRIDAY_17 = '2025-02-07 17:00';
figures('FL-P: 2, 4, 8 and 48 hours of 09:00-18:00', 'flat', 'reaction', [
  ['8x5', '1', FRIDAY_17, '2025-02-10 10:00'],
  ['8x5', '2', FRIDAY_17, '2025-02-10 12:00'],
  ['8x5', '3', FRIDAY_17, '2025-02-10 16:00'],
  ['8x5', '4', FRIDAY_17, '2025-02-17 11:00'],
]);
figures('FL-K1: P1 at Fri 17:00 is due Mon 10:00', 'flat', 'reaction', [
  ['8x5', '1', FRIDAY_17, '2025-02-10 10:00'],
]);
figures('FL-K2: critical and high round the clock, the others in office hours', 'flat', 'reaction', [
  ['24x7', '1', FRIDAY_17, '2025-02-07 19:00'],
  ['24x7', '2', FRIDAY_17, '2025-02-07 21:00'],
  ['24x7', '3', FRIDAY_17, '2025-02-10 16:00'],
  ['24x7', '4', FRIDAY_17, '2025-02-17 11:00'],
]);
figures('FL-K3: round the clock for all priorities, on public holidays too', 'flat', 'reaction', [
  ['24x7-plus', '3', FRIDAY_17, '2025-02-08 01:00'],
  ['24x7-plus', '4', FRIDAY_17, '2025-02-09 17:00'],
  ['24x7-plus', '4', '2025-12-31 20:00', '2026-01-02 20:00'],
]);
figures('FL-K4: as plus', 'flat', 'reaction', [['24x7-onsite', '4', FRIDAY_17, '2025-02-09 17:00']]);
figures('FL-K5: office hours for the partner package', 'flat', 'reaction', [
  ['partner-8x5', '1', FRIDAY_17, '2025-02-10 10:00'],
]);

figures('AO-4.1-reaction: plain 48, 12 and 8 hours, then the next opening (R1)', 'alteroffice', 'reaction', [
  ['basic', null, TUESDAY_10, '2025-02-06 10:00'],
  ['extended', null, '2025-02-04 08:00', '2025-02-04 20:00'],
  ['extended', null, '2025-02-04 09:00', '2025-02-05 08:00'],
  ['maximum', null, '2025-02-08 23:00', '2025-02-09 07:00'],
]);
figures(
  'R17: a request outside the hours is counted at once, only the deadline moves',
  'alteroffice',
  'reaction',
  [['basic', null, '2025-02-08 07:00', '2025-02-10 08:00']],
);
figures('R1: a due time exactly at closing stays there', 'alteroffice', 'reaction', [
  ['basic', null, '2025-02-04 17:00', '2025-02-06 17:00'],
  ['basic', null, '2025-02-04 17:01', '2025-02-07 08:00'],
]);

describe('AO-4.1-hours (R2)', () => {
  const one = shipped('alteroffice');
  const calendarOf = (packageId: string) => {
    const calendar = one.calendars.get(ruleOf(one, 'reaction', packageId, null).schedule);
    if (calendar === undefined) throw new Error(packageId);
    return calendar;
  };
  test.each([
    ['basic', '2025-02-08 12:00', false],
    ['extended', '2025-02-08 12:00', false],
    ['maximum', '2025-02-08 12:00', true],
    // A public holiday on a Thursday.
    ['basic', '2025-05-01 10:00', false],
    ['extended', '2025-05-01 10:00', true],
    ['maximum', '2025-05-01 10:00', true],
    // A working Saturday.
    ['basic', '2025-11-01 10:00', true],
    ['extended', '2025-11-01 10:00', false],
    ['extended', '2025-02-07 19:59', true],
    ['extended', '2025-02-07 20:00', false],
  ])('%s on %s: open %s', (packageId, at, open) => {
    expect(isOpen(calendarOf(packageId), moscow(at))).toBe(open);
  });
  test.each(['basic', 'extended'])('%s on Saturday opens next on Monday at 08:00', (packageId) => {
    expect(inMoscow(nextOpening(calendarOf(packageId), moscow('2025-02-08 12:00')))).toBe('2025-02-10 08:00');
  });
});

describe('where nothing is promised', () => {
  test.each([
    ['flat', { clock: 'reaction', packageId: '8x5', priority: null }],
    ['flat', { clock: 'reaction', packageId: 'gold', priority: '1' }],
    ['flat', { clock: 'execution', packageId: '8x5', priority: '1' }],
    ['flat', { clock: 'reaction', packageId: '8x5', priority: '5' }],
    ['optima', { clock: 'execution', packageId: '8x5x4', priority: null }],
    ['alteroffice', { clock: 'reaction', packageId: 'basic', priority: '1' }],
  ])('%s %j', (desk, question) => {
    expect(findRule(shipped(desk).regulation, question)).toBeNull();
  });
});

test('production calendar: a working Saturday counts, a moved day off does not', () => {
  expect(dueAt('centaur', 'reaction', ['basic', 'medium', '2025-10-31 16:00', ''])).toBe('2025-11-01 16:00');
  expect(dueAt('centaur', 'reaction', ['basic', 'medium', '2025-11-01 16:00', ''])).toBe('2025-11-05 16:00');
});
