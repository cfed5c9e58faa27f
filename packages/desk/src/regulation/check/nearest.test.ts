import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const KEYS = ['rank', 'lifecycle', 'local-time', 'packages', 'priorities', 'a'];

test.each([
  ['rnak', 'rank'],
  ['rak', 'rank'],
  ['rankk', 'rank'],
  ['Rank', 'rank'],
  ['lifecicle', 'lifecycle'],
  ['lcoal-tiem', 'local-time'],
  ['package', 'packages'],
  ['priorites', 'priorities'],
])('%s was meant as %s', (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

test.each(['colour', 'rush', 'b', '', 'x'.repeat(61)])('"%s" is near none', (word) => {
  expect(nearest(word, KEYS)).toBe('');
});

test('of several the nearest, of equals the first', () => {
  expect(nearest('office', ['offices', 'offic', 'office-2'])).toBe('offices');
  expect(nearest('officee', ['office-2', 'office'])).toBe('office');
});
