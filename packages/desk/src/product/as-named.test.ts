import { describe, expect, it } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { asNamed, type KnownProduct } from './as-named.ts';

const { regulation } = shipped('centaur');
const version = (number: string, platforms: readonly string[], outdatedOn: string | null = null) => ({
  number,
  releasedOn: '2023-03-01',
  outdatedOn,
  endOfLifeOn: null,
  platforms,
});
const centaur: KnownProduct = {
  name: 'Центавр',
  versions: [
    version('1.9', [], '2024-03-01'),
    version('2.1', ['Astra Linux 1.7', 'РЕД ОС 8']),
    { ...version('3.0', []), releasedOn: '2099-01-01' },
  ],
};
const named = (number: string | null, platform = '') =>
  asNamed(centaur, number, regulation, { day: '2025-02-04', stated: { platform } });

describe('what a ticket is about', () => {
  it.each([
    [null, { version: null, support: null }],
    ['9.9', { version: null, support: null }],
    ['1.9', { version: '1.9', support: 'outdated' }],
    ['2.1', { version: '2.1', support: 'current' }],
    ['3.0', { version: '3.0', support: null }],
  ])('version %s: %j', (number, found) => {
    expect(named(number)).toEqual({ name: 'Центавр', ...found });
  });

  it.each([
    ['Astra Linux 1.7', 'recommended'],
    ['сервер на astra  linux 1.7, 8 ГБ', 'recommended'],
    ['РЕД ОС 8.0', 'recommended'],
    ['Windows 7', 'not-recommended'],
    ['Astra Linux 1.6', 'not-recommended'],
    ['', undefined],
    [' ', undefined],
  ])('CN-L1: on “%s” the platform of 2.1 is %s', (platform, found) => {
    expect(named('2.1', platform).platform).toBe(found);
  });

  it('CN-L1: a version without a list speaks against no platform', () => {
    expect(named('1.9', 'Windows 7')).not.toHaveProperty('platform');
  });
});
