import { expect, it } from 'vitest';
import { knownSearch } from './known-search.ts';

const read = knownSearch<{ view?: string }>(['view', 'q'], ({ view }) => (view === 'open' ? { view } : {}));

it('hides what the page does not take, so that laid over the raw address nothing of it shows', () => {
  const raw = { view: 'nonsense', q: { a: 1 }, other: 1 };
  expect({ ...raw, ...read(raw) }).toEqual({ view: undefined, q: undefined, other: 1 });
});

it('leaves what the page takes', () => {
  expect(read({ view: 'open' }).view).toBe('open');
});
