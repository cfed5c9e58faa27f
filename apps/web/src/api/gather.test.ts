import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather } from './gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the first change is told almost at once, those that follow closely together', () => {
  const told: (readonly number[])[] = [];
  const changes = gather<number>((all) => void told.push([...all]), Date.now);
  changes.add(1);
  changes.add(1);
  vi.advanceTimersByTime(20);
  expect(told).toEqual([[1]]);
  for (const one of [2, 3, 4]) {
    changes.add(one);
    vi.advanceTimersByTime(50);
  }
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([[1], [2, 3, 4]]);
  // After a quiet while the next one is a first one again.
  vi.advanceTimersByTime(1000);
  changes.add(5);
  vi.advanceTimersByTime(20);
  expect(told).toHaveLength(3);
  changes.add(6);
  changes.stop();
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(3);
});
