import { expect, inject, test } from 'vitest';
import { holdLives } from './test/hold-lives.ts';

const { scale, seed } = inject('oracle');
const STEPS = 100_000 * scale;
/** Days far enough apart that no two nights draw the same. */
const APART = 1000;

test(`certificates beside their paper, ${STEPS} steps from seed ${seed}`, () => {
  expect(holdLives(STEPS, seed * APART).steps).toBeGreaterThanOrEqual(STEPS);
});
