import { describe, expect, it } from 'vitest';
import { plural } from './plural.ts';

const ticket = { one: 'заявка', few: 'заявки', many: 'заявок', other: 'заявки' };

describe('plural', () => {
  it.each([
    [0, 'заявок'],
    [1, 'заявка'],
    [2, 'заявки'],
    [4, 'заявки'],
    [5, 'заявок'],
    [11, 'заявок'],
    [14, 'заявок'],
    [21, 'заявка'],
    [22, 'заявки'],
    [111, 'заявок'],
    [1.5, 'заявки'],
  ])('says %d with %s in Russian', (count, word) => {
    expect(plural('ru', count, ticket)).toBe(word);
  });

  it('needs two forms in English', () => {
    const forms = { one: 'ticket', other: 'tickets' };
    expect([0, 1, 2, 21].map((count) => plural('en', count, forms))).toEqual([
      'tickets',
      'ticket',
      'tickets',
      'tickets',
    ]);
  });
});
