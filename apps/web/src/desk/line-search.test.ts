import { expect, test } from 'vitest';
import { hasLines, lineOfSearch, lineSearch, readLineSearch } from './line-search.ts';

test.each(['2', '02', 'first', '1e3', ''])('line %j comes back from the address as it went in', (id) => {
  expect(lineOfSearch(lineSearch(id))).toBe(id);
});

test('a figure stands in the address without quotes', () => {
  expect(lineSearch('2')).toEqual({ line: 2 });
  expect(lineSearch('02')).toEqual({ line: '02' });
  expect(lineSearch(null)).toEqual({});
});

test('anything else in the address names no line', () => {
  expect(readLineSearch({ line: 2 })).toEqual({ line: 2 });
  expect(readLineSearch({ line: 'first' })).toEqual({ line: 'first' });
  for (const line of [undefined, null, '', true, ['2'], { id: '2' }])
    expect(readLineSearch({ line })).toEqual({});
});

test('what is over or promised nothing has no lines', () => {
  expect(hasLines('open')).toBe(true);
  expect(hasLines('classify')).toBe(true);
  expect(hasLines('closed')).toBe(false);
});
