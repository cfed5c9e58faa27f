import { expect, it } from 'vitest';
import { foldKey } from './fold-key.ts';

it.each([
  ['1234-5678-ab', '1234 5678 AB'],
  ['1234–5678', '12345678'],
  ['№ АВС-1', 'abc.1'],
])('%j and %j are the same key', (one, other) => {
  expect(foldKey(one)).toBe(foldKey(other));
});

it('other digits are another key', () => {
  expect(foldKey('1234-5678')).not.toBe(foldKey('1234-5679'));
});
