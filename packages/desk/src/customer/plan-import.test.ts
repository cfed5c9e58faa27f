import { describe, expect, it } from 'vitest';
import type { CompanyId, ContactId } from '../ids.ts';
import { refuseCompany } from './company-refusals.ts';
import type { ImportedRow, KnownCompanies, KnownCompany } from './import-book.ts';
import { type ImportPlan, planImport } from './plan-import.ts';

const INN = '7707083893';

const ids = () => {
  let last = 0;
  return () => `new-${(last += 1)}`;
};
const row = (name: string, more: Partial<ImportedRow> = {}): ImportedRow => ({
  line: 2,
  name,
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
const known = (companyId: string, name: string, more: Partial<KnownCompany> = {}): KnownCompany => ({
  companyId: companyId as CompanyId,
  name,
  inn: null,
  kpp: null,
  ogrn: null,
  district: null,
  city: '',
  zone: null,
  mergedInto: null,
  ...more,
});
const plan = (
  rows: readonly ImportedRow[],
  companies: readonly KnownCompany[] = [],
  people: KnownCompanies['people'] = [],
) => planImport(rows, { companies, people, sites: [], standings: [], roles: [] }, ids());
const told = (made: ImportPlan) =>
  made.rows.map((one) => [one.outcome, one.companyId, one.refusals.map(({ code }) => code)]);
const anna = { name: 'Анна', email: 'anna@birch.example', phone: null };

describe('a row', () => {
  it('of nobody known makes a company with the district that its numbers speak of, and its person', () => {
    const made = plan([row('Берёза', { inn: INN, kpp: '773601001', person: anna })]);
    expect(told(made)).toEqual([['created', 'new-1', []]]);
    expect(made.created).toMatchObject([{ name: 'Берёза', district: 'central' }]);
    expect(made.people).toEqual([
      { contactId: 'new-2', name: 'Анна', email: 'anna@birch.example', phone: '', companies: ['new-1'] },
    ]);
  });

  it.each([
    ['by INN and KPP', { inn: INN, kpp: '773601001' }, 'head'],
    ['by INN and another KPP', { inn: INN, kpp: '540602001' }, 'branch'],
    ['by the folded name', {}, 'named'],
  ] as const)('finds its company %s', (_, numbers, companyId) => {
    const companies = [
      known('head', 'Сосна', { inn: INN, kpp: '773601001' }),
      known('branch', 'Сосна', { inn: INN, kpp: '540602001' }),
      known('named', 'АО «Берёза»'),
    ];
    expect(plan([row('ООО "БЕРЕЗА"', numbers)], companies).rows[0]?.companyId).toBe(companyId);
  });

  it('that could be of several asks for what tells them apart', () => {
    const companies = [
      known('a', 'Берёза', { inn: INN, kpp: '773601001' }),
      known('b', 'Берёза', { inn: INN, kpp: '540602001' }),
    ];
    expect(told(plan([row('Берёза', { inn: INN })], companies))).toEqual([['wrong', null, ['kpp-needed']]]);
    expect(told(plan([row('Берёза')], companies))).toEqual([['wrong', null, ['name-ambiguous']]]);
  });

  it('fills what is missing and changes what differs; an empty cell changes nothing', () => {
    const before = known('a', 'Берёза', { city: 'Омск', ogrn: '1027700132195' });
    const made = plan([row('Берёза', { inn: INN, city: 'Москва' })], [before]);
    expect(made.rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [
        { field: 'inn', from: '', to: INN },
        { field: 'district', from: '', to: 'central' },
        { field: 'city', from: 'Омск', to: 'Москва' },
      ],
    });
    expect(made.changed).toMatchObject([{ companyId: 'a', ogrn: '1027700132195' }]);
  });

  it('with a wrong number, or a cell that was not read, does nothing', () => {
    const made = plan([
      row('Берёза', { inn: '7707083894', person: anna }),
      row('Ель', { faults: [refuseCompany('district-unknown', { district: 'x' })] }),
      row(' '),
    ]);
    expect(told(made)).toEqual([
      ['wrong', null, ['inn-checksum']],
      ['wrong', null, ['district-unknown']],
      ['wrong', null, ['company-name-missing']],
    ]);
    expect([made.created, made.changed, made.people]).toEqual([[], [], []]);
  });

  it('of a record that was merged away gives its person to the record that was kept, and changes neither', () => {
    const companies = [
      known('gone', 'Берёза', { inn: INN, mergedInto: 'kept' as CompanyId }),
      known('kept', 'Роща'),
    ];
    const made = plan([row('Берёза-2', { inn: INN, person: anna })], companies);
    expect(made.rows).toMatchObject([
      { outcome: 'changed', companyId: 'kept', changes: [{ field: 'person' }] },
    ]);
    expect([made.created, made.changed]).toEqual([[], []]);
    expect(made.people).toMatchObject([{ companies: ['kept'] }]);
  });
});

describe('a person', () => {
  const person = {
    contactId: 'person' as ContactId,
    name: 'Анна',
    email: 'anna@birch.example',
    phone: '+74951234567',
    companies: ['a' as CompanyId],
  };

  it('known by the address speaks for the row’s company too', () => {
    const made = plan([row('Ель', { person: anna })], [known('a', 'Берёза'), known('b', 'Ель')], [person]);
    expect(made.people).toEqual([{ ...person, companies: ['a', 'b'] }]);
  });

  it('without an address is known by a telephone of the same company only', () => {
    const typed = { name: 'Анна', email: null, phone: '+74951234567' };
    const companies = [known('a', 'Берёза'), known('b', 'Ель')];
    expect(plan([row('Берёза', { person: typed })], companies, [person]).rows).toMatchObject([
      { outcome: 'same' },
    ]);
    expect(plan([row('Ель', { person: typed })], companies, [person]).people).toMatchObject([
      { contactId: 'new-1', companies: ['b'] },
    ]);
  });
});

describe('a table', () => {
  const table = [
    row('Берёза', { inn: INN, kpp: '773601001', person: anna }),
    row('ООО «Берёза»', {
      inn: INN,
      kpp: '773601001',
      person: { name: 'Пётр', email: null, phone: '+74951234567' },
    }),
    row('Ель', { person: anna }),
  ];

  it('that names a company twice makes it once, with both people', () => {
    const made = plan(table);
    expect(told(made)).toEqual([
      ['created', 'new-1', []],
      ['changed', 'new-1', []],
      ['created', 'new-4', []],
    ]);
    expect(made.created.map(({ name }) => name)).toEqual(['Берёза', 'Ель']);
    expect(made.people.map(({ name, companies }) => [name, companies])).toEqual([
      ['Анна', ['new-1', 'new-4']],
      ['Пётр', ['new-1']],
    ]);
  });

  it('read again over its own result changes nothing', () => {
    const first = plan(table);
    const again = plan(table, first.created, first.people);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    expect([again.created, again.changed, again.people]).toEqual([[], [], []]);
  });
});

it('a time zone that a row names is kept; an empty cell leaves what is known', () => {
  const kamchatka = 'Asia/Kamchatka' as NonNullable<KnownCompany['zone']>;
  const before = known('a', 'Берёза');
  expect(plan([row('Берёза', { zone: kamchatka })], [before])).toMatchObject({
    rows: [{ outcome: 'changed', changes: [{ field: 'zone', from: '', to: 'Asia/Kamchatka' }] }],
    changed: [{ companyId: 'a', zone: 'Asia/Kamchatka' }],
  });
  expect(plan([row('Берёза')], [{ ...before, zone: kamchatka }]).rows[0]?.outcome).toBe('same');
});
