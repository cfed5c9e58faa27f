import { describe, expect, it } from 'vitest';
import { isInn, isKpp, isOgrn } from './check-digits.ts';

describe('a tax number (INN)', () => {
  it.each(['7707083893', '7830002293', '500100732259'])('%s has the right check digits', (inn) => {
    expect(isInn(inn)).toBe(true);
  });

  it.each(['7707083893', '500100732259'])(
    '%s with any one digit changed is wrong, or of another region',
    (inn) => {
      for (let place = 0; place < inn.length; place += 1) {
        const changed = `${inn.slice(0, place)}${(Number(inn[place]) + 1) % 10}${inn.slice(place + 1)}`;
        expect({ changed, right: isInn(changed) }).toEqual({ changed, right: false });
      }
    },
  );

  it('500100732266 is none: its last digit follows from the others, the one before does not', () => {
    expect(isInn('500100732266')).toBe(false);
  });

  it.each(['', '770708389', '77070838930', '0000000000', '000000000000', '77070838９3', ' 7707083893'])(
    '%j is none',
    (inn) => {
      expect(isInn(inn)).toBe(false);
    },
  );
});

describe('a registration number (OGRN)', () => {
  it.each(['1027700132195', '1027739609391', '304500116000157'])('%s has the right check digit', (ogrn) => {
    expect(isOgrn(ogrn)).toBe(true);
  });

  it.each(['1027700132194', '304500116000158', '10277001321950', '0000000000000', ''])(
    '%j is none',
    (ogrn) => {
      expect(isOgrn(ogrn)).toBe(false);
    },
  );
});

it('a KPP is four digits, two digits or capital letters, three digits', () => {
  expect(['773601001', '7736AB001'].map(isKpp)).toEqual([true, true]);
  expect(['77360100', '7736010011', '77360100a', '7736ab001', ''].map(isKpp)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
