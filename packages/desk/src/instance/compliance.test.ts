import type { LocalDate } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import { shipped } from '../test/shipped-regulations.ts';
import { complianceOf, licencesFor, type UsedCertificate } from './compliance.ts';
import { complianceWords } from './compliance-words.ts';

const today = '2025-02-03';
const used = (changes: Partial<UsedCertificate> = {}): UsedCertificate => ({
  certificate: { products: ['AText'], installationType: 'workstation', quantity: 2 },
  uses: [2, 50],
  instances: [],
  licences: [],
  ...changes,
});
const licence = (until: string | null, products: readonly string[] | null = ['AText'], number = 'L-1') => ({
  number,
  products,
  from: '2024-01-01' as LocalDate,
  until: until as LocalDate | null,
});
const found = (desk: string, use: UsedCertificate) => {
  const { regulation } = shipped(desk);
  return complianceOf(use, regulation, today).map(
    (finding) => `${finding.clause} ${complianceWords(finding, regulation).en}`,
  );
};

describe('a compliance report (AO-3.5)', () => {
  it('counts what the regulation counts: instances for AlterOffice, licences for FLAT', () => {
    expect(found('alteroffice', used())).toEqual([]);
    expect(found('alteroffice', used({ uses: [3, 3] }))).toEqual(['AO-3.3 3 are in use, 2 were bought']);
    expect(found('flat', used())).toEqual(['FL-RENEW 50 are in use, 2 were bought']);
    expect(found('shtrih-m', used({ uses: [99, 99] }))).toEqual([]);
  });

  it('tells a foreign product or type only where the certificate names its own, and a type that is known', () => {
    const instances = [
      { product: 'AText', installationType: null, key: null },
      { product: 'ACell', installationType: 'workstation', key: 'K-1' },
      { product: 'AText', installationType: 'server', key: null },
    ];
    expect(found('alteroffice', used({ instances }))).toEqual([
      'AO-3.3 Installation ACell, K-1: the certificate is for AText',
      'AO-3.3 Installation AText: its type is “Server”, the certificate is for “Workstation”',
    ]);
    const any = { products: null, installationType: null, quantity: null };
    expect(found('alteroffice', used({ instances, certificate: any }))).toEqual([]);
  });

  it.each([
    ['none on record', [], 0],
    ['one on its last day', [licence(today)], 0],
    ['one that lapsed', [licence('2025-02-02')], 1],
    ['one that lapsed and one that followed', [licence('2025-02-02'), licence(null, null)], 0],
    ['one that lapsed, for another product', [licence('2025-02-02', ['ACell'])], 0],
  ])('of licence agreements: %s', (_, licences, count) => {
    expect(found('alteroffice', used({ licences }))).toHaveLength(count);
    expect(found('flat', used({ licences, uses: [1, 1] }))).toEqual([]);
  });

  it('names the latest of the agreements that lapsed, and lists those that count', () => {
    const licences = [
      licence('2024-12-31', ['AText'], 'old'),
      licence('2025-01-31', ['AText'], 'new'),
      licence(null, ['ACell'], 'other'),
    ];
    expect(found('alteroffice', used({ licences }))[0]).toContain(
      'Licence agreement new for AText lapsed on',
    );
    const { regulation } = shipped('alteroffice');
    expect(licencesFor(used({ licences }), regulation).map(({ number }) => number)).toEqual(['new', 'old']);
    expect(licencesFor(used({ licences }), shipped('flat').regulation)).toEqual([]);
  });
});
