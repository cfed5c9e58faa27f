import { expect, test } from 'vitest';
import { textOf } from './build-context.ts';

test('a marked term is read as its word', () => {
  expect(
    textOf({ ru: 'Пока [заявка](#ticket) открыта, [заявка](#ticket) наша', en: 'a [ticket](#ticket)' }),
  ).toEqual({
    ru: 'Пока заявка открыта, заявка наша',
    en: 'a ticket',
  });
});

test('one text for both languages; brackets and links that mark no term stay', () => {
  for (const text of ['Optima [8]', '[сайт](https://a.example)', '[слово] (#ticket)', '[](#ticket)'])
    expect(textOf(text)).toEqual({ ru: text, en: text });
});
