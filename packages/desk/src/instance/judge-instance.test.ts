import type { LocalDate } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { CertificateId } from '../ids.ts';
import { shipped } from '../test/shipped-regulations.ts';
import type { InstanceFacts } from './instance-facts.ts';
import { instanceRefusalTexts, instanceRefusalWords } from './instance-refusals.ts';
import { judgeInstance, judgeLicence } from './judge-instance.ts';

const today = '2025-02-03' as LocalDate;
const catalogue = [{ name: 'AText', versions: ['4.0'] }];
const sound: InstanceFacts = {
  product: 'AText',
  version: '4.0',
  installationType: 'server',
  key: 'K-1',
  keyRegisteredOn: today,
  commissionedOn: today,
  hasWorked: true,
  siteId: 's',
  activated: 1,
  certificateId: 'c' as CertificateId,
};
const judged = (changes: Partial<InstanceFacts>, keyHolder: string | null = null): readonly string[] =>
  judgeInstance(
    { ...sound, ...changes },
    {
      catalogue,
      installationTypes: shipped('alteroffice').regulation.installationTypes,
      certificateIds: ['c'],
      siteIds: ['s'],
      keyHolder,
      today,
    },
  ).map(({ field, refusal }) => `${field} ${refusal.code}`);

describe('an instance', () => {
  it.each<readonly [Partial<InstanceFacts>, string | null]>([
    [{}, null],
    [{ product: 'ACell', version: null }, 'product unknown-product'],
    [{ version: '5.0' }, 'version unknown-version'],
    [{ version: null, installationType: null, siteId: null, certificateId: null }, null],
    [{ installationType: 'phone' }, 'installationType unknown-type'],
    [{ key: null }, 'key key-missing'],
    [{ key: null, keyRegisteredOn: null }, null],
    [{ keyRegisteredOn: '2025-02-04' as LocalDate }, 'keyRegisteredOn date-ahead'],
    [{ commissionedOn: '2025-02-04' as LocalDate }, 'commissionedOn date-ahead'],
    [{ siteId: 'other' }, 'siteId foreign-site'],
    [{ certificateId: 'other' as CertificateId }, 'certificateId foreign-certificate'],
  ])('with %j: %s', (changes, refusal) => {
    expect(judged(changes)).toEqual(refusal === null ? [] : [refusal]);
  });

  it('whose key somebody has is refused with the name', () => {
    expect(judged({}, 'ООО «Дуб»')).toEqual(['key key-known']);
  });
});

describe('a licence agreement', () => {
  it.each([
    [{}, null, []],
    [{ number: '  ' }, null, ['number licence-number-missing']],
    [{}, 'ООО «Дуб»', ['number licence-number-taken']],
    [{ products: ['ACell'] }, null, ['products unknown-product']],
    [{ until: '2023-12-31' as LocalDate }, null, ['until licence-crossed']],
    [{ until: '2024-01-01' as LocalDate }, null, []],
  ])('with %j, its number held by %s', (changes, holder, refusals) => {
    const facts = { number: 'L-1', products: null, from: '2024-01-01' as LocalDate, until: null, ...changes };
    expect(
      judgeLicence(facts, { catalogue, holder }).map(({ field, refusal }) => `${field} ${refusal.code}`),
    ).toEqual(refusals);
  });
});

it('every refusal says in both languages the same details', () => {
  const places = (text: string): readonly string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted();
  for (const [code, { ru, en }] of Object.entries(instanceRefusalTexts))
    expect([code, places(ru)]).toEqual([code, places(en)]);
  expect(instanceRefusalWords({ code: 'date-ahead', details: { date: '2099-01-01' } }).ru).toContain(
    '2099-01-01',
  );
});
