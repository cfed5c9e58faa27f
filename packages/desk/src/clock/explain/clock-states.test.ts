import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockLife } from '../../test/clock-life.ts';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Target } from '../../regulation/regulation.ts';
import type { Clock } from '../clock.ts';
import {
  armClock,
  breachClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retargetClock,
  stopClock,
} from '../run-clock.ts';
import { clockStates, countedStates } from './clock-states.ts';

const HOUR = 3_600_000;
const { calendars, ...centaur } = shipped('centaur');
const medium = ruleOf({ ...centaur, calendars }, 'reaction', 'basic', 'medium');
const working = (count: number): Target => ({ kind: 'working-time', ms: count * HOUR });
// Mon-Fri 09:00-17:00; 2026-11-20 is a Friday.
const armed = (count: number): Clock =>
  armClock({ ...medium, target: working(count) }, moscow('2026-11-20 10:00'), calendars);
const paused = (clock: Clock, at: string): Clock =>
  pauseClock(clock, moscow(at), 'waiting-for-customer', calendars);
const resumed = (clock: Clock, at: string): Clock => resumeClock(clock, moscow(at), calendars);
const stopped = (clock: Clock, at: string): Clock => stopClock(clock, moscow(at), 'reply', calendars);
const reopened = (clock: Clock, at: string): Clock => reopenClock(clock, moscow(at), calendars);
const changed = (clock: Clock, count: number, at: string): Clock =>
  retargetClock(clock, { ...clock.rule, target: working(count) }, moscow(at), 'priority', calendars);

/** The record as it was before rules were kept: nobody knows the rules of its first changes. */
const forgotten = (clock: Clock, count: number): Clock => ({
  ...clock,
  changes: (clock.changes ?? []).map((change, index) =>
    index < count ? { ...change, cause: null, before: null } : change,
  ),
});

const told = (clock: Clock) =>
  countedStates(clock, () => calendars).map((state) => [state.by, inMoscow(state.at), state.clock.status]);

describe('what happened to a clock, from its record', () => {
  test('begins with its start', () => {
    expect(told(armed(8))).toEqual([['start', '2026-11-20 10:00', 'running']]);
  });

  test('goes through pauses, stops and changes', () => {
    const clock = changed(
      reopened(
        stopped(resumed(paused(armed(8), '2026-11-20 11:00'), '2026-11-20 12:00'), '2026-11-20 13:00'),
        '2026-11-20 14:00',
      ),
      16,
      '2026-11-20 15:00',
    );
    expect(told(stopped(clock, '2026-11-20 16:00'))).toEqual([
      ['start', '2026-11-20 10:00', 'running'],
      ['pause', '2026-11-20 11:00', 'paused'],
      ['resume', '2026-11-20 12:00', 'running'],
      ['stop', '2026-11-20 13:00', 'stopped'],
      ['reopen', '2026-11-20 14:00', 'running'],
      ['change', '2026-11-20 15:00', 'running'],
      ['stop', '2026-11-20 16:00', 'stopped'],
    ]);
  });

  test('of a stop in a pause the resuming is left out', () => {
    expect(told(stopped(paused(armed(8), '2026-11-20 11:00'), '2026-11-20 12:00'))).toEqual([
      ['start', '2026-11-20 10:00', 'running'],
      ['pause', '2026-11-20 11:00', 'paused'],
      ['stop', '2026-11-20 12:00', 'stopped'],
    ]);
  });

  test.each([
    [
      'pause',
      (clock: Clock) => paused(changed(clock, 16, '2026-11-20 12:00'), '2026-11-20 12:00'),
      ['change', 'pause'],
    ],
    [
      'resume',
      (clock: Clock) =>
        changed(resumed(paused(clock, '2026-11-20 11:00'), '2026-11-20 12:00'), 16, '2026-11-20 12:00'),
      ['pause', 'resume', 'change'],
    ],
    [
      'stop',
      (clock: Clock) => stopped(changed(clock, 16, '2026-11-20 12:00'), '2026-11-20 12:00'),
      ['change', 'stop'],
    ],
    [
      'reopening',
      (clock: Clock) =>
        changed(reopened(stopped(clock, '2026-11-20 11:00'), '2026-11-20 12:00'), 16, '2026-11-20 12:00'),
      ['stop', 'reopen', 'change'],
    ],
  ] as const)('a change at the instant of a %s stands where the clock runs', (_, lived, steps) => {
    const clock = lived(armed(8));
    expect(told(clock).map(([by]) => by)).toEqual(['start', ...steps]);
    expect(clockStates(clock, () => calendars).at(-1)?.clock).toEqual(clock);
  });
});

