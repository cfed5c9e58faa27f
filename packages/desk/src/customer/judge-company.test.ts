import { describe, expect, it } from 'vitest';
import { companyRefusalTexts, companyRefusalWords, refuseCompany } from './company-refusals.ts';
import { type CompanyFacts, judgeCompany } from './judge-company.ts';

const firm: CompanyFacts = {
  name: 'ООО «Берёза»',
  inn: '7707083893',
  kpp: '773601001',
  ogrn: '1027700132195',
};
const trader: CompanyFacts = { name: 'ИП Осина', inn: '500100732259', kpp: null, ogrn: '304500116000157' };

const codes = (facts: CompanyFacts): readonly string[] =>
  judgeCompany(facts).map((one) => `${one.field} ${one.refusal.code}`);

describe('a company', () => {
  it('with numbers that agree is right, and so is one of which only the name is known', () => {
    expect([firm, trader, { name: 'Берёза', inn: null, kpp: null, ogrn: null }].map(codes)).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    [{ ...firm, name: '  ' }, ['name company-name-missing']],
    [{ ...firm, inn: '7707083894' }, ['inn inn-checksum']],
    [{ ...firm, kpp: '77360100' }, ['kpp kpp-form']],
    [{ ...firm, inn: null, ogrn: null }, ['inn kpp-without-inn']],
    [{ ...firm, ogrn: '1027700132194' }, ['ogrn ogrn-checksum']],
    [{ ...trader, kpp: '500101001' }, ['kpp kpp-of-person']],
    [{ ...trader, ogrn: firm.ogrn }, ['ogrn ogrn-of-another-kind']],
    [
      { name: '', inn: '1', kpp: '2', ogrn: '3' },
      ['name company-name-missing', 'inn inn-checksum', 'kpp kpp-form', 'ogrn ogrn-checksum'],
    ],
  ] as const)('%j is told every fault', (facts, told) => {
    expect(codes(facts)).toEqual(told);
  });
});

describe('words of a refusal', () => {
  it('name the number at fault', () => {
    expect(companyRefusalWords(refuseCompany('inn-checksum', { inn: '7707083894' })).ru).toContain(
      '7707083894',
    );
  });

  it('have the same places in both languages', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
    for (const { ru, en } of Object.values(companyRefusalTexts)) expect(places(en)).toEqual(places(ru));
  });
});
