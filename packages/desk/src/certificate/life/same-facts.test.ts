import { expect, test } from 'vitest';
import { sameFacts } from './same-facts.ts';

test('the order of keys does not matter, at any depth; that of a list does', () => {
  expect(sameFacts({ a: 1, b: { c: [1, { d: 2, e: 3 }] } }, { b: { c: [1, { e: 3, d: 2 }] }, a: 1 })).toBe(
    true,
  );
  expect(sameFacts({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameFacts({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(sameFacts(null, {})).toBe(false);
});
