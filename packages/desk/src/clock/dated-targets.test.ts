import {
  compileSchedule,
  parseTimeZone,
  type Calendar,
  type Instant,
  type Window,
} from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { Target } from '../regulation/regulation.ts';
import { inMoscow, moscow } from '../test/shipped-regulations.ts';
import { remainingAt, shareAt, spentAt, wholeMs } from './clock-time.ts';
import type { Clock, ClockChangeCause, CountingRule } from './clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
} from './run-clock.ts';

const HOUR = 3_600_000;
const zone = parseTimeZone('Europe/Moscow');
if (zone === null) throw new Error('Moscow has a zone');

const week = (
  windows: readonly Window[],
  exceptions: Readonly<Record<string, readonly Window[]>> = {},
): Calendar =>
  compileSchedule({ zone, week: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows }, exceptions });

const calendars = new Map<string, Calendar>([
  ['office', week([['09:00', '18:00']])],
  // The office after a Wednesday was taken back from the holidays, and with one more.
  ['more', week([['09:00', '18:00']], { '2025-02-15': [['09:00', '18:00']] })],
  ['fewer', week([['09:00', '18:00']], { '2025-02-12': [], '2025-02-13': [] })],
  ['new', week([], { '2025-02-12': [['09:00', '18:00']] })],
  ['never', week([])],
]);

const rule = (target: Target, schedule = 'office'): CountingRule => ({
  clock: 'execution',
  packageId: 'any',
  priority: null,
  target,
  schedule,
  clause: 'A-1',
  edition: '1',
});

const hours = (count: number): Target => ({ kind: 'working-time', ms: count * HOUR });
const days = (count: number): Target => ({ kind: 'working-days', days: count, mode: 'end' });
const agreed = (at: string, pausesMoveIt: boolean): Target => ({
  kind: 'agreed-date',
  at: moscow(at),
  pausesMoveIt,
});
const opening = (count: number): Target => ({
  kind: 'elapsed',
  ms: count * HOUR,
  outsideHours: 'next-opening',
});

const armed = (target: Target, at: string, schedule = 'office'): Clock =>
  armClock(rule(target, schedule), moscow(at), calendars);
const paused = (clock: Clock, at: string): Clock =>
  pauseClock(clock, moscow(at), 'waiting-for-customer', calendars);
const resumed = (clock: Clock, at: string): Clock => resumeClock(clock, moscow(at), calendars);
const changed = (clock: Clock, next: CountingRule, at: string, cause: ClockChangeCause = 'priority'): Clock =>
  retargetClock(clock, next, moscow(at), cause, calendars);
const stopped = (clock: Clock, at: string): Clock => stopClock(clock, moscow(at), 'resolution', calendars);
const due = (clock: Clock): string | null => inMoscow(clock.dueAt);

