import { expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

it.each([
  [0, '0 Б'],
  [1023, '1\u00a0023 Б'],
  [1024, '1 КБ'],
  [1536, '1,5 КБ'],
  [1024 * 1024, '1 МБ'],
  [52 * 1024 * 1024, '52 МБ'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(fileSize(bytes, 'ru')).toBe(text);
});
