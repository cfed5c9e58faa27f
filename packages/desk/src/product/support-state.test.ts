import { describe, expect, it } from 'vitest';
import { supportState } from './support-state.ts';

describe('a version out on 1 February, outdated on 1 June, at its end of life on 1 December', () => {
  const version = { releasedOn: '2026-02-01', outdatedOn: '2026-06-01', endOfLifeOn: '2026-12-01' };
  it.each([
    ['2026-01-31', 'planned'],
    ['2026-02-01', 'current'],
    ['2026-05-31', 'current'],
    ['2026-06-01', 'outdated'],
    ['2026-11-30', 'outdated'],
    ['2026-12-01', 'end-of-life'],
    ['2036-12-01', 'end-of-life'],
  ])('is on %s %s', (day, state) => {
    expect(supportState(version, day)).toBe(state);
  });

  it('stays current while no other date is named', () => {
    expect(supportState({ ...version, outdatedOn: null, endOfLifeOn: null }, '2046-01-01')).toBe('current');
  });

  it('may come to its end without having been outdated', () => {
    expect(supportState({ ...version, outdatedOn: null }, '2026-12-01')).toBe('end-of-life');
  });
});
