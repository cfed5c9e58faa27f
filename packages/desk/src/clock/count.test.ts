import { describe, expect, it } from 'vitest';
import { END_OF_INSTANTS } from '@reglament/working-time';
import {
  advance,
  change,
  deadlineOf,
  idleCount,
  open,
  pause,
  reopen,
  resume,
  stop,
  type Count,
  type Measure,
} from './count.ts';

/** Plain time, so that the numbers are the milliseconds themselves. */
const plain = (target: number): Measure => ({
  calendar: null,
  origin: Number.NEGATIVE_INFINITY,
  target,
  dated: null,
});

const steps = {
  open: (count: Count): boolean => open(count, 10, plain(100)),
  pause: (count: Count): boolean => pause(count, 10),
  resume: (count: Count): boolean => resume(count, 10),
  stop: (count: Count): boolean => stop(count, 10),
  reopen: (count: Count): boolean => reopen(count, 10),
  change: (count: Count): boolean => change(count, 10, plain(50), true),
};
type Step = keyof typeof steps;

const after = (...taken: readonly Step[]): Count => {
  const count = idleCount();
  for (const step of taken) steps[step](count);
  return count;
};

describe('a step says whether it was possible (row 26)', () => {
  it.each([
    ['idle', [], ['open']],
    ['running', ['open'], ['pause', 'stop', 'change']],
    ['paused', ['open', 'pause'], ['resume', 'stop', 'change']],
    ['stopped', ['open', 'stop'], ['reopen', 'change']],
  ] as const)('%s', (state, taken, possible) => {
    expect(after(...taken).state).toBe(state);
    for (const step of Object.keys(steps) as Step[]) {
      const count = after(...taken);
      const before = { ...count };
      const was = (possible as readonly Step[]).includes(step);
      expect([step, steps[step](count)]).toEqual([step, was]);
      if (!was) expect(count).toEqual(before);
    }
  });
});

describe('plain time', () => {
  it('is due that much later, and never beyond the years of instants', () => {
    const due = (target: number, at = 0): number => {
      const count = idleCount();
      open(count, at, plain(target));
      return deadlineOf(count);
    };
    expect(due(100, 5)).toBe(105);
    expect(due(END_OF_INSTANTS - 1)).toBe(END_OF_INSTANTS - 1);
    expect(due(END_OF_INSTANTS)).toBe(Number.POSITIVE_INFINITY);
    expect(due(2, END_OF_INSTANTS - 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it('without a target is never due and never missed', () => {
    const count = after('open');
    change(count, 20, plain(Number.NaN), false);
    expect(deadlineOf(count)).toBe(Number.POSITIVE_INFINITY);
    advance(count, 1000);
    expect([count.elapsed, count.breachedAt]).toEqual([990, Number.NaN]);
  });

  it('is not missed at the deadline itself', () => {
    const count = after('open');
    advance(count, 110);
    expect(count.breachedAt).toBeNaN();
    advance(count, 111);
    expect(count.breachedAt).toBe(110);
  });
});

it('a date that falls on the moment it is set is not missed by that, one before it is', () => {
  const dated = (due: number): Measure => ({
    calendar: null,
    origin: Number.NEGATIVE_INFINITY,
    target: Number.NaN,
    dated: () => due,
  });
  const onTime = after('open');
  change(onTime, 20, dated(20), true);
  expect(onTime.breachedAt).toBeNaN();
  const late = after('open');
  change(late, 20, dated(19), true);
  expect([late.breachedAt, deadlineOf(late)]).toEqual([20, 20]);
});

it('a target set while stopped is judged at one reopening only', () => {
  const count = after('open', 'stop');
  change(count, 20, plain(0), true);
  reopen(count, 30);
  expect(count.judgeAtReopening).toBe(false);
});
