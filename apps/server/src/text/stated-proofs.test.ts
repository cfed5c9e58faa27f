import { expect, it } from 'vitest';
import { statedProofs } from './stated-proofs.ts';

it.each([
  ['C-12', ['c-12']],
  [' № C-12. ', ['c-12', 'c-12.'].slice(0, 1)],
  ['N 4417', ['4417']],
  ['Договор № C-12 от 10.01.2025', ['договор № c-12 от 10.01.2025', 'c-12', '10.01.2025']],
  ['расширенный', ['расширенный']],
  ['x'.repeat(101), []],
  ['   ', []],
])('%j may be %j', (answer, numbers) => {
  expect(statedProofs([answer])).toEqual(numbers);
});

it('the same number said twice is asked once, and no answer is asked for without end', () => {
  expect(statedProofs(['C-1', 'c-1'])).toEqual(['c-1']);
  expect(statedProofs([Array.from({ length: 30 }, (_, i) => i).join(' ')]).length).toBeLessThanOrEqual(13);
});
