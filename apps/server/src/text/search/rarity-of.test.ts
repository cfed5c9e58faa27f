import { describe, expect, it } from 'vitest';
import { rarityOf } from './rarity-of.ts';

const counts: Readonly<Record<string, number>> = { oshibk: 1000, kasator: 3, lk: 40, '2024': 1000 };
const asked = (...words: readonly (readonly (readonly string[])[])[]) =>
  words.map((any) => ({ any, beginnings: [], spelling: null }));
const expected = (...words: readonly (readonly (readonly string[])[])[]) =>
  rarityOf(asked(...words), (form) => counts[form] ?? 0);

describe('what to expect of a question', () => {
  it('is nothing as soon as one word is unknown', () => {
    expect(expected([['oshibk']], [['neizvestn']])).toBe('nothing');
  });

  it('is as little as its rarest word has', () => {
    expect(expected([['oshibk']])).toBe('many');
    expect(expected([['oshibk']], [['kasator']])).toBe('few');
  });

  it('counts ways to mean a word together, and of a way its rarest form', () => {
    expect(expected([['neizvestn'], ['kasator']])).toBe('few');
    expect(expected([['lk-2024'], ['lk', '2024']])).toBe('few');
    expect(expected([['lk', 'neizvestn']])).toBe('nothing');
  });

  it('does not take for unknown what is not counted: a meaning, a long code', () => {
    expect(expected([['neizvestn'], ['=6']])).toBe('many');
    expect(expected([['a'.repeat(40)]])).toBe('few');
  });
});
