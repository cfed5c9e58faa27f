import type { Instant } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { SupportCertificate } from '../certificate/life/support-certificate.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { fittingCertificates, waitsFor } from './fitting-certificates.ts';
import { keyOfferOf } from './key-offer.ts';

const now = 1_000_000 as Instant;
const held = (number: string, packageId: string, changes: Partial<SupportCertificate> = {}) =>
  ({
    number,
    packageId,
    products: null,
    installationType: null,
    dates: {},
    startsAt: 0,
    endsAt: 2_000_000,
    startCause: 'purchase',
    loyaltyFrom: null,
    loyaltyUntil: null,
    renewedBy: null,
    suspendedAt: null,
    revokedAt: null,
    ...changes,
  }) as SupportCertificate;
const fitting = (
  desk: string,
  certificates: readonly SupportCertificate[],
  asked: { readonly product?: string; readonly installationType?: string; readonly key?: string } = {},
): readonly string[] =>
  fittingCertificates(
    certificates,
    { product: 'AText', installationType: null, key: null, ...asked },
    shipped(desk).regulation,
    now,
  ).map(({ number }) => number);

describe('a certificate that an instance could be supported under', () => {
  it('is for its product and type, where the regulation names them, and not over', () => {
    const all = [
      held('any', 'basic'),
      held('text', 'basic', { products: ['AText'] }),
      held('cell', 'basic', { products: ['ACell'] }),
      held('server', 'basic', { installationType: 'server' }),
      held('ended', 'basic', { endsAt: 500_000 as Instant }),
      held('revoked', 'basic', { revokedAt: 1 as Instant }),
      held('renewed', 'basic', { renewedBy: 'x' as never }),
    ];
    expect(fitting('alteroffice', all)).toEqual(['any', 'text', 'server']);
    expect(fitting('alteroffice', all, { installationType: 'workstation' })).toEqual(['any', 'text']);
    expect(fitting('alteroffice', all, { installationType: 'server' })).toEqual(['any', 'text', 'server']);
  });

  it('of a key is for what has the key alone', () => {
    const all = [held('K-12', 'free'), held('act', 'paid')];
    expect(fitting('shtrih-m', all)).toEqual(['act']);
    expect(fitting('shtrih-m', all, { key: 'к 12' })).toEqual(['K-12', 'act']);
    expect(fitting('shtrih-m', all, { key: 'K-13' })).toEqual(['act']);
  });
});

describe('a date of an instance', () => {
  const { regulation } = shipped('flat');

  it('is waited for by a certificate whose offer names its event and that has none, but a renewal', () => {
    expect(waitsFor(held('a', '8x5'), 'commissioning', regulation)).toBe(true);
    expect(waitsFor(held('a', '8x5'), 'key-registration', regulation)).toBe(false);
    expect(waitsFor(held('a', '8x5', { dates: { commissioning: now } }), 'commissioning', regulation)).toBe(
      false,
    );
    expect(waitsFor(held('a', '8x5', { startCause: 'renewal' }), 'commissioning', regulation)).toBe(false);
  });
});

describe('what registering a key gives by itself', () => {
  it('is what nobody sells and a key proves: Shtrih-M’s three months, nothing elsewhere', () => {
    expect(keyOfferOf(shipped('shtrih-m').regulation)).toMatchObject({
      packageId: 'free',
      term: { count: 3, unit: 'months' },
    });
    for (const desk of ['alteroffice', 'centaur', 'flat', 'optima'])
      expect(keyOfferOf(shipped(desk).regulation)).toBeNull();
  });
});
