import { describe, expect, it } from 'vitest';
import { federalDistricts } from '../customer/federal-district.ts';
import type { FederalDistrict, SalesRules } from '../regulation/certificate-rules.ts';
import { shipped } from '../test/shipped-regulations.ts';
import { addresseesOf, routeInquiry } from './route-inquiry.ts';

const { sales: byDistrict } = shipped('shtrih-m').regulation;
const { sales: oneForAll } = shipped('alteroffice').regulation;

const rules = (...rows: readonly (readonly [readonly FederalDistrict[] | null, string])[]): SalesRules => ({
  inquiries: rows.map(([districts, to], i) => ({ districts, to, clause: `A-${i}` })),
  priceList: 'none',
  clause: 'A',
});

describe('an inquiry', () => {
  it.each([
    ['central', 'sales-center@shtrih-m.example'],
    ['north-west', 'sales-center@shtrih-m.example'],
    ['volga', 'sales-center@shtrih-m.example'],
    ['south', 'sales-south@shtrih-m.example'],
    ['north-caucasus', 'sales-south@shtrih-m.example'],
    ['ural', 'sales-east@shtrih-m.example'],
    ['siberia', 'sales-east@shtrih-m.example'],
    ['far-east', 'sales-east@shtrih-m.example'],
  ] as const)('from the district %s goes to %s (SH-P-PAY)', (district, to) => {
    expect(routeInquiry(byDistrict, district)).toEqual({ kind: 'routed', to, clause: 'SH-P-PAY' });
  });

  it('from nobody knows where waits for a person, where the address depends on it', () => {
    expect(routeInquiry(byDistrict, null)).toEqual({
      kind: 'unrouted',
      because: 'district-unknown',
      clause: 'SH-P-PAY',
    });
  });

  it('goes to the one address that there is, wherever it comes from (AO-2.1)', () => {
    for (const district of [null, ...federalDistricts])
      expect(routeInquiry(oneForAll, district)).toEqual({
        kind: 'routed',
        to: 'info@almi-partner.ru',
        clause: 'AO-2.1',
      });
  });

  it('goes by the first row that holds', () => {
    const both = rules([['ural'], 'ural@a.example'], [null, 'all@a.example']);
    expect(routeInquiry(both, 'ural')).toMatchObject({ to: 'ural@a.example' });
    expect(routeInquiry(both, 'south')).toMatchObject({ to: 'all@a.example' });
    expect(routeInquiry(both, null)).toMatchObject({ because: 'district-unknown' });
    const never = rules([null, 'all@a.example'], [['ural'], 'ural@a.example']);
    expect(routeInquiry(never, 'ural')).toMatchObject({ to: 'all@a.example', clause: 'A-0' });
    expect(routeInquiry(never, null)).toMatchObject({ to: 'all@a.example' });
  });

  it('from a district of no row waits for a person, and so does one of nowhere', () => {
    const some = rules([['ural', 'siberia'], 'east@a.example']);
    expect(routeInquiry(some, 'south')).toMatchObject({ because: 'district-not-served' });
    expect(routeInquiry(some, null)).toMatchObject({ because: 'district-unknown' });
  });

  it('goes to an address that all eight districts lead to, though no row is for everywhere', () => {
    const half = federalDistricts.slice(0, 4);
    const rest = federalDistricts.slice(4);
    expect(routeInquiry(rules([half, 'one@a.example'], [rest, 'one@a.example']), null)).toMatchObject({
      to: 'one@a.example',
    });
    expect(routeInquiry(rules([half, 'one@a.example'], [rest, 'two@a.example']), null)).toMatchObject({
      kind: 'unrouted',
    });
  });

  it('stays with the desk where the regulation names nobody', () => {
    expect(routeInquiry(null, 'ural')).toEqual({
      kind: 'unrouted',
      because: 'no-addresses',
      clause: null,
    });
    expect(routeInquiry(rules(), 'ural')).toMatchObject({ because: 'no-addresses', clause: 'A' });
  });
});

it('the addresses to choose from stand once each, with all their districts', () => {
  expect(addresseesOf(byDistrict).map(({ to, districts }) => [to, districts])).toEqual([
    ['sales-center@shtrih-m.example', ['central', 'north-west', 'volga']],
    ['sales-south@shtrih-m.example', ['south', 'north-caucasus']],
    ['sales-east@shtrih-m.example', ['ural', 'siberia', 'far-east']],
  ]);
  expect(addresseesOf(rules([['ural'], 'a'], [null, 'a']))).toEqual([
    { to: 'a', districts: null, clause: 'A-0' },
  ]);
  expect(addresseesOf(null)).toEqual([]);
});
