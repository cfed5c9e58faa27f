import { expect, test } from 'vitest';
import { fuzzRegulation, isSlow } from '../test/fuzz-regulation.ts';
import { LONG_TEXTS } from '../test/long-texts.ts';
import { SMALL } from '../test/small-regulation.ts';

test(
  'twenty seconds of faulty texts: each is read or refused, none breaks or hangs',
  { timeout: 60_000 },
  () => {
    const report = fuzzRegulation({ seed: 1, forMs: 20_000, slow: 8, small: SMALL });
    expect(report.faults).toEqual([]);
    // Faults small enough to leave a regulation, and many that do not.
    expect(report.read).toBeGreaterThan(0);
    expect(report.read).toBeLessThan(report.texts);
  },
);

test.each(Object.entries(LONG_TEXTS))(
  'as long as a file may be, no slower than its length: %s',
  (_, make) => {
    const text = make();
    expect(text.length).toBeGreaterThan(19_000);
    expect(isSlow(text, 8)).toBe(false);
  },
);
