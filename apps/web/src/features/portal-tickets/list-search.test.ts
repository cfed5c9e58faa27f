import { expect, it } from 'vitest';
import { readListSearch } from './list-search.ts';

it.each([
  [{}, {}],
  [{ view: 'open', q: '' }, {}],
  [
    { view: 'waiting', whose: 'own' },
    { view: 'waiting', whose: 'own' },
  ],
  [{ view: 'everything', whose: 'all', more: 1 }, {}],
  [{ q: 42 }, { q: '42' }],
  [{ q: ['x'] }, {}],
])('reads %j', (search, read) => {
  expect(readListSearch(search)).toEqual(read);
});
