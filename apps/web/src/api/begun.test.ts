import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Begun, forgetBegun, takeBegun, wasBegunLongAgo } from './begun.ts';

const ADDRESS = '/api/desks/kassa/views';
let begun: Map<string, Begun>;

const begin = (): Promise<Response> => {
  const answer = Promise.resolve(new Response('{}'));
  begun.set(ADDRESS, { at: performance.now(), answer });
  return answer;
};

beforeEach(() => {
  vi.useFakeTimers();
  begun = new Map();
  vi.stubGlobal('window', { reglamentBegun: begun });
  wasBegunLongAgo();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a request that the page made ahead', () => {
  it('is answered once', () => {
    const answer = begin();
    expect(takeBegun('/api/desks/kassa/queue/counts')).toBeUndefined();
    expect(takeBegun(ADDRESS)).toBe(answer);
    expect(takeBegun(ADDRESS)).toBeUndefined();
  });

  it('is made anew when its answer has grown old', () => {
    void begin();
    vi.advanceTimersByTime(31_000);
    expect(takeBegun(ADDRESS)).toBeUndefined();
  });

  it('is made anew once something was done: somebody else may be signed in', () => {
    void begin();
    forgetBegun();
    expect(takeBegun(ADDRESS)).toBeUndefined();
  });

  it('says once that changes may have been missed since, if it was long ago', () => {
    void begin();
    void takeBegun(ADDRESS);
    vi.advanceTimersByTime(500);
    expect(wasBegunLongAgo()).toBe(false);
    void begin();
    vi.advanceTimersByTime(1_500);
    void takeBegun(ADDRESS);
    expect([wasBegunLongAgo(), wasBegunLongAgo()]).toEqual([true, false]);
  });
});

it('a page that asked for nothing ahead asks as ever', () => {
  vi.stubGlobal('window', {});
  forgetBegun();
  expect(takeBegun(ADDRESS)).toBeUndefined();
  expect(wasBegunLongAgo()).toBe(false);
});
