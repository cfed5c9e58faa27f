import { describe, expect, test } from 'vitest';
import { inMoscow, moscow, ruleOf, shipped } from '../../test/shipped-regulations.ts';
import type { Clock } from '../clock.ts';
import { countTrace } from '../explain/count-trace.ts';
import type { CountedTrace } from '../explain/trace.ts';
import { armClock, pauseClock, reopenClock, resumeClock, retargetClock, stopClock } from '../run-clock.ts';
import { timelinePieces } from './timeline-pieces.ts';

const HOUR = 3_600_000;
const { calendars, ...centaur } = shipped('centaur');
const medium = ruleOf({ ...centaur, calendars }, 'reaction', 'basic', 'medium');
// Mon-Fri 09:00-17:00; 2026-11-20 is a Friday.
const armed = (hours: number, from = '2026-11-20 10:00'): Clock =>
  armClock({ ...medium, target: { kind: 'working-time', ms: hours * HOUR } }, moscow(from), calendars);
const waited = (clock: Clock, from: string, to: string): Clock =>
  resumeClock(pauseClock(clock, moscow(from), 'waiting-for-customer', calendars), moscow(to), calendars);

const traced = (clock: Clock, at: string): CountedTrace => countTrace(clock, () => calendars, moscow(at), []);
const told = (trace: CountedTrace, now: string) =>
  timelinePieces(trace, moscow(now)).map(({ kind, from, to, workedMs, count }) => [
    kind,
    inMoscow(from),
    inMoscow(to),
    workedMs / HOUR,
    count,
  ]);

describe('a clock in pieces', () => {
  test('is cut at now, each part with its share', () => {
    const trace = traced(armed(8), '2026-11-20 10:00');
    expect(told(trace, '2026-11-20 12:00')).toEqual([
      ['worked', '2026-11-20 10:00', '2026-11-20 12:00', 2, 1],
      ['planned', '2026-11-20 12:00', '2026-11-20 17:00', 5, 1],
      ['closed', '2026-11-20 17:00', '2026-11-23 09:00', 0, 1],
      ['planned', '2026-11-23 09:00', '2026-11-23 10:00', 1, 1],
    ]);
    expect(told(trace, '2026-11-20 17:00').map(([kind]) => kind)).toEqual(['worked', 'closed', 'planned']);
    expect(told(trace, '2026-11-20 10:00').map(([kind]) => kind)).toEqual(['planned', 'closed', 'planned']);
  });

  test('goes on to now after its deadline', () => {
    expect(told(traced(armed(8), '2026-11-23 20:00'), '2026-11-23 20:00').slice(-3)).toEqual([
      ['worked', '2026-11-23 09:00', '2026-11-23 10:00', 1, 1],
      ['late', '2026-11-23 10:00', '2026-11-23 17:00', 7, 1],
      ['closed', '2026-11-23 17:00', '2026-11-23 20:00', 0, 1],
    ]);
  });

  test('stopped and reopened has its own piece for that', () => {
    const stopped = stopClock(armed(8), moscow('2026-11-20 12:00'), 'reply', calendars);
    const clock = reopenClock(stopped, moscow('2026-11-20 14:00'), calendars);
    expect(told(traced(clock, '2026-11-20 15:00'), '2026-11-20 15:00').slice(0, 3)).toEqual([
      ['worked', '2026-11-20 10:00', '2026-11-20 12:00', 2, 1],
      ['stopped', '2026-11-20 12:00', '2026-11-20 14:00', 2, 1],
      ['worked', '2026-11-20 14:00', '2026-11-20 15:00', 1, 1],
    ]);
  });

  test('stopped ends with the stop, or with the deadline if that is later', () => {
    const early = stopClock(armed(8), moscow('2026-11-20 18:00'), 'reply', calendars);
    expect(told(traced(early, '2026-12-01 12:00'), '2026-12-01 12:00').at(-1)).toEqual([
      'unused',
      '2026-11-23 09:00',
      '2026-11-23 10:00',
      1,
      1,
    ]);
    const late = stopClock(armed(8), moscow('2026-11-23 18:00'), 'reply', calendars);
    expect(told(traced(late, '2026-12-01 12:00'), '2026-12-01 12:00').at(-1)).toEqual([
      'closed',
      '2026-11-23 17:00',
      '2026-11-23 18:00',
      0,
      1,
    ]);
  });

  test('a pause of no length has none', () => {
    const clock = waited(armed(8), '2026-11-20 12:00', '2026-11-20 12:00');
    expect(told(traced(clock, '2026-11-20 13:00'), '2026-11-20 13:00').map(([kind]) => kind)).toEqual([
      'worked',
      'worked',
      'planned',
      'closed',
      'planned',
    ]);
  });
});

