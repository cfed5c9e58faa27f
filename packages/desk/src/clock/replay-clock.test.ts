import {
  compileSchedule,
  instant,
  parseTimeZone,
  type Calendar,
  type Instant,
  type Schedule,
} from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import { moscow } from '../test/shipped-regulations.ts';
import { checkReplay, replayClock, ReplayError, type ReplayEvent } from './replay-clock.ts';

const HOUR = 3_600_000;
const zone = parseTimeZone('Europe/Moscow');
if (zone === null) throw new Error('Moscow has a zone');

const week = (from: string, to: string): Calendar =>
  compileSchedule({
    zone,
    week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[from, to]]])),
    exceptions: {},
  } as Schedule);

const calendars = new Map<string, Calendar>([
  ['office', week('09:00', '17:00')],
  ['early', week('06:00', '14:00')],
  ['shut', compileSchedule({ zone, week: {}, exceptions: {} })],
  ['spring', compileSchedule({ zone, week: {}, exceptions: { '2025-03-03': [['09:00', '17:00']] } })],
]);

const opened = (at: string, target = 8 * HOUR, cal = 'office'): ReplayEvent => ({
  t: moscow(at),
  k: 'open',
  cal,
  target,
});
const event = (at: string, k: ReplayEvent['k'], more: Partial<ReplayEvent> = {}): ReplayEvent => ({
  t: moscow(at),
  k,
  ...more,
});
const target = (at: string, hours: number): ReplayEvent => event(at, 'target', { target: hours * HOUR });
const read = (at: string, ...events: readonly ReplayEvent[]) => replayClock(calendars, events, moscow(at));

