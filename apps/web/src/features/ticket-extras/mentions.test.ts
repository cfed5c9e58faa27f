import { expect, it } from 'vitest';
import { mentionsIn, peopleFor } from './mentions.ts';

const anna = { personId: '1', name: 'Анна' };
const sokolova = { personId: '2', name: 'Анна Соколова' };
const boris = { personId: '3', name: 'Борис Иванов' };
const all = [anna, sokolova, boris];

it.each([
  ['@Анна Соколова, посмотри', ['2']],
  ['@Анна, посмотри', ['1']],
  ['@Анна Соколова и @Анна', ['2', '1']],
  ['@Борис Иванову', []],
  ['Борис Иванов', []],
  ['(@Борис Иванов)', ['3']],
])('%s', (text, named) => {
  expect(mentionsIn(text, all)).toEqual(named);
});

it('finds people by the beginning of any word of their names', () => {
  expect(peopleFor('сок', all)).toEqual([sokolova]);
  expect(peopleFor('', all)).toEqual(all);
  expect(peopleFor('нна', all)).toEqual([]);
});
