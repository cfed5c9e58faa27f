import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test.each([
  ['21.11.2026', '2026-11-21'],
  ['1.2.2026', '2026-02-01'],
  ['2026-11-21', '2026-11-21'],
  ['31.02.2026', null],
  ['11/21/2026', null],
  ['вчера', null],
])('a date of a table: %s', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});
