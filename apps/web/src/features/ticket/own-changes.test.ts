import { expect, it } from 'vitest';
import { noteOwnChange, ownReach } from './own-changes.ts';

it('follows one’s own commands from version to version, and nobody else’s', () => {
  noteOwnChange('flat', 7, 2, 4);
  noteOwnChange('flat', 7, 4, 5);
  expect(ownReach('flat', 7, 2)).toBe(5);
  expect(ownReach('flat', 7, 4)).toBe(5);
  // Somebody else brought it there.
  expect(ownReach('flat', 7, 3)).toBe(3);
  expect(ownReach('flat', 8, 2)).toBe(2);
  expect(ownReach('optima', 7, 2)).toBe(2);
});

it('does not turn for ever', () => {
  noteOwnChange('flat', 9, 3, 3);
  noteOwnChange('flat', 9, 6, 5);
  expect([ownReach('flat', 9, 3), ownReach('flat', 9, 6)]).toEqual([3, 6]);
});
