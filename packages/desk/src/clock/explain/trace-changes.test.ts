import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Target } from '../../regulation/regulation.ts';
import type { Clock, ClockChangeCause } from '../clock.ts';
import { armClock, breachClock, pauseClock, reopenClock, retargetClock, stopClock } from '../run-clock.ts';
import { countTrace } from './count-trace.ts';
import type { TraceChange } from './trace.ts';

const HOUR = 3_600_000;
const { calendars, ...centaur } = shipped('centaur');
const medium = ruleOf({ ...centaur, calendars }, 'reaction', 'basic', 'medium');
const working = (count: number): Target => ({ kind: 'working-time', ms: count * HOUR });
// Mon-Fri 09:00-17:00; 2026-11-20 is a Friday.
const armed = (count: number): Clock =>
  armClock({ ...medium, target: working(count) }, moscow('2026-11-20 10:00'), calendars);
const changed = (clock: Clock, count: number, at: string, cause: ClockChangeCause = 'priority'): Clock =>
  retargetClock(clock, { ...clock.rule, target: working(count) }, moscow(at), cause, calendars);

const changesOf = (clock: Clock): readonly TraceChange[] =>
  countTrace(clock, () => calendars, clock.since, []).changes;
const told = (clock: Clock) =>
  changesOf(clock).map(({ breach, dueBefore, dueAfter }) => [
    breach,
    inMoscow(dueBefore),
    inMoscow(dueAfter),
  ]);
const hoursOf = (target: Target | undefined): number | null =>
  target?.kind === 'working-time' ? target.ms / HOUR : null;

describe('a change of rule', () => {
  test('tells what was and what is, and what was kept', () => {
    const [change] = changesOf(changed(armed(8), 16, '2026-11-20 12:00', 'package'));
    expect(change).toEqual({
      at: moscow('2026-11-20 12:00'),
      cause: 'package',
      before: { ...medium, target: working(8) },
      after: { ...medium, target: working(16) },
      spentMs: 2 * HOUR,
      isAnew: false,
      dueBefore: moscow('2026-11-23 10:00'),
      dueAfter: moscow('2026-11-24 10:00'),
      isJudged: true,
      breach: 'none',
    });
  });

  test('of several each has its own rules', () => {
    const clock = changed(changed(armed(8), 16, '2026-11-20 12:00'), 24, '2026-11-20 13:00');
    expect(
      changesOf(clock).map(({ before, after }) => [before?.target, after.target].map((one) => hoursOf(one))),
    ).toEqual([
      [8, 16],
      [16, 24],
    ]);
    expect(told(clock)).toEqual([
      ['none', '2026-11-23 10:00', '2026-11-24 10:00'],
      ['none', '2026-11-24 10:00', '2026-11-25 10:00'],
    ]);
  });

  test('makes a miss, at the change', () => {
    expect(told(changed(armed(8), 1, '2026-11-20 12:00'))).toEqual([
      ['caused', '2026-11-23 10:00', '2026-11-20 12:00'],
    ]);
  });

  test.each([
    ['that was told', (clock: Clock) => breachClock(clock, moscow('2026-11-20 13:00'))],
    ['that nobody had noticed', (clock: Clock) => clock],
  ])('clears a miss %s', (_, noticed) => {
    expect(told(changed(noticed(armed(2)), 16, '2026-11-20 13:00'))).toEqual([
      ['cleared', '2026-11-20 12:00', '2026-11-24 10:00'],
    ]);
  });

  test('keeps a miss', () => {
    expect(told(changed(armed(2), 1, '2026-11-20 13:00'))).toEqual([
      ['kept', '2026-11-20 12:00', '2026-11-20 12:00'],
    ]);
  });

  test('at the deadline itself finds none', () => {
    expect(told(changed(armed(2), 16, '2026-11-20 12:00'))).toEqual([
      ['none', '2026-11-20 12:00', '2026-11-24 10:00'],
    ]);
  });

  test('has nothing to do with a miss after it', () => {
    const clock = changed(armed(8), 3, '2026-11-20 12:00');
    expect(told(breachClock(clock, moscow('2026-11-20 14:00')))).toEqual([
      ['none', '2026-11-23 10:00', '2026-11-20 13:00'],
    ]);
  });

  test('while the clock stands tells the last deadline, and none to come', () => {
    const paused = pauseClock(armed(8), moscow('2026-11-20 11:00'), 'waiting-for-customer', calendars);
    expect(told(changed(paused, 16, '2026-11-20 12:00'))).toEqual([['none', '2026-11-23 10:00', null]]);
  });

  test('found while it was stopped is told at the reopening', () => {
    const stopped = stopClock(armed(8), moscow('2026-11-20 11:00'), 'reply', calendars);
    const clock = reopenClock(
      changed(stopped, 16, '2026-11-20 12:00'),
      moscow('2026-11-20 13:00'),
      calendars,
    );
    expect(changesOf(clock).map(({ at }) => inMoscow(at))).toEqual(['2026-11-20 13:00']);
    expect(told(clock)).toEqual([['none', '2026-11-23 12:00', '2026-11-24 12:00']]);
  });

  test('of the calendar is judged by nobody', () => {
    const [change] = changesOf(changed(armed(8), 1, '2026-11-20 12:00', 'calendar'));
    expect(change).toMatchObject({ isJudged: false, breach: 'none' });
  });

  test('whose rule nobody kept tells only what it kept', () => {
    const clock = changed(changed(armed(8), 16, '2026-11-20 12:00'), 24, '2026-11-20 13:00');
    const forgotten: Clock = {
      ...clock,
      changes: (clock.changes ?? []).map((one, index) => (index === 0 ? { ...one, before: null } : one)),
    };
    expect(told(forgotten)).toEqual([
      ['none', null, '2026-11-24 10:00'],
      ['none', '2026-11-24 10:00', '2026-11-25 10:00'],
    ]);
    expect(changesOf(forgotten)[0]).toMatchObject({ before: null, spentMs: 2 * HOUR });
  });
});