// 2025-02-10 is a Monday.
describe('a replayed clock', () => {
  test('golden pause test: Mon-Fri 09-17, 8 h, created Fri 16:00, paused Fri 16:30 to Mon 09:30, is due Mon 17:00', () => {
    const reading = read(
      '2025-02-10 10:00',
      opened('2025-02-07 16:00'),
      event('2025-02-07 16:30', 'pause'),
      event('2025-02-10 09:30', 'resume'),
    );
    expect(reading).toEqual({
      elapsed: HOUR,
      remaining: 7 * HOUR,
      state: 'running',
      deadline: moscow('2025-02-10 17:00'),
      breachedAt: null,
      firstBreachAt: null,
    });
  });

  test('is idle before it is opened', () => {
    expect(read('2025-02-10 08:59', opened('2025-02-10 09:00'))).toEqual({
      elapsed: 0,
      remaining: null,
      state: 'idle',
      deadline: null,
      breachedAt: null,
      firstBreachAt: null,
    });
  });

  test.each([
    ['at the deadline is not missed yet', '2025-02-10 17:00', null],
    [
      'later that evening is missed, though nothing more has elapsed (row 9)',
      '2025-02-10 18:00',
      '2025-02-10 17:00',
    ],
    ['next day is missed since the deadline', '2025-02-11 12:00', '2025-02-10 17:00'],
  ])('%s', (_, at, breached) => {
    const reading = read(at, opened('2025-02-10 09:00'));
    const expected = breached === null ? null : moscow(breached);
    expect(reading).toMatchObject({
      state: 'running',
      deadline: moscow('2025-02-10 17:00'),
      breachedAt: expected,
      firstBreachAt: expected,
    });
  });

  test('stopped at the deadline is met, a millisecond later missed (row 9)', () => {
    const stopAt = (t: Instant) =>
      replayClock(calendars, [opened('2025-02-10 09:00'), { t, k: 'stop' }], moscow('2025-02-12 12:00'));
    const due = moscow('2025-02-10 17:00');
    expect(stopAt(due)).toMatchObject({ state: 'stopped', breachedAt: null, deadline: null, remaining: 0 });
    expect(stopAt(instant(due + 1))).toMatchObject({ state: 'stopped', breachedAt: due, deadline: null });
  });

  test('has no deadline where it never opens for long enough (row 11), in a pause, and after a stop', () => {
    expect(read('2025-02-10 12:00', opened('2025-02-10 09:00', HOUR, 'shut'))).toMatchObject({
      state: 'running',
      deadline: null,
      remaining: HOUR,
    });
    expect(read('2025-12-10 12:00', opened('2025-02-10 09:00', 9 * HOUR, 'spring'))).toMatchObject({
      elapsed: 8 * HOUR,
      deadline: null,
      breachedAt: null,
    });
    expect(
      read('2025-02-10 12:00', opened('2025-02-10 09:00'), event('2025-02-10 10:00', 'pause')),
    ).toMatchObject({ state: 'paused', deadline: null, remaining: 7 * HOUR });
  });

  test('with a target of nothing is due at once', () => {
    expect(read('2025-02-09 12:00', opened('2025-02-09 12:00', 0))).toMatchObject({
      deadline: moscow('2025-02-09 12:00'),
      breachedAt: null,
    });
    expect(read('2025-02-09 12:01', opened('2025-02-09 12:00', 0)).breachedAt).toBe(
      moscow('2025-02-09 12:00'),
    );
  });

  test('keeps the order of events of one instant (row 18)', () => {
    const at = '2025-02-10 10:00';
    const missedFirst = [target(at, 0), target(at, 8)];
    const missedLast = [target(at, 8), target(at, 0)];
    expect(read('2025-02-10 11:00', opened('2025-02-10 09:00'), ...missedFirst)).toMatchObject({
      breachedAt: null,
      firstBreachAt: moscow(at),
    });
    expect(read('2025-02-10 11:00', opened('2025-02-10 09:00'), ...missedLast)).toMatchObject({
      breachedAt: moscow(at),
      deadline: moscow(at),
    });
  });

  test.each([
    ['pause before it is opened', [event('2025-02-10 08:00', 'pause'), opened('2025-02-10 09:00')]],
    ['target before it is opened', [target('2025-02-10 08:00', 1), opened('2025-02-10 09:00')]],
    [
      'calendar before it is opened',
      [event('2025-02-10 08:00', 'calendar', { cal: 'shut' }), opened('2025-02-10 09:00')],
    ],
    ['stop before it is opened', [event('2025-02-10 08:00', 'stop'), opened('2025-02-10 09:00')]],
    ['a second opening', [opened('2025-02-10 09:00'), opened('2025-02-10 10:00', HOUR, 'early')]],
    ['resume while running', [opened('2025-02-10 09:00'), event('2025-02-10 10:00', 'resume')]],
    ['reopen while running', [opened('2025-02-10 09:00'), event('2025-02-10 10:00', 'reopen')]],
    ['what comes after the reading', [opened('2025-02-10 09:00'), event('2025-02-10 12:01', 'stop')]],
  ])('ignores %s (row 26)', (_, events) => {
    expect(read('2025-02-10 12:00', ...events)).toEqual(read('2025-02-10 12:00', opened('2025-02-10 09:00')));
  });

  test('ignores a resume, a pause and a second stop after the stop, and a reopening in a pause', () => {
    const stopped = [opened('2025-02-10 09:00'), event('2025-02-10 10:00', 'stop')];
    for (const k of ['resume', 'pause', 'stop', 'open'] as const)
      expect(
        read('2025-02-10 12:00', ...stopped, event('2025-02-10 11:00', k, { cal: 'office', target: 1 })),
      ).toEqual(read('2025-02-10 12:00', ...stopped));
    const paused = [opened('2025-02-10 09:00'), event('2025-02-10 10:00', 'pause')];
    expect(read('2025-02-10 12:00', ...paused, event('2025-02-10 11:00', 'reopen'))).toEqual(
      read('2025-02-10 12:00', ...paused),
    );
  });
});

