import type { Instant } from '@reglament/working-time';
import { expect, test } from 'vitest';
import type { CertificateId, CompanyId, MessageId, RegulationVersionId } from '../../ids.ts';
import { inMoscow, moscow, shipped } from '../../test/shipped-regulations.ts';
import { bringOver } from './bring-over.ts';
import { type CertificateCommand, evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { stateAt } from './state-at.ts';
import type { CertificateFacts, SupportCertificate } from './support-certificate.ts';

const { regulation } = shipped('flat');

/** In force through 10 February 2025, brought over on 20 January of it. */
const brought = (facts: Partial<CertificateFacts> = {}): SupportCertificate => {
  const event = bringOver(
    {
      certificateId: 'c-1' as CertificateId,
      number: 'C-1',
      companyId: 'company-1' as CompanyId,
      packageId: '8x5',
      regulationVersionId: 'version-1' as RegulationVersionId,
      products: null,
      installationType: null,
      quantity: null,
      term: null,
      namedStart: null,
      dates: {},
      figures: {},
      bought: [],
      people: {},
      visitsPerTicket: null,
      renews: null,
      ...facts,
    },
    { startsAt: moscow('2024-02-10 00:00'), endsAt: moscow('2025-02-11 00:00') },
    regulation.zone,
    moscow('2025-01-20 12:00'),
  );
  const certificate = evolveCertificate(null, event);
  if (certificate === null) throw new Error('nothing was brought over');
  return certificate;
};

const declared = (at: Instant) =>
  decideCertificate({ type: 'DeclareIntent', at }, brought(), {
    now: at,
    regulation,
    isWorkingDay: () => true,
  });

test.each(['2025-02-01 10:00', '2025-02-20 10:00'])(
  'the wish to renew, declared %s, opens the loyalty of the rules to one that was brought over (FL-LOYAL)',
  (text) => {
    const decision = declared(moscow(text));
    if (!decision.ok) throw new Error(decision.refusal.code);
    const certificate = decision.value.reduce<SupportCertificate>(evolveCertificate, brought());
    expect(inMoscow(certificate.loyaltyUntil as Instant)).toBe('2025-05-11 00:00');
    expect(stateAt(certificate, moscow('2025-05-10 23:59'))).toBe('loyalty');
    expect(stateAt(certificate, moscow('2025-05-11 00:00'))).toBe('ended');
  },
);

test('after the time of loyalty it is too late for that', () => {
  const decision = declared(moscow('2025-05-11 00:00'));
  expect(decision).toMatchObject({ ok: false, refusal: { code: 'intent-too-late', clause: 'FL-LOYAL' } });
});

/** Brought over, and then something is done to it. */
const after = (certificate: SupportCertificate, command: CertificateCommand, now: string) => {
  const decision = decideCertificate(command, certificate, {
    now: moscow(now),
    regulation,
    isWorkingDay: () => true,
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.reduce<SupportCertificate>(evolveCertificate, certificate);
};

test.each(['2024-02-01 12:00', '2025-01-20 12:00'])(
  'a date that becomes known at %s leaves it the dates that it came with, begun or not',
  (now) => {
    const at = moscow('2024-01-25 00:00');
    const certificate = after(brought(), { type: 'RecordDate', event: 'commissioning', at }, now);
    expect(certificate.dates).toEqual({ commissioning: at });
    const { startsAt, endsAt, startCause } = brought();
    expect(certificate).toMatchObject({ startsAt, endsAt, startCause });
  },
);

test('what is put right and moves nothing leaves its end and asks for no term; a term gives one by the rules', () => {
  const correct = (changes: Partial<CertificateFacts>): CertificateCommand => ({
    type: 'Correct',
    changes,
    reasonId: 'm-1' as MessageId,
  });
  const known = brought({ quantity: 5 });
  const renamed = after(known, correct({ number: 'C-2', quantity: 7 }), '2025-01-20 12:00');
  const { startsAt, endsAt } = known;
  expect(renamed).toMatchObject({ number: 'C-2', quantity: 7, startsAt, endsAt });
  const longer = after(known, correct({ term: { count: 36, unit: 'months' } }), '2025-01-20 12:00');
  expect(inMoscow(longer.endsAt as Instant)).toBe('2027-02-11 00:00');
});

test('another beginning wants a term: without one nobody could say when it ends', () => {
  const moved = {
    type: 'Correct',
    changes: { namedStart: moscow('2024-03-01 00:00') },
    reasonId: 'm-1' as MessageId,
  } as const;
  expect(() => after(brought({ quantity: 5 }), moved, '2025-01-20 12:00')).toThrow('term-needed');
});