// 2025-02-10 is a Monday.
describe('an agreed date', () => {
  const byFriday = agreed('2025-02-14 15:00', true);

  test('is the deadline, whatever the hours', () => {
    expect(due(armed(agreed('2025-02-15 12:34', true), '2025-02-10 10:00'))).toBe('2025-02-15 12:34');
    expect(due(armed(byFriday, '2025-02-10 10:00', 'never'))).toBe('2025-02-14 15:00');
  });

  test('is moved by the working time of pauses, or not, as was agreed', () => {
    const wait = (target: Target): string | null =>
      due(resumed(paused(armed(target, '2025-02-10 10:00'), '2025-02-11 17:00'), '2025-02-12 11:00'));
    // An hour on Tuesday and two on Wednesday.
    expect(wait(byFriday)).toBe('2025-02-14 18:00');
    expect(wait(agreed('2025-02-14 15:00', false))).toBe('2025-02-14 15:00');
  });

  test('is not moved by pauses before the agreement, and by one that goes on only since', () => {
    const before = resumed(
      paused(armed(hours(40), '2025-02-10 10:00'), '2025-02-10 12:00'),
      '2025-02-10 16:00',
    );
    const told = changed(before, rule(byFriday), '2025-02-11 10:00', 'agreement');
    expect(due(told)).toBe('2025-02-14 15:00');
    const waiting = paused(armed(hours(40), '2025-02-10 10:00'), '2025-02-10 12:00');
    const meanwhile = changed(waiting, rule(byFriday), '2025-02-11 10:00', 'agreement');
    expect(due(resumed(meanwhile, '2025-02-11 12:00'))).toBe('2025-02-14 17:00');
  });

  test('stays moved by a pause when only the calendar changes after it', () => {
    const waited = resumed(
      paused(armed(byFriday, '2025-02-10 10:00'), '2025-02-10 12:00'),
      '2025-02-10 14:00',
    );
    expect(due(waited)).toBe('2025-02-14 17:00');
    const moved = changed(waited, rule(byFriday, 'more'), '2025-02-11 10:00', 'calendar');
    expect(due(moved)).toBe('2025-02-14 17:00');
  });

  test('may be agreed anew: each change stays on record, with what was spent and the rule before', () => {
    const first = changed(
      armed(hours(8), '2025-02-10 09:00'),
      rule(byFriday),
      '2025-02-10 12:00',
      'agreement',
    );
    const later = agreed('2025-02-20 18:00', false);
    const second = changed(first, rule(later), '2025-02-11 10:00', 'agreement');
    expect(due(second)).toBe('2025-02-20 18:00');
    expect(second.changes).toEqual([
      { at: moscow('2025-02-10 12:00'), cause: 'agreement', before: rule(hours(8)), spentMs: 3 * HOUR },
      { at: moscow('2025-02-11 10:00'), cause: 'agreement', before: rule(byFriday), spentMs: 10 * HOUR },
    ]);
  });

  test('clears a miss, never the first one; one that lies in the past is missed at the agreement', () => {
    const late = breachClock(armed(hours(8), '2025-02-10 09:00'), moscow('2025-02-10 18:00'));
    const told = changed(late, rule(byFriday), '2025-02-11 10:00', 'agreement');
    expect([inMoscow(told.breachedAt), inMoscow(told.firstBreachAt)]).toEqual([null, '2025-02-10 17:00']);
    const past = changed(
      armed(hours(40), '2025-02-10 09:00'),
      rule(agreed('2025-02-10 10:00', true)),
      '2025-02-10 12:00',
      'agreement',
    );
    expect(inMoscow(past.breachedAt)).toBe('2025-02-10 12:00');
  });

  test('is left as working time until the date', () => {
    const clock = armed(byFriday, '2025-02-14 09:00');
    const at = moscow('2025-02-14 11:00');
    expect(spentAt(clock, at, calendars)).toBe(2 * HOUR);
    expect(remainingAt(clock, at, calendars)).toBe(4 * HOUR);
    expect(shareAt(clock, at, calendars)).toBeCloseTo(1 / 3, 10);
  });

  test('is left from the last event on, whoever asks for an earlier instant', () => {
    const clock = resumed(
      paused(armed(byFriday, '2025-02-13 09:00'), '2025-02-14 09:00'),
      '2025-02-14 11:00',
    );
    expect(due(clock)).toBe('2025-02-14 17:00');
    expect(remainingAt(clock, moscow('2025-02-13 10:00'), calendars)).toBe(6 * HOUR);
    expect(remainingAt(clock, moscow('2025-02-14 11:00'), calendars)).toBe(6 * HOUR);
  });
});

describe('a deadline in calendar days', () => {
  const within = (count: number): Target => ({ kind: 'calendar-days', days: count });

  test('is the end of its date, moved by plain time of the pauses', () => {
    const clock = armed(within(3), '2025-02-10 10:00');
    expect(due(clock)).toBe('2025-02-14 00:00');
    expect(due(resumed(paused(clock, '2025-02-10 20:00'), '2025-02-11 06:30'))).toBe('2025-02-14 10:30');
  });

  test('beyond the known years is none', () => {
    const last = moscow('2200-12-31 10:00');
    expect(armClock(rule(within(2)), last, calendars).dueAt).toBeNull();
    expect(armClock(rule(within(40_000_000)), last, calendars).dueAt).toBeNull();
    expect(inMoscow(armClock(rule(within(2)), moscow('2200-12-26 10:00'), calendars).dueAt)).toBe(
      '2200-12-29 00:00',
    );
  });
});

test('the whole promised time, where there is one', () => {
  expect(wholeMs(armed(hours(8), '2025-02-10 09:00'), calendars)).toBe(8 * HOUR);
  expect(wholeMs(armed(days(2), '2025-02-10 10:00'), calendars)).toBe(26 * HOUR);
  expect(wholeMs(armed(days(2), '2025-02-10 10:00', 'never'), calendars)).toBeNull();
});

