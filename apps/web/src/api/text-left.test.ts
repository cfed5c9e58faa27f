import { expect, it } from 'vitest';
import { textLeft } from './text-left.ts';

it('of a text that was sent, what came behind it while it was on its way is left', () => {
  expect(textLeft('Добрый день', 'Добрый день')).toBe('');
  expect(textLeft('Добрый день \n', 'Добрый день')).toBe('');
  expect(textLeft('Добрый день\n\nИ ещё одно', 'Добрый день')).toBe('И ещё одно');
  expect(textLeft('  Добрый день, и', ' Добрый день ')).toBe(', и');
});

it('a text changed inside stays whole, one taken away is away', () => {
  expect(textLeft('Добрый вечер', 'Добрый день')).toBe('Добрый вечер');
  expect(textLeft('', 'Добрый день')).toBe('');
});

it('files sent without a word leave the words', () => {
  expect(textLeft('Вот', '')).toBe('Вот');
});
