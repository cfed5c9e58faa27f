import { expect, it } from 'vitest';
import { deskOfPath } from './desk-of-path.ts';

it.each([
  ['/d/flat', 'flat'],
  ['/p/optima/t/12?x=1', 'optima'],
  ['/p/a-b#top', 'a-b'],
  ['/', null],
  ['/p', null],
  ['/account', null],
  ['/d/UPPER', null],
  ['/portal/flat', null],
  ['https://elsewhere.example/d/flat', null],
])('the desk of %s', (path, desk) => {
  expect(deskOfPath(path)).toBe(desk);
});