describe('another target (rows 15 and 26)', () => {
  test('less than what has elapsed is missed at the change, also in a pause', () => {
    const paused = [opened('2025-02-10 09:00'), event('2025-02-10 13:00', 'pause')];
    const at = moscow('2025-02-10 15:00');
    expect(read('2025-02-10 16:00', ...paused, target('2025-02-10 15:00', 3))).toMatchObject({
      state: 'paused',
      elapsed: 4 * HOUR,
      remaining: -HOUR,
      deadline: null,
      breachedAt: at,
      firstBreachAt: at,
    });
    expect(read('2025-02-10 16:00', opened('2025-02-10 09:00'), target('2025-02-10 15:00', 3))).toMatchObject(
      {
        state: 'running',
        deadline: at,
        breachedAt: at,
      },
    );
  });

  test('of just what has elapsed is missed only when more time passes', () => {
    const events = [opened('2025-02-10 09:00'), target('2025-02-10 15:00', 6)];
    expect(read('2025-02-10 15:00', ...events)).toMatchObject({
      deadline: moscow('2025-02-10 15:00'),
      breachedAt: null,
    });
    expect(read('2025-02-10 15:01', ...events).breachedAt).toBe(moscow('2025-02-10 15:00'));
  });

  test('that is not exceeded clears the miss, never the first one', () => {
    expect(
      read('2025-02-11 10:00', opened('2025-02-10 09:00', 2 * HOUR), target('2025-02-10 12:00', 8)),
    ).toMatchObject({
      deadline: moscow('2025-02-10 17:00'),
      breachedAt: moscow('2025-02-10 17:00'),
      firstBreachAt: moscow('2025-02-10 11:00'),
    });
    expect(
      read('2025-02-10 16:00', opened('2025-02-10 09:00', 2 * HOUR), target('2025-02-10 12:00', 8)),
    ).toMatchObject({
      breachedAt: null,
      firstBreachAt: moscow('2025-02-10 11:00'),
    });
  });

  test('of a clock already missed leaves the miss where it was', () => {
    expect(
      read('2025-02-10 16:00', opened('2025-02-10 09:00', 2 * HOUR), target('2025-02-10 12:00', 1)),
    ).toMatchObject({
      deadline: moscow('2025-02-10 11:00'),
      breachedAt: moscow('2025-02-10 11:00'),
    });
  });

  test('set while stopped is judged at the reopening (row 16)', () => {
    const stopped = [
      opened('2025-02-10 09:00'),
      event('2025-02-10 13:00', 'stop'),
      target('2025-02-10 14:00', 3),
    ];
    expect(read('2025-02-10 14:30', ...stopped)).toMatchObject({ state: 'stopped', breachedAt: null });
    expect(read('2025-02-11 14:00', ...stopped, event('2025-02-11 09:00', 'reopen'))).toMatchObject({
      state: 'running',
      breachedAt: moscow('2025-02-11 09:00'),
      firstBreachAt: moscow('2025-02-11 09:00'),
    });
  });

  test('while stopped clears the miss at the reopening, and a reopening without one judges nothing', () => {
    const late = [opened('2025-02-10 09:00', 2 * HOUR), event('2025-02-10 13:00', 'stop')];
    const raised = [...late, target('2025-02-10 14:00', 8)];
    expect(read('2025-02-10 14:30', ...raised).breachedAt).toBe(moscow('2025-02-10 11:00'));
    expect(read('2025-02-11 10:00', ...raised, event('2025-02-11 09:00', 'reopen'))).toMatchObject({
      breachedAt: null,
      firstBreachAt: moscow('2025-02-10 11:00'),
      deadline: moscow('2025-02-11 13:00'),
    });
    // Stopped in the evening: all was used up by the deadline, and the miss stays one.
    const evening = [
      opened('2025-02-10 09:00'),
      event('2025-02-10 18:00', 'stop'),
      event('2025-02-11 08:00', 'reopen'),
    ];
    expect(read('2025-02-11 08:30', ...evening)).toMatchObject({
      elapsed: 8 * HOUR,
      breachedAt: moscow('2025-02-10 17:00'),
      deadline: moscow('2025-02-10 17:00'),
    });
  });
});

