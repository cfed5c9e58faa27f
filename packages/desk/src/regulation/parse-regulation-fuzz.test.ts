import { expect, test } from 'vitest';
import { fuzzRegulation } from '../test/fuzz-regulation.ts';
import { SMALL } from '../test/small-regulation.ts';

test(
  'twenty seconds of faulty texts: each is read or refused, none breaks or hangs',
  { timeout: 60_000 },
  () => {
    const report = fuzzRegulation({ seed: 1, forMs: 20_000, slowMs: 100, small: SMALL });
    expect(report.faults).toEqual([]);
    // Faults small enough to leave a regulation, and many that do not.
    expect(report.read).toBeGreaterThan(0);
    expect(report.read).toBeLessThan(report.texts);
  },
);
