import { expect, it } from 'vitest';
import { createKeyRate } from './key-rate.ts';

it('lets a key through as often as a minute allows, and anew in the next', () => {
  let now = 1000;
  const rate = createKeyRate(() => now, 2);
  expect(rate('a')).toEqual({ limit: 2, remaining: 1, resetSeconds: 60, isSpent: false });
  now += 30_500;
  expect(rate('a')).toEqual({ limit: 2, remaining: 0, resetSeconds: 30, isSpent: false });
  expect(rate('a')).toMatchObject({ remaining: 0, isSpent: true });
  expect(rate('b')).toMatchObject({ remaining: 1, isSpent: false });
  now = 61_000;
  expect(rate('a')).toEqual({ limit: 2, remaining: 1, resetSeconds: 60, isSpent: false });
});
