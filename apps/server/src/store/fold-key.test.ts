import { foldKey } from '@reglament/desk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';

let still: StillDesk;
beforeAll(async () => {
  still = await openStillDesk('2025-02-03 10:00');
});
afterAll(() => still?.stop());

const pieces = [
  'SM',
  'sm',
  '77',
  'ё',
  'авекмнорстух',
  'АВЕКМНОРСТУХ',
  'ß',
  'ﬁ',
  '①',
  'ǆ',
  'İ',
  'ı',
  '№',
  '#',
];
const between = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\ufeff',
  '-',
  '‐',
  '–',
  '—',
  '―',
  '−',
  '_',
  '.',
  '/',
  '\\',
  '\u200b',
  '',
];

it('numbers are compared by the database as keys are by the rules', async () => {
  const typed = pieces.flatMap((one, at) =>
    between.flatMap((sign) => [
      `${one}${sign}${pieces[(at + 5) % pieces.length] ?? ''}`,
      `${sign}№${sign}${one}${sign}`,
      `${sign}${one}`,
    ]),
  );
  const rows = await still.rows<{ typed: string; folded: string }>(
    'select t as typed, fold_key(t) as folded from unnest($1::text[]) t',
    [typed],
  );
  expect(rows.length).toBe(typed.length);
  for (const one of rows) expect([one.typed, one.folded]).toEqual([one.typed, foldKey(one.typed)]);
});