describe('what was counted', () => {
  test('stays as it was, whatever the calendars say now', () => {
    const clock = changed(armed(8), 16, '2026-11-20 12:00');
    const [change] = clock.changes ?? [];
    if (change === undefined) throw new Error('no change');
    // Two hours were counted by calendars of then; it says five.
    const record: Clock = { ...clock, spentMs: 5 * HOUR, changes: [{ ...change, spentMs: 5 * HOUR }] };
    const last = countedStates(record, () => calendars).at(-1)?.clock;
    expect(last).toMatchObject({ spentMs: 5 * HOUR, changes: record.changes, breachedAt: null });
    expect([inMoscow(last?.dueAt ?? null), inMoscow(last?.lastDueAt ?? null)]).toEqual([
      '2026-11-23 15:00',
      '2026-11-23 15:00',
    ]);
  });

  test('in a pause stays so too, with the deadline that was in force last', () => {
    const clock = changed(paused(armed(8), '2026-11-20 12:00'), 16, '2026-11-20 13:00');
    const [change] = clock.changes ?? [];
    if (change === undefined) throw new Error('no change');
    const record: Clock = { ...clock, spentMs: 5 * HOUR, changes: [{ ...change, spentMs: 5 * HOUR }] };
    const last = countedStates(record, () => calendars).at(-1)?.clock;
    expect(last).toMatchObject({
      status: 'paused',
      spentMs: 5 * HOUR,
      dueAt: null,
      lastDueAt: clock.lastDueAt,
    });
  });

  test('past the deadline before a change is a miss of then', () => {
    const clock = changed(breachClock(armed(2), moscow('2026-11-20 13:00')), 16, '2026-11-20 13:00');
    const last = countedStates(clock, () => calendars).at(-1)?.clock;
    expect([inMoscow(last?.firstBreachAt ?? null), last?.breachedAt]).toEqual(['2026-11-20 12:00', null]);
  });

  test('past the deadline is one that nobody had noticed, too', () => {
    const clock = changed(armed(2), 16, '2026-11-20 13:00');
    expect(countedStates(clock, () => calendars).at(-1)?.clock.firstBreachAt).toBe(
      moscow('2026-11-20 12:00'),
    );
  });

  test('up to the deadline itself is none', () => {
    const clock = changed(armed(2), 16, '2026-11-20 12:00');
    expect(countedStates(clock, () => calendars).at(-1)?.clock.firstBreachAt).toBeNull();
  });
});

describe('a record from before rules were kept', () => {
  test('begins with the last change whose rule is not known', () => {
    const clock = changed(
      changed(changed(armed(8), 16, '2026-11-20 11:00'), 24, '2026-11-20 12:00'),
      32,
      '2026-11-20 13:00',
    );
    expect(told(forgotten(clock, 2))).toEqual([
      ['change', '2026-11-20 12:00', 'running'],
      ['change', '2026-11-20 13:00', 'running'],
    ]);
    const [first] = countedStates(forgotten(clock, 2), () => calendars);
    expect(first?.clock).toMatchObject({ spentMs: 2 * HOUR, rule: { target: working(24) } });
    expect(first?.clock.changes).toHaveLength(2);
    expect(inMoscow(first?.clock.dueAt ?? null)).toBe('2026-11-25 10:00');
  });

  test.each([
    [
      'before it',
      (clock: Clock) =>
        changed(resumed(paused(clock, '2026-11-20 11:00'), '2026-11-20 12:00'), 16, '2026-11-20 13:00'),
      [],
    ],
    [
      'that ended with it',
      (clock: Clock) =>
        changed(resumed(paused(clock, '2026-11-20 11:00'), '2026-11-20 13:00'), 16, '2026-11-20 13:00'),
      [],
    ],
    [
      'that still goes on',
      (clock: Clock) => changed(paused(clock, '2026-11-20 11:00'), 16, '2026-11-20 13:00'),
      [],
    ],
    [
      'that went on',
      (clock: Clock) =>
        resumed(changed(paused(clock, '2026-11-20 11:00'), 16, '2026-11-20 13:00'), '2026-11-20 14:00'),
      ['resume'],
    ],
    [
      'that began with it',
      (clock: Clock) =>
        resumed(paused(changed(clock, 16, '2026-11-20 13:00'), '2026-11-20 13:00'), '2026-11-20 14:00'),
      ['pause', 'resume'],
    ],
    [
      'of no length at its instant',
      (clock: Clock) =>
        resumed(paused(changed(clock, 16, '2026-11-20 13:00'), '2026-11-20 13:00'), '2026-11-20 13:00'),
      ['pause', 'resume'],
    ],
    [
      'and a stop, both at its instant',
      (clock: Clock) =>
        stopped(paused(changed(clock, 16, '2026-11-20 13:00'), '2026-11-20 13:00'), '2026-11-20 13:00'),
      ['pause', 'stop'],
    ],
    [
      'after it',
      (clock: Clock) => paused(changed(clock, 16, '2026-11-20 13:00'), '2026-11-20 14:00'),
      ['pause'],
    ],
    [
      'and another that went on',
      (clock: Clock) =>
        resumed(
          changed(
            paused(resumed(paused(clock, '2026-11-20 10:30'), '2026-11-20 10:45'), '2026-11-20 11:00'),
            16,
            '2026-11-20 13:00',
          ),
          '2026-11-20 14:00',
        ),
      ['resume'],
    ],
  ] as const)('leads to the clock as it stands: a pause %s', (_, lived, steps) => {
    const clock = forgotten(lived(armed(8)), 1);
    expect(told(clock).map(([by]) => by)).toEqual(['change', ...steps]);
    // A pause that went on is known from the change on.
    const { lastDueAt, since: _since, ...rest } = clock;
    const last = countedStates(clock, () => calendars).at(-1)?.clock;
    expect(last).toMatchObject(rest);
    // What was due before the change is not known any more, only what is due since.
    if (clock.dueAt !== null) expect(last?.lastDueAt).toBe(lastDueAt);
  });

  test('leads to the clock as it stands, whatever it went through', () => {
    fc.assert(
      fc.property(clockLife(1), fc.nat(8), ({ clock, desk }, count) => {
        const record = forgotten(clock, 1 + (count % Math.max(1, clock.changes?.length ?? 0)));
        const last = countedStates(record, () => shipped(desk).calendars).at(-1)?.clock;
        const { rule, status, startedAt, countsFrom, pauses, changes } = record;
        expect(last).toMatchObject({ rule, status, startedAt, countsFrom, pauses });
        expect(last?.changes ?? []).toEqual(changes);
      }),
      { numRuns: 500 },
    );
  });
});
