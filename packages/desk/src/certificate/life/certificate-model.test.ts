import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdLives, lives, regulation } from './test/hold-lives.ts';
import { liveThrough } from './test/live-through.ts';
import { PLANTED } from './test/planted-faults.ts';
import { product, type Subject } from './test/stand.ts';

// A certificate and a paper beside it, on which dates are counted day by day by code of its own, live through the same.

const STEPS = 100_000;

const HAPPENS = [
  ...['not-begun', 'in-force', 'loyalty', 'ended', 'suspended', 'revoked'],
  ...['CertificateDateRecorded', 'RenewalIntended', 'CertificateCorrected', 'CertificateSuspended'],
  ...[
    'CertificateResumed',
    'CertificateRevoked',
    'CertificateRenewed',
    'CertificateRenewalRevoked',
    'CertificateRenewalMoved',
    'began',
    'ended',
    'loyalty-ended',
  ],
  ...['ends-in-90', 'ends-in-60', 'ends-in-30'],
  ...['date-in-future', 'date-known', 'no-loyalty', 'intent-declared', 'not-begun', 'intent-too-late'],
  ...['nothing-to-correct', 'unknown-package', 'not-sold', 'quantity-needed', 'term-needed', 'term-not-sold'],
  ...['named-date-too-late', 'not-suspended', 'no-renewal', 'already-renewed', 'renewal-channel'],
  ...['act-missing', 'act-issuer', 'act-without-support', 'act-used', 'renewal-quantity', 'late-return'],
  ...['dates-crossed', 'renewal-crossed', 'UpgradeLicenceIssued', 'UpgradeLicenceRevoked'],
  ...['upgrade-closed', 'upgrade-unknown-version', 'upgrade-over-quantity', 'no-such-upgrade'],
];

test(`R8, R10, R11, R12, R16, R31, R39, R40, R44: ${STEPS} steps of lives by rules of every kind are as on paper`, () => {
  const held = holdLives(STEPS, 1);
  // Chains, turns and refusals are what it is about: lives in which nothing happens would prove nothing.
  expect(HAPPENS.filter((what) => !held.seen.has(what))).toEqual([]);
  expect(held.certificates).toBeGreaterThan(held.lives);
});

describe('a fault planted in the product is noticed', () => {
  const drawn = fc.sample(lives, { seed: 7, numRuns: 1200 });
  const failsUnder = (subject: Subject): boolean =>
    drawn.some((life) => {
      try {
        liveThrough(life, regulation, subject);
        return false;
      } catch {
        return true;
      }
    });

  test('none is planted: nothing is noticed', () => expect(failsUnder(product)).toBe(false));

  test.each(PLANTED)('%s', (_, fault) => expect(failsUnder({ ...product, ...fault })).toBe(true));
});
