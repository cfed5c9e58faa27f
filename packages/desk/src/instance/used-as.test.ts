import { describe, expect, it } from 'vitest';
import { isLicensedOn, typeOnRecord, type UseOnRecord } from './used-as.ts';

const types = (...pairs: readonly (readonly [string, string])[]): UseOnRecord => ({
  types: pairs.map(([product, type]) => ({ product, type })),
  licences: [],
});

describe('the type in which a product runs', () => {
  it('is that of its instances where they agree, and not known where they do not', () => {
    const office = types(['AText', 'server'], ['AText', 'server'], ['ACell', 'workstation']);
    expect(typeOnRecord(office, 'AText')).toBe('server');
    expect(typeOnRecord(office, 'ACell')).toBe('workstation');
    expect(typeOnRecord(office, 'AMail')).toBeNull();
    expect(typeOnRecord(office, null)).toBeNull();
  });

  it('of a request without a product is the one that everything runs in', () => {
    expect(typeOnRecord(types(['AText', 'server'], ['ACell', 'server']), null)).toBe('server');
    expect(typeOnRecord(types(), null)).toBeNull();
  });
});

const licences = (
  ...all: readonly { products?: readonly string[]; from?: string; until?: string }[]
): UseOnRecord => ({
  types: [],
  licences: all.map(({ products = null, from = '2024-01-01', until = null }) => ({ products, from, until })),
});

describe('whether a product is used under a licence', () => {
  it.each([
    ['none on record', licences(), 'AText', null],
    ['one for another product', licences({ products: ['ACell'] }), 'AText', null],
    ['one for it', licences({ products: ['AText'] }), 'AText', true],
    ['one for all', licences({}), 'AText', true],
    ['on the last day', licences({ until: '2025-02-03' }), 'AText', true],
    ['after the last day', licences({ until: '2025-02-02' }), 'AText', false],
    ['before the first day', licences({ from: '2025-02-04' }), 'AText', false],
    ['one lapsed, one in force', licences({ until: '2025-01-01' }, { from: '2025-01-02' }), 'AText', true],
    [
      'product not known, one for another',
      licences({ products: ['ACell'], until: '2025-01-01' }),
      null,
      null,
    ],
    ['product not known, all lapsed', licences({ until: '2025-01-01' }), null, false],
  ])('%s', (_, use, product, expected) => {
    expect(isLicensedOn(use, product === null ? [] : [product], '2025-02-03')).toBe(expected);
  });

  it.each([
    ['each has one', licences({ products: ['AText'] }, { products: ['ACell'] }), true],
    ['one of them has none on record', licences({ products: ['AText'] }), null],
    [
      'that of one of them lapsed',
      licences({ products: ['AText'] }, { products: ['ACell'], until: '2025-01-01' }),
      false,
    ],
  ])('of several products: %s', (_, use, expected) => {
    expect(isLicensedOn(use, ['AText', 'ACell'], '2025-02-03')).toBe(expected);
  });
});
