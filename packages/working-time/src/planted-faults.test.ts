import { describe, expect, it } from 'vitest';
import { at } from './test/cases.ts';
import { walk } from './test/minute-walker.ts';
import { compare } from './test/oracle.ts';
import { plantedFaults } from './test/planted-faults.ts';

// Berlin, a week before the clock is put back and after it.
const way = walk('Europe/Berlin', at('2026-10-16T00:00Z'), 18);

describe('the walk along the wall clock notices', () => {
  it.each(plantedFaults)('%s', (_, plant) => {
    const { disagreement } = compare(way, 100, { seed: 1, stream: 0 }, plant(way));
    expect(disagreement?.line).toMatch(/^\{"id":/);
    expect(disagreement?.answered).not.toEqual(disagreement?.walked);
  });

  it('nothing where nothing is wrong', () => {
    expect(compare(way, 100, { seed: 1, stream: 0 })).toEqual({ compared: 5000, disagreement: null });
  });
});
