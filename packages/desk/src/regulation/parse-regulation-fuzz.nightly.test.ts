import { expect, inject, test } from 'vitest';
import { fuzzRegulation } from '../test/fuzz-regulation.ts';
import { SMALL } from '../test/small-regulation.ts';

const { seed } = inject('oracle');

test(`ten minutes of faulty texts from ${seed}: none breaks or hangs`, { timeout: 700_000 }, () => {
  const report = fuzzRegulation({ seed: seed * 1_000_000, forMs: 600_000, slow: 8, small: SMALL });
  expect(report.faults).toEqual([]);
  expect(report.texts).toBeGreaterThan(1000);
});
