import { expect, it } from 'vitest';
import { typedMinutes } from './typed-minutes.ts';

it.each([
  ['45', 45],
  ['1:30', 90],
  ['1 ч 30 мин', 90],
  ['1ч 5м', 65],
  ['2 часа', 120],
  ['1,5 ч', 90],
  ['2h', 120],
  ['1 h 30 min', 90],
  ['40 минут', 40],
  ['24:00', 1440],
  ['0', null],
  ['', null],
  ['-5', null],
  ['1441', null],
  ['1:75', null],
  ['завтра', null],
  ['ч', null],
])('%j is %j minutes', (typed, minutes) => {
  expect(typedMinutes(typed)).toBe(minutes);
});
