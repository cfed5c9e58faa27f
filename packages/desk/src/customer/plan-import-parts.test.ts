import { describe, expect, it } from 'vitest';
import type { CompanyId } from '../ids.ts';
import type { TimeZoneId } from '@reglament/working-time';
import type { ImportedRow, KnownCompany } from './import-book.ts';
import type { KnownSite, KnownStanding } from './plan-import-parts.ts';
import { planImport } from './plan-import.ts';

const zone = (name: string) => name as TimeZoneId;
const birch: KnownCompany = {
  companyId: 'birch' as CompanyId,
  name: 'Берёза',
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: '',
  zone: null,
  mergedInto: null,
};
const row = (more: Partial<ImportedRow>): ImportedRow => ({
  line: 2,
  name: 'Берёза',
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: null,
  zone: null,
  person: null,
  site: null,
  standing: null,
  faults: [],
  ...more,
});
const roles = [{ id: 'service-partner', name: { ru: 'Сервисный партнёр', en: 'Service partner' } }];
const site = (more: Partial<NonNullable<ImportedRow['site']>>): Partial<ImportedRow> => ({
  site: { name: 'Склад', city: null, region: null, zone: null, ...more },
});
const standing = (more: Partial<NonNullable<ImportedRow['standing']>>): Partial<ImportedRow> => ({
  standing: { role: 'Сервисный партнёр', from: null, until: null, ...more },
});

interface World {
  readonly companies?: readonly KnownCompany[];
  readonly sites?: readonly KnownSite[];
  readonly standings?: readonly KnownStanding[];
}

const plan = (rows: readonly Partial<ImportedRow>[], world: World = {}) => {
  let last = 0;
  const known = { companies: [birch], people: [], sites: [], standings: [], roles, ...world };
  return planImport(rows.map(row), known, () => `new-${(last += 1)}`);
};
const codes = (rows: readonly Partial<ImportedRow>[], world: World = {}) =>
  plan(rows, world).rows.map(({ outcome, refusals }) => [outcome, ...refusals.map(({ code }) => code)]);

const depot: KnownSite = {
  siteId: 'depot',
  companyId: birch.companyId,
  name: 'Склад',
  city: 'Омск',
  region: '',
  zone: 'Asia/Omsk',
};
const partner: KnownStanding = {
  standingId: 'partner',
  companyId: birch.companyId,
  role: 'service-partner',
  from: '2026-01-01',
  until: '2026-12-31',
};

describe('a site of a row', () => {
  it('is kept with its own time zone, or with that of its company', () => {
    const made = plan([
      site({ zone: zone('Asia/Omsk'), city: 'Омск' }),
      { ...site({ name: 'Офис' }), name: 'Ель', zone: zone('Europe/Moscow') },
    ]);
    expect(made.sites).toMatchObject([
      { companyId: 'birch', name: 'Склад', city: 'Омск', zone: 'Asia/Omsk' },
      { name: 'Офис', zone: 'Europe/Moscow' },
    ]);
    expect(made.rows[0]?.changes).toEqual([
      { field: 'site', from: '', to: { ru: 'Склад, Омск, Asia/Omsk', en: 'Склад, Омск, Asia/Omsk' } },
    ]);
  });

  it('is found by its name and changed where the row says more; an empty cell changes nothing', () => {
    const sites = [depot];
    expect(codes([site({ name: 'склад' })], { sites })).toEqual([['same']]);
    expect(plan([site({ region: 'Омская область' })], { sites }).sites).toEqual([
      { ...depot, region: 'Омская область' },
    ]);
  });

  it('without a name, or of no time zone at all, makes the row wrong, and nothing of it is kept', () => {
    const made = plan([{ ...site({ name: null, city: 'Омск' }), city: 'Омск' }, site({})]);
    expect(made.rows.map(({ refusals }) => refusals[0]?.code)).toEqual([
      'site-name-missing',
      'site-zone-missing',
    ]);
    expect([made.changed, made.sites]).toEqual([[], []]);
  });
});

describe('a standing of a row', () => {
  it('is known by its name in either language or its id, and kept with its days', () => {
    for (const role of ['Сервисный партнёр', 'service PARTNER', 'service-partner'])
      expect(plan([standing({ role, from: '2026-01-01' })]).standings).toMatchObject([
        { role: 'service-partner', from: '2026-01-01', until: null },
      ]);
  });

  it('gets another last day, by its first day or as the only one', () => {
    const standings = [partner];
    const until = '2027-12-31';
    for (const from of [null, '2026-01-01'])
      expect(plan([standing({ from, until })], { standings })).toMatchObject({
        standings: [{ standingId: 'partner', until }],
        rows: [
          {
            changes: [
              {
                from: { ru: 'Сервисный партнёр с 01.01.2026 по 31.12.2026' },
                to: { ru: 'Сервисный партнёр с 01.01.2026 по 31.12.2027' },
              },
            ],
          },
        ],
      });
    expect(codes([standing({})], { standings })).toEqual([['same']]);
  });

  it.each([
    ['nobody knows', { role: 'Дилер', from: '2026-01-01' }, 'unknown-standing'],
    ['that is not named', { role: null, from: '2026-01-01' }, 'standing-missing'],
    ['of no first day', {}, 'standing-start-missing'],
    ['that ends before it begins', { from: '2026-02-01', until: '2026-01-01' }, 'standing-crossed'],
  ])('%s makes the row wrong', (_, typed, code) => {
    expect(codes([standing(typed)])).toEqual([['wrong', code]]);
  });

  it('on days on which it stands already is refused', () => {
    expect(codes([standing({ from: '2026-06-01' })], { standings: [partner] })).toEqual([
      ['wrong', 'standing-twice'],
    ]);
  });
});

it('rows see what the rows before did, and the same table again changes nothing', () => {
  const rows = [
    { ...site({ zone: zone('Asia/Omsk') }), ...standing({ from: '2026-01-01' }) },
    { ...site({ city: 'Омск' }), ...standing({ from: '2026-01-01', until: '2026-12-31' }) },
    site({ name: 'Офис', zone: zone('Asia/Omsk') }),
  ];
  const first = plan(rows);
  expect(first.sites.map(({ name, city }) => [name, city])).toEqual([
    ['Склад', 'Омск'],
    ['Офис', ''],
  ]);
  expect(first.standings).toMatchObject([{ from: '2026-01-01', until: '2026-12-31' }]);
  const again = plan(rows, first);
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
  expect([again.sites, again.standings]).toEqual([[], []]);
});

it('of a record that was merged away both go to the record that was kept', () => {
  const gone = { ...birch, companyId: 'gone' as CompanyId, inn: '7707083893', mergedInto: birch.companyId };
  const made = plan(
    [{ inn: '7707083893', ...site({ zone: zone('Asia/Omsk') }), ...standing({ from: '2026-01-01' }) }],
    { companies: [birch, gone] },
  );
  expect([...made.sites, ...made.standings].map(({ companyId }) => companyId)).toEqual(['birch', 'birch']);
});
