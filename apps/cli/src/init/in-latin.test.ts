import { expect, test } from 'vitest';
import { inLatin } from './in-latin.ts';

test.each([
  ['Зорька', 'Zorka'],
  ['Щётки и Ёлки', 'Shchetki i Elki'],
  ['ЖЭК «Юг-1»', 'ZhEK «Yug-1»'],
  [
    'съешь же ещё этих мягких французских булок, да выпей чаю',
    'sesh zhe eshche etikh myagkikh frantsuzskikh bulok, da vypey chayu',
  ],
  ['Zorka 2', 'Zorka 2'],
])('%s', (name, latin) => {
  expect(inLatin(name)).toBe(latin);
});
