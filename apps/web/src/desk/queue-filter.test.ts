import { expect, it } from 'vitest';
import { filterOfSearch, filterSearch, readFilterSearch } from './queue-filter.ts';

it('comes back from the address as it went in, numbers that are words too', () => {
  for (const filter of [
    {},
    { priority: '2' },
    { priority: '2,3', late: 'soon' },
    { priority: '007' },
    { tag: '1e3' },
  ])
    expect(filterOfSearch(readFilterSearch(filterSearch(filter)))).toEqual(filter);
});

it('leaves out what means nothing', () => {
  expect(readFilterSearch({ state: '', late: null, turn: ['us'], company: { a: 1 }, other: 'x' })).toEqual(
    {},
  );
});
