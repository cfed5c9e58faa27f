import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf, cutsToTry, isNear, mistakesBetween } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 5, maxLength: 12 });

describe('a misspelled word', () => {
  it('is as far as letters must be added, taken, changed or swapped', () => {
    expect(mistakesBetween('sertefikat', 'sertifikat')).toBe(1);
    expect(mistakesBetween('terminla', 'terminal')).toBe(1);
    expect(mistakesBetween('printr', 'printr')).toBe(0);
    expect(mistakesBetween('', 'abc')).toBe(3);
  });

  it('meets the right one under a common cut, whichever letter is wrong', () => {
    fc.assert(
      fc.property(word, fc.nat(20), fc.constantFrom('add', 'drop', 'change', 'swap'), (right, at, how) => {
        const i = at % (right.length - 1);
        const wrong = {
          add: `${right.slice(0, i)}z${right.slice(i)}`,
          drop: right.slice(0, i) + right.slice(i + 1),
          change: `${right.slice(0, i)}z${right.slice(i + 1)}`,
          swap: `${right.slice(0, i)}${right[i + 1] ?? ''}${right[i] ?? ''}${right.slice(i + 2)}`,
        }[how];
        const cuts = new Set(cutsOf(right));
        expect(cutsToTry(wrong).some((cut) => cuts.has(cut))).toBe(true);
        expect(isNear(wrong, right)).toBe(true);
      }),
    );
  });

  it('of few letters forgives one mistake, of many two', () => {
    expect(isNear('kasa', 'kosi')).toBe(false);
    expect(isNear('sertefikot', 'sertifikat')).toBe(true);
  });
});
