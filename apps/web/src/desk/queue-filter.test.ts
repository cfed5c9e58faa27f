import { expect, it } from 'vitest';
import { filterOfSearch, filterSearch, meaninglessIn, readFilterSearch } from './queue-filter.ts';

it('comes back from the address as it went in, numbers that are words too', () => {
  for (const filter of [
    {},
    { priority: '2' },
    { priority: '2,3', late: 'soon' },
    { priority: '007' },
    { package: '1e3' },
  ])
    expect(filterOfSearch(readFilterSearch(filterSearch(filter)))).toEqual(filter);
});

it('leaves out what means nothing', () => {
  expect(readFilterSearch({ state: '', late: null, turn: ['us'], company: { a: 1 }, other: 'x' })).toEqual(
    {},
  );
});

it('words that mean nothing are named and left out, the rest of their condition is applied', () => {
  const id = '0190b5a4-7a1c-7cc3-9a51-1b2c3d4e5f60';
  const search = {
    state: 'foo,closed',
    assignee: `zzz,me,${id}`,
    late: 'soon,overdue',
    tag: 'x',
    channel: 'constructor',
  };
  expect(filterOfSearch(search)).toEqual({ state: 'closed', assignee: `me,${id}`, late: 'soon' });
  expect(meaninglessIn(search)).toEqual([
    { key: 'state', word: 'foo' },
    { key: 'channel', word: 'constructor' },
    { key: 'assignee', word: 'zzz' },
    { key: 'tag', word: 'x' },
    { key: 'late', word: 'overdue' },
  ]);
});

it('however long an address is, the server is asked no more than it takes', () => {
  const many = Array.from({ length: 500 }, (_, index) => `p${index}`).join(',');
  const { priority = '' } = filterOfSearch({ priority: many });
  expect(priority.split(',')).toHaveLength(40);
  expect(meaninglessIn({ priority: many })).toHaveLength(460);
  expect(filterOfSearch({ priority: 'x'.repeat(8_000), type: 'a\u0000b' })).toEqual({});
});
