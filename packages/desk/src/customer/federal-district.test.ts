import { expect, it } from 'vitest';
import { federalDistricts, guessDistrict } from './federal-district.ts';

it('there are eight districts, and each region code belongs to one of them', () => {
  expect(federalDistricts).toHaveLength(8);
  const known = Array.from({ length: 100 }, (_, code) =>
    guessDistrict(`${String(code).padStart(2, '0')}00000000`, null),
  );
  expect(known.filter((district) => district !== null)).toHaveLength(86);
  expect(new Set(known.filter((district) => district !== null)).size).toBe(8);
});

it.each([
  ['7707083893', null, 'central'],
  ['7830002293', null, 'north-west'],
  ['2308000000', '230801001', 'south'],
  ['2635000000', null, 'north-caucasus'],
  ['6315000000', null, 'volga'],
  ['6670000000', null, 'ural'],
  ['5406000000', null, 'siberia'],
  ['2536000000', null, 'far-east'],
  // Moved to Moscow: the place of registration counts.
  ['6670000000', '770101001', 'central'],
  // The largest taxpayers' KPP names no place.
  ['7707083893', '997950001', 'central'],
  [null, null, null],
  ['9909000000', null, null],
] as const)('INN %s with KPP %s: %s', (inn, kpp, district) => {
  expect(guessDistrict(inn, kpp)).toBe(district);
});