describe('a deadline in working days', () => {
  test('that another calendar would put into the past is due at the change, and judged by nobody there (row 26)', () => {
    const long = armed(days(2), '2025-02-11 10:00', 'fewer');
    expect(due(long)).toBe('2025-02-17 18:00');
    const moved = changed(long, rule(days(2), 'office'), '2025-02-14 12:00', 'calendar');
    expect([due(moved), moved.breachedAt]).toEqual(['2025-02-14 12:00', null]);
    expect(stopped(moved, '2025-02-14 12:00').outcome).toBe('met');
    const late = stopped(moved, '2025-02-14 12:01');
    expect([late.outcome, inMoscow(late.breachedAt)]).toEqual(['missed', '2025-02-14 12:00']);
  });

  test('that another priority puts into the past is missed at the change (row 15)', () => {
    const moved = changed(armed(days(9), '2025-02-10 10:00'), rule(days(2)), '2025-02-14 12:00');
    expect([due(moved), inMoscow(moved.breachedAt)]).toEqual(['2025-02-14 12:00', '2025-02-14 12:00']);
  });

  test('recounts from the clock’s own start, in a pause too', () => {
    const waiting = paused(armed(days(9), '2025-02-10 10:00'), '2025-02-10 12:00');
    const moved = resumed(changed(waiting, rule(days(2)), '2025-02-10 15:00'), '2025-02-10 16:00');
    // Wed 18:00, and four hours of the pause.
    expect(due(moved)).toBe('2025-02-13 13:00');
  });
});

describe('plain hours whose deadline moves to the next opening (R1)', () => {
  const weekend = armed(opening(8), '2025-02-08 07:00');

  test('are left and shared by the deadline that holds, not by the one that was moved', () => {
    expect(due(weekend)).toBe('2025-02-10 09:00');
    const sunday = moscow('2025-02-09 08:00');
    expect(remainingAt(weekend, sunday, calendars)).toBe(25 * HOUR);
    expect(shareAt(weekend, sunday, calendars)).toBe(0.5);
  });

  test('never are due before they run on after a pause', () => {
    // The eight hours were over when the pause began, the opening passed within it.
    const waiting = paused(weekend, '2025-02-09 08:00');
    const clock = resumed(waiting, '2025-02-10 11:00');
    expect([due(clock), clock.breachedAt]).toEqual(['2025-02-10 11:00', null]);
  });
});

describe('a change of hours', () => {
  test('to a target less than elapsed is missed, even where the new calendar never held so much', () => {
    const moved = changed(armed(hours(30), '2025-02-10 09:00'), rule(hours(2), 'new'), '2025-02-12 12:00');
    expect(moved.spentMs).toBe(21 * HOUR);
    expect(inMoscow(moved.breachedAt)).toBe('2025-02-12 12:00');
  });

  test('to a calendar that never opens leaves no deadline, and no miss', () => {
    const moved = changed(
      armed(hours(8), '2025-02-10 09:00'),
      rule(hours(8), 'never'),
      '2025-02-10 12:00',
      'calendar',
    );
    expect([moved.dueAt, moved.breachedAt, inMoscow(moved.lastDueAt)]).toEqual([
      null,
      null,
      '2025-02-10 17:00',
    ]);
    expect(stopped(moved, '2025-12-31 12:00').outcome).toBe('met');
    expect(remainingAt(moved, moscow('2025-12-31 12:00'), calendars)).toBe(5 * HOUR);
    expect(shareAt(moved, moscow('2025-12-31 12:00'), calendars)).toBe(3 / 8);
    expect(
      shareAt(armed(days(2), '2025-02-10 09:00', 'never'), moscow('2025-02-11 09:00'), calendars),
    ).toBeNull();
  });

  test('while stopped comes into force at the reopening, the last of several, and a calendar does not take its judging away', () => {
    const ended = stopped(armed(hours(8), '2025-02-10 09:00'), '2025-02-10 15:00');
    const priority = changed(ended, rule(hours(4)), '2025-02-11 10:00');
    const calendar = changed(priority, rule(hours(4), 'fewer'), '2025-02-11 12:00', 'calendar');
    expect(calendar.rule).toEqual(rule(hours(8)));
    const open = reopenClock(calendar, moscow('2025-02-12 09:00'), calendars);
    expect(inMoscow(open.breachedAt)).toBe('2025-02-12 09:00');
    expect(open.changes).toEqual([
      { at: moscow('2025-02-12 09:00'), cause: 'priority', before: rule(hours(8)), spentMs: 6 * HOUR },
    ]);
    expect(open).toMatchObject({ outcome: 'met', rule: rule(hours(4), 'fewer') });
    expect(open).not.toHaveProperty('changeAtReopening');
  });

  test('a target of nothing is spent at once', () => {
    const nothing = armed(hours(0), '2025-02-10 09:00');
    expect(shareAt(nothing, moscow('2025-02-10 09:00'), calendars)).toBe(1);
  });
});

test('an instant before the clock’s last event counts as that event’s own', () => {
  const clock = paused(armed(hours(8), '2025-02-10 09:00'), '2025-02-10 12:00');
  const early = resumeClock(clock, moscow('2025-02-10 10:00') satisfies Instant, calendars);
  expect([early.since, due(early)]).toEqual([moscow('2025-02-10 12:00'), '2025-02-10 17:00']);
});
