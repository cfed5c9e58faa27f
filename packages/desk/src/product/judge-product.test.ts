import { describe, expect, it } from 'vitest';
import { judgeProduct, judgeVersion } from './judge-product.ts';
import { productRefusalWords, refuseProduct } from './product-refusals.ts';

const codes = (faults: readonly { readonly field: string; readonly refusal: { readonly code: string } }[]) =>
  faults.map(({ field, refusal }) => `${field}: ${refusal.code}`);

describe('a product', () => {
  it.each([
    ['AText', [], []],
    ['', [], ['name: product-name-missing']],
    [' \t ', [], ['name: product-name-missing']],
    [' atext ', ['AText'], ['name: product-exists']],
    ['Ёлка  Плюс', ['елка плюс'], ['name: product-exists']],
    ['AText', ['ACell'], []],
  ])('“%s” beside %j: %j', (name, others, faults) => {
    expect(codes(judgeProduct(name, others))).toEqual(faults);
  });
});

describe('a version', () => {
  const version = { number: '8.2', releasedOn: '2026-02-01', outdatedOn: null, endOfLifeOn: null };
  it.each([
    [{}, [], []],
    [{ number: '8.X' }, [], ['number: version-malformed']],
    [{}, ['8.02.0'], ['number: version-exists']],
    [{}, ['8.20'], []],
    [{ outdatedOn: '2026-01-31' }, [], ['outdatedOn: version-dates-crossed']],
    [{ outdatedOn: '2026-02-01', endOfLifeOn: '2026-02-01' }, [], []],
    [{ endOfLifeOn: '2026-01-31' }, [], ['endOfLifeOn: version-dates-crossed']],
    [{ outdatedOn: '2026-06-01', endOfLifeOn: '2026-05-31' }, [], ['endOfLifeOn: version-dates-crossed']],
    [
      { number: '', outdatedOn: '2025-06-01', endOfLifeOn: '2025-07-01' },
      [],
      [
        'number: version-malformed',
        'outdatedOn: version-dates-crossed',
        'endOfLifeOn: version-dates-crossed',
      ],
    ],
  ])('with %j beside %j: %j', (change, others, faults) => {
    expect(codes(judgeVersion({ ...version, ...change }, others))).toEqual(faults);
  });

  it('is refused in words that name it', () => {
    expect(productRefusalWords(refuseProduct('version-exists', { number: '8.2' }))).toEqual({
      ru: 'Версия 8.2 у этого продукта уже есть.',
      en: 'The product has version 8.2 already.',
    });
  });
});
