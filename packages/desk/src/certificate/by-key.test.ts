import { describe, expect, test } from 'vitest';
import type { CertificateId } from '../ids.ts';
import { foldKey } from '../instance/fold-key.ts';
import { moscow, shipped } from '../test/shipped-regulations.ts';
import { certificateOf } from '../test/ticket-story.ts';
import { explainEntitlement } from './entitle.ts';

const at = moscow('2025-02-07 12:00');
const held = (packageId: string, number: string) =>
  certificateOf(packageId, at, { certificateId: number as CertificateId, number });
const ask = (key: string | null, ...certificates: readonly ReturnType<typeof held>[]) => {
  const { regulation, calendars } = shipped('shtrih-m');
  return explainEntitlement(regulation, {
    companyKnown: true,
    certificates,
    channel: 'email',
    priority: null,
    at,
    calendars,
    ...(key === null ? {} : { key: foldKey(key) }),
  });
};

describe('SH-F-TERM: support by a key is for that key', () => {
  test('the key that is named is served by its own certificate, however it is typed', () => {
    const { coverage, trail } = ask('к-12', held('free', 'K-12'), held('free', 'K-13'));
    expect(coverage).toMatchObject({ kind: 'covered', certificateId: 'K-12' });
    expect(trail.certificates.map(({ number, result }) => `${number} ${result}`)).toEqual([
      'K-12 serves',
      'K-13 no',
    ]);
  });

  test('another key of the company is not, with the clause and what to do', () => {
    const { coverage, trail } = ask('K-14', held('free', 'K-12'));
    expect(coverage).toMatchObject({ kind: 'not-entitled', reason: 'key', clause: 'SH-F-TERM' });
    expect(trail.next).toBe('register');
  });

  test('a request that names no key is served by any, and what is paid for by act asks for none', () => {
    expect(ask(null, held('free', 'K-12')).coverage.kind).toBe('covered');
    expect(ask('K-14', held('paid', 'A-1')).coverage).toMatchObject({ kind: 'covered', packageId: 'paid' });
  });
});