describe('another calendar (rows 14 and 26)', () => {
  test('counts on from the change, what has elapsed is kept', () => {
    expect(
      read(
        '2025-02-10 12:00',
        opened('2025-02-10 09:00'),
        event('2025-02-10 12:00', 'calendar', { cal: 'early' }),
      ),
    ).toMatchObject({ elapsed: 3 * HOUR, deadline: moscow('2025-02-11 09:00') });
  });

  test('alone judges nothing: a miss stays, and nothing becomes one by it', () => {
    const change = event('2025-02-10 20:00', 'calendar', { cal: 'early' });
    expect(read('2025-02-10 21:00', opened('2025-02-10 09:00'), change)).toMatchObject({
      breachedAt: moscow('2025-02-10 17:00'),
      deadline: moscow('2025-02-10 17:00'),
    });
    expect(read('2025-02-10 21:00', opened('2025-02-10 09:00', 9 * HOUR), change)).toMatchObject({
      breachedAt: null,
      deadline: moscow('2025-02-11 07:00'),
    });
  });

  test('in a pause and while stopped holds from when the clock runs on', () => {
    for (const [halt, go] of [
      ['pause', 'resume'],
      ['stop', 'reopen'],
    ] as const)
      expect(
        read(
          '2025-02-11 07:00',
          opened('2025-02-10 09:00'),
          event('2025-02-10 12:00', halt),
          event('2025-02-10 13:00', 'calendar', { cal: 'early' }),
          event('2025-02-11 06:00', go),
        ),
      ).toMatchObject({ elapsed: 4 * HOUR, deadline: moscow('2025-02-11 11:00') });
  });
});

describe('a replay that can not be', () => {
  const good = opened('2025-02-10 09:00');
  const bad = (change: object): ReplayEvent => ({ ...good, ...change });
  const at = moscow('2025-02-11 09:00');
  test.each<[string, readonly ReplayEvent[], number, string, string]>([
    ['out of order', [good, event('2025-02-10 08:59', 'pause')], at, 'out-of-order', 'events.1.t'],
    [
      'out of order after the reading',
      [good, event('2025-03-01 09:00', 'stop'), event('2025-02-20 09:00', 'stop')],
      at,
      'out-of-order',
      'events.2.t',
    ],
    ['at no instant', [bad({ t: Number.NaN })], at, 'not-an-instant', 'events.0.t'],
    ['at a part of a millisecond', [bad({ t: 0.5 })], at, 'not-an-instant', 'events.0.t'],
    ['before 1970', [bad({ t: -1 })], at, 'not-an-instant', 'events.0.t'],
    ['after 2200', [bad({ t: 7_289_654_400_000 })], at, 'not-an-instant', 'events.0.t'],
    ['read at no instant', [good], Number.POSITIVE_INFINITY, 'not-an-instant', 'at'],
    ['of an unknown kind', [bad({ k: 'explode' })], at, 'unknown-event', 'events.0.k'],
    ['of a kind that every object has', [bad({ k: 'toString' })], at, 'unknown-event', 'events.0.k'],
    ['in an unknown calendar', [bad({ cal: 'moon' })], at, 'unknown-calendar', 'events.0.cal'],
    [
      'opened without a calendar',
      [{ t: good.t, k: 'open', target: 1 }],
      at,
      'missing-calendar',
      'events.0.cal',
    ],
    [
      'opened without a target',
      [{ t: good.t, k: 'open', cal: 'office' }],
      at,
      'missing-target',
      'events.0.target',
    ],
    [
      'with a change to no calendar',
      [good, { t: good.t, k: 'calendar' }],
      at,
      'missing-calendar',
      'events.1.cal',
    ],
    [
      'with a change to no target',
      [good, { t: good.t, k: 'target' }],
      at,
      'missing-target',
      'events.1.target',
    ],
    ['with a negative target', [bad({ target: -1 })], at, 'bad-target', 'events.0.target'],
    ['with a fraction as a target', [bad({ target: 1.5 })], at, 'bad-target', 'events.0.target'],
    ['with no number as a target', [bad({ target: Number.NaN })], at, 'bad-target', 'events.0.target'],
    [
      'with an endless target',
      [bad({ target: Number.POSITIVE_INFINITY })],
      at,
      'bad-target',
      'events.0.target',
    ],
  ])('%s is told with its place', (_, events, when, code, path) => {
    expect(checkReplay(calendars, events, when as Instant)).toEqual({ code, path });
    const replaying = (): unknown => replayClock(calendars, events, when as Instant);
    expect(replaying).toThrow(ReplayError);
    expect(replaying).toThrow(expect.objectContaining({ code, path }));
  });

  test('a sound one has no problem', () => {
    expect(checkReplay(calendars, [good], at)).toBeNull();
  });
});
