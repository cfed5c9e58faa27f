import { expect, it } from 'vitest';
import { pageLanguage } from './page-language.ts';

it.each([
  [undefined, undefined, 'ru'],
  [undefined, 'en-US,en;q=0.9', 'en'],
  [undefined, 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  [undefined, 'en;q=0.8,ru;q=0.9', 'ru'],
  [undefined, 'de,fr;q=0.5', 'ru'],
  [undefined, 'de,en;q=0.5', 'en'],
  [undefined, 'en;q=0', 'ru'],
  [undefined, `${',;q=;'.repeat(5000)}en`, 'ru'],
  ['en', 'ru', 'en'],
  ['ru', 'en', 'ru'],
  ['<script>', 'en', 'en'],
  [['en', 'ru'], undefined, 'ru'],
])('asked for %j by a browser with %j: %s', (asked, header, language) => {
  expect(pageLanguage(asked, header)).toBe(language);
});
