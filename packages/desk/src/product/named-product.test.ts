import { describe, expect, it } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { readProduct } from './named-product.ts';

const versions = [{ number: '7.3' }, { number: '7.10' }];
const office = ['AText', 'ACell', 'AText Pro', 'Ёлка'].map((name) => ({ name, versions }));
const centaur = [{ name: 'Центавр', versions: [{ number: '2.1' }] }];

describe('a product that a letter names', () => {
  it.each([
    ['AText', { name: 'AText', version: null }],
    [' atext ', { name: 'AText', version: null }],
    ['AText 7.3', { name: 'AText', version: '7.3' }],
    ['atext v7.10.0', { name: 'AText', version: '7.10' }],
    ['AText Pro', { name: 'AText Pro', version: null }],
    ['AText Pro 7.3', { name: 'AText Pro', version: '7.3' }],
    ['елка', { name: 'Ёлка', version: null }],
    // A version that the catalogue lacks is not known; the product is.
    ['AText 9.9', { name: 'AText', version: null }],
    ['Офисный пакет AlterOffice', { name: 'Офисный пакет AlterOffice', version: null }],
    ['alteroffice suite', { name: 'Офисный пакет AlterOffice', version: null }],
    ['AText Lite', null],
    ['AWord', null],
    ['', null],
  ] as const)('“%s”: %j', (product, read) => {
    expect(readProduct(shipped('alteroffice').regulation, { product }, office)).toEqual(read);
  });

  it.each([
    [{ version: '2.1' }, { name: 'Центавр', version: '2.1' }],
    [{ version: 'в. 2.1' }, { name: 'Центавр', version: '2.1' }],
    [{ version: '3.0' }, null],
    [{}, null],
  ] as const)('by a version alone where there is one product: %j is %j', (stated, read) => {
    expect(readProduct(shipped('centaur').regulation, stated, centaur)).toEqual(read);
  });

  it('is not guessed from a version where there are two products', () => {
    const both = [...centaur, { name: 'Кентавр', versions: [{ number: '2.1' }] }];
    expect(readProduct(shipped('centaur').regulation, { version: '2.1' }, both)).toBeNull();
  });

  it('is read only from the fields that ask for it', () => {
    const answers = { description: 'AText', topic: 'ACell' };
    expect(readProduct(shipped('alteroffice').regulation, answers, office)).toBeNull();
  });
});
