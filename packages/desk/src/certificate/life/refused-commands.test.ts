import type { LocalDate, TimeZoneId } from '@reglament/working-time';
import { expect, it } from 'vitest';
import type { CertificateId, CompanyId, RegulationVersionId } from '../../ids.ts';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import { allowedOn } from './allowed-commands.ts';
import { type CertificateDraft, factsOf } from './draft.ts';
import type { CertificateWorld } from './facts.ts';
import { certificateOf } from './preview.ts';
import { refusedOn } from './refused-commands.ts';
import type { SupportCertificate } from './support-certificate.ts';

const on = (date: string): LocalDate => date as LocalDate;
const world = (id: string, now: string): CertificateWorld => ({
  now: moscow(now),
  regulation: shipped(id).regulation,
  isWorkingDay: () => true,
});
const held = (id: string, now: string, packageId: string, dates: CertificateDraft['dates']) => {
  const draft: CertificateDraft = {
    ...{ number: 'C-1', packageId, products: null, installationType: null, quantity: 10 },
    ...{ term: { count: 12, unit: 'months' }, namedStart: null, dates, figures: {}, bought: [] },
    visitsPerTicket: null,
  };
  const ids = {
    certificateId: 'c-1' as CertificateId,
    companyId: 'company-1' as CompanyId,
    regulationVersionId: 'version-1' as RegulationVersionId,
    renews: null,
  };
  const zone = 'Europe/Moscow' as TimeZoneId;
  const issued = certificateOf(factsOf(draft, ids, zone), null, world(id, now));
  if (!issued.ok) throw new Error(issued.refusal.code);
  return issued.value;
};

it('what can’t be done to a certificate says why, and never of what may be done', () => {
  // FLAT, in force from 10 March 2024 to the end of 10 March 2025.
  const dates = { sale: on('2024-03-01'), commissioning: on('2024-03-10') };
  const certificate = held('flat', '2024-03-12 10:00', '8x5', dates);
  const not = (now: string, changes: Partial<SupportCertificate> = {}) => {
    const one = { ...certificate, ...changes };
    const refused = refusedOn(one, world('flat', now));
    const allowed = allowedOn(one, world('flat', now));
    expect(refused.filter(({ action }) => allowed.includes(action))).toEqual([]);
    return Object.fromEntries(refused.map(({ action, refusal }) => [action, refusal.code]));
  };
  expect(not('2025-02-01 10:00')).toEqual({});
  expect(not('2024-03-09 10:00')).toEqual({
    renew: 'not-begun',
    'declare-intent': 'not-begun',
    'issue-upgrade': 'upgrade-closed',
  });
  const declaredAt = moscow('2025-01-20 00:00');
  expect(not('2025-02-01 10:00', { declaredAt })).toMatchObject({ 'declare-intent': 'intent-declared' });
  const renewedBy = 'c-2' as CertificateId;
  expect(not('2025-02-01 10:00', { renewedBy })).toMatchObject({ renew: 'already-renewed' });
  expect(not('2025-06-11 00:00')).toMatchObject({ 'declare-intent': 'intent-too-late' });
  expect(not('2025-02-01 10:00', { revokedAt: declaredAt })).toEqual({
    renew: 'revoked',
    correct: 'revoked',
    suspend: 'revoked',
  });
});

it('where the regulation knows no renewal, its clause says so', () => {
  const contract = held('centaur', '2025-01-20 10:00', 'basic', { 'contract-date': on('2025-01-10') });
  // What it does not know besides is not spoken of: nobody would look for it.
  expect(refusedOn(contract, world('centaur', '2025-02-01 12:00'))).toMatchObject([
    { action: 'renew', refusal: { code: 'no-renewal', clause: expect.stringMatching(/^CN-/) } },
  ]);
});