describe('what counted by a rule that nobody kept', () => {
  const forgotten = (clock: Clock): Clock => ({
    ...clock,
    changes: (clock.changes ?? []).map((change) => ({ ...change, before: null })),
  });
  const changed = (clock: Clock, at: string): Clock =>
    retargetClock(
      clock,
      { ...clock.rule, target: { kind: 'working-time', ms: 8 * HOUR } },
      moscow(at),
      'priority',
      calendars,
    );

  test('is one unknown piece, with the sum; its pauses can’t be told', () => {
    const clock = forgotten(
      changed(waited(armed(4), '2026-11-20 11:00', '2026-11-20 12:00'), '2026-11-20 13:00'),
    );
    expect(told(traced(clock, '2026-11-20 14:00'), '2026-11-20 14:00').slice(0, 2)).toEqual([
      ['unknown', '2026-11-20 10:00', '2026-11-20 13:00', 2, 1],
      ['worked', '2026-11-20 13:00', '2026-11-20 14:00', 1, 1],
    ]);
  });

  test('a pause that begins with the next rule can', () => {
    const clock = waited(
      forgotten(changed(armed(4), '2026-11-20 13:00')),
      '2026-11-20 13:00',
      '2026-11-20 14:00',
    );
    expect(told(traced(clock, '2026-11-20 14:00'), '2026-11-20 14:00').slice(0, 2)).toEqual([
      ['unknown', '2026-11-20 10:00', '2026-11-20 13:00', 3, 1],
      ['paused', '2026-11-20 13:00', '2026-11-20 14:00', 1, 1],
    ]);
  });

  test('is nothing where the change came with the start', () => {
    const clock = forgotten(changed(armed(4), '2026-11-20 10:00'));
    expect(told(traced(clock, '2026-11-20 11:00'), '2026-11-20 11:00')[0]).toEqual([
      'worked',
      '2026-11-20 10:00',
      '2026-11-20 11:00',
      1,
      1,
    ]);
  });
});

test('what counted in too many stretches is told by months, without the pauses within', () => {
  const clock = waited(armed(5000, '2023-01-09 09:00'), '2023-01-10 09:00', '2023-01-11 09:00');
  const pieces = told(traced(clock, '2023-03-01 00:00'), '2023-03-01 00:00');
  expect(pieces.slice(0, 4)).toEqual([
    ['worked', '2023-01-09 09:00', '2023-01-31 17:00', 128, 16],
    ['closed', '2023-01-31 17:00', '2023-02-01 09:00', 0, 1],
    ['worked', '2023-02-01 09:00', '2023-02-28 17:00', 144, 18],
    ['closed', '2023-02-28 17:00', '2023-03-01 09:00', 0, 1],
  ]);
  expect(pieces.some(([kind]) => kind === 'paused')).toBe(false);
});

test('a pause from one month of sums into the next is no piece of its own', () => {
  const clock = waited(armed(5000, '2023-01-09 09:00'), '2023-01-31 12:00', '2023-02-01 12:00');
  const pieces = told(traced(clock, '2023-03-01 00:00'), '2023-03-01 00:00');
  expect(pieces.slice(0, 3)).toEqual([
    ['worked', '2023-01-09 09:00', '2023-01-31 12:00', 131, 17],
    ['closed', '2023-01-31 12:00', '2023-02-01 12:00', 0, 1],
    ['worked', '2023-02-01 12:00', '2023-02-28 17:00', 141, 18],
  ]);
});

test('a pause before the rule that is told in sums is one', () => {
  const first = waited(armed(8, '2023-01-09 09:00'), '2023-01-09 10:00', '2023-01-09 11:00');
  const target = { kind: 'working-time', ms: 5000 * HOUR } as const;
  const at = moscow('2023-01-09 12:00');
  const clock = retargetClock(first, { ...first.rule, target }, at, 'priority', calendars);
  const pieces = told(traced(clock, '2023-01-09 12:00'), '2023-01-09 12:00');
  expect(pieces.slice(0, 3)).toEqual([
    ['worked', '2023-01-09 09:00', '2023-01-09 10:00', 1, 1],
    ['paused', '2023-01-09 10:00', '2023-01-09 11:00', 1, 1],
    ['worked', '2023-01-09 11:00', '2023-01-09 12:00', 1, 1],
  ]);
});
