import type { TimeZoneId } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { SiteId } from '../ids.ts';
import { type CustomerPlace, localZone } from './local-zone.ts';

const [far, west] = ['Asia/Kamchatka', 'Europe/Kaliningrad'].map((name) => name as TimeZoneId) as [
  TimeZoneId,
  TimeZoneId,
];
const site = (id: string, zone: TimeZoneId) => ({ siteId: id as SiteId, zone });
const place = (zone: TimeZoneId | null, ...sites: CustomerPlace['sites']): CustomerPlace => ({ zone, sites });
const apart = [site('a', far), site('b', west)];

describe('whose wall clock counts (R37)', () => {
  it.each([
    ['desk', 'the company’s would be known', place(far), 'a', null],
    ['customer', 'its own', place(far, site('a', west)), null, far],
    ['customer', 'of its only site', place(null, site('a', west)), null, west],
    ['customer', 'of sites that share one', place(null, site('a', west), site('b', west)), null, west],
    ['customer', 'several apart: the desk’s', place(null, ...apart), null, null],
    ['customer', 'several apart, one of them named: still the desk’s', place(null, ...apart), 'a', null],
    ['customer', 'nothing is known: the desk’s', place(null), null, null],
    ['customer', 'nobody knows the company', null, null, null],
    ['site', 'the one named', place(far, ...apart), 'b', west],
    ['site', 'the only one, before the company’s own', place(far, site('b', west)), null, west],
    ['site', 'none named of several: the company’s', place(far, ...apart), null, far],
    ['site', 'one that is gone: the company’s', place(far, ...apart), 'gone', far],
    ['site', 'none named of several, the company’s unknown: the desk’s', place(null, ...apart), null, null],
    ['site', 'nobody knows the company', null, 'a', null],
  ] as const)('%s: %s', (localTime, _, where, siteId, zone) => {
    expect(localZone({ localTime }, where, siteId as SiteId | null)).toBe(zone);
  });
});
