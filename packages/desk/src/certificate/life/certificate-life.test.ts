import { readFileSync } from 'node:fs';
import { localDateOf, type Instant, type LocalDate, type TimeZoneId } from '@reglament/working-time';
import { describe, expect, test } from 'vitest';
import type { CertificateId, CompanyId, MessageId, RegulationVersionId } from '../../ids.ts';
import type { MomentEvent } from '../../regulation/certificate-rules.ts';
import { alsoKnown, inMoscow, moscow, shipped } from '../../test/shipped-regulations.ts';
import type { CertificateCommand } from './commands.ts';
import { evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { bookOf, type CertificateWorld } from './facts.ts';
import { judgeRenewal, type RenewalRequest } from './renew.ts';
import { stateAt } from './state-at.ts';
import type { CertificateFacts, SupportCertificate } from './support-certificate.ts';

alsoKnown('lira', readFileSync(new URL('../../test/every-alternative.yaml', import.meta.url), 'utf8'));

/** A day at 00:00 of the regulation's clock, or a time of Moscow. */
const at = (text: string): Instant => moscow(text.length === 10 ? `${text} 00:00` : text);
const said = (value: Instant | null): string | null => inMoscow(value);

const worldAt = (id: string, now: string): CertificateWorld => ({
  now: at(now),
  regulation: shipped(id).regulation,
  isWorkingDay: (date: LocalDate) => !['2025-12-31', '2026-01-01'].includes(date),
});

const facts = (changes: Partial<CertificateFacts> = {}): CertificateFacts => ({
  certificateId: 'c-1' as CertificateId,
  number: 'C-1',
  companyId: 'company-1' as CompanyId,
  packageId: '8x5',
  regulationVersionId: 'version-1' as RegulationVersionId,
  products: null,
  installationType: null,
  quantity: 10,
  term: { count: 12, unit: 'months' },
  namedStart: null,
  dates: {},
  figures: {},
  bought: [],
  people: {},
  visitsPerTicket: null,
  renews: null,
  ...changes,
});

const dates = (known: Readonly<Partial<Record<MomentEvent, string>>>): CertificateFacts['dates'] =>
  Object.fromEntries(Object.entries(known).map(([event, day]) => [event, at(day)]));

interface Life {
  readonly id: string;
  readonly certificate: SupportCertificate;
  readonly told: readonly string[];
}

const decided = (
  id: string,
  now: string,
  command: CertificateCommand,
  certificate: SupportCertificate | null,
) => decideCertificate(command, certificate, worldAt(id, now));

const does = (life: Life, now: string, command: CertificateCommand): Life => {
  const decision = decided(life.id, now, command, life.certificate);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  return {
    ...life,
    certificate: decision.value.reduce<SupportCertificate>(evolveCertificate, life.certificate),
    told: [...life.told, ...decision.value.map((event) => ('turn' in event ? event.turn : event.type))],
  };
};

const issued = (id: string, now: string, changes: Partial<CertificateFacts>): Life => {
  const decision = decided(id, now, { type: 'Issue', facts: facts(changes), renewal: null }, null);
  if (!decision.ok) throw new Error(decision.refusal.code);
  const [first, ...rest] = decision.value;
  if (first === undefined) throw new Error('nothing was issued');
  return {
    id,
    certificate: rest.reduce<SupportCertificate>(evolveCertificate, evolveCertificate(null, first)),
    told: [],
  };
};

const refused = (id: string, now: string, changes: Partial<CertificateFacts>) => {
  const decision = decided(id, now, { type: 'Issue', facts: facts(changes), renewal: null }, null);
  return decision.ok ? null : decision.refusal;
};

const stateOf = ({ certificate }: Life, now: string) => stateAt(certificate, at(now));

const flat = (changes: Partial<CertificateFacts> = {}) =>
  issued('flat', '2025-01-10 12:00', { dates: dates({ sale: '2025-01-10' }), ...changes });

describe('FL-ACT, R16: when it begins', () => {
  test('sold and never commissioned: on the ninetieth day', () => {
    const { certificate } = flat();
    expect([said(certificate.startsAt), said(certificate.endsAt)]).toEqual([
      '2025-04-10 00:00',
      '2026-04-11 00:00',
    ]);
  });

  test('commissioned before: from that day', () => {
    const life = does(flat(), '2025-02-20 10:00', {
      type: 'RecordDate',
      event: 'commissioning',
      at: at('2025-02-19'),
    });
    expect(said(life.certificate.startsAt)).toBe('2025-02-19 00:00');
    expect(life.certificate.startCause).toBe('commissioning');
  });

  test('what becomes known after it has begun moves it no more', () => {
    const life = does(flat(), '2025-05-01 10:00', {
      type: 'RecordDate',
      event: 'commissioning',
      at: at('2025-04-20'),
    });
    expect(said(life.certificate.startsAt)).toBe('2025-04-10 00:00');
  });

  test('the date of the order wins, up to the ninetieth day', () => {
    const named = (day: string) => ({ dates: dates({ sale: '2025-01-10' }), namedStart: at(day) });
    expect(said(flat(named('2025-04-10')).certificate.startsAt)).toBe('2025-04-10 00:00');
    expect(refused('flat', '2025-01-10 12:00', named('2025-04-11'))).toMatchObject({
      code: 'named-date-too-late',
      clause: 'FL-ACT',
      details: { limit: at('2025-04-10') },
    });
  });

  test('an event of tomorrow is refused', () => {
    const later: CertificateCommand = { type: 'RecordDate', event: 'commissioning', at: at('2025-02-21') };
    expect(decided('flat', '2025-02-20 10:00', later, flat().certificate)).toMatchObject({
      ok: false,
      refusal: { code: 'date-in-future' },
    });
  });
});

describe('FL-BUY, R29: what is sold', () => {
  test('basic for 12, 36 or 60 months, the others for 12', () => {
    const months = (count: number) => ({ term: { count, unit: 'months' as const } });
    const sold = { dates: dates({ sale: '2025-01-10' }) };
    expect(refused('flat', '2025-01-10 12:00', { ...sold, ...months(36) })).toBeNull();
    expect(refused('flat', '2025-01-10 12:00', { ...sold, ...months(24) })?.code).toBe('term-not-sold');
    expect(refused('flat', '2025-01-10 12:00', { ...sold, ...months(36), packageId: '24x7' })?.code).toBe(
      'term-not-sold',
    );
  });

  test('a quantity is a whole number above zero; a package that is not there is not sold', () => {
    const sold = { dates: dates({ sale: '2025-01-10' }) };
    for (const quantity of [null, 0, -1, 1.5, Number.NaN])
      expect(refused('flat', '2025-01-10 12:00', { ...sold, quantity })?.code).toBe('quantity-needed');
    expect(refused('flat', '2025-01-10 12:00', { ...sold, packageId: 'gold' })?.code).toBe('unknown-package');
  });
});

describe('FL-LOYAL, R11: after the end', () => {
  const intent = (day: string): CertificateCommand => ({ type: 'DeclareIntent', at: at(day) });

  test('declared before the end: three months on', () => {
    const life = does(flat(), '2026-04-01 10:00', intent('2026-04-01 10:00'));
    expect([stateOf(life, '2026-04-10 23:59'), stateOf(life, '2026-04-11')]).toEqual(['in-force', 'loyalty']);
    expect([stateOf(life, '2026-07-10 23:59'), stateOf(life, '2026-07-11')]).toEqual(['loyalty', 'ended']);
  });

  test('not declared: support stops, and a late declaration opens the rest', () => {
    expect(stateOf(flat(), '2026-04-11')).toBe('ended');
    const life = does(flat(), '2026-06-01 10:00', intent('2026-06-01 10:00'));
    expect([stateOf(life, '2026-05-31'), stateOf(life, '2026-06-01 10:00')]).toEqual(['ended', 'loyalty']);
  });

  test('too late, twice, or where everybody has it: refused', () => {
    expect(decided('flat', '2026-07-11 00:00', intent('2026-07-11 00:00'), flat().certificate)).toMatchObject(
      {
        refusal: { code: 'intent-too-late', clause: 'FL-LOYAL' },
      },
    );
    const once = does(flat(), '2026-04-01 10:00', intent('2026-04-01 10:00'));
    expect(decided('flat', '2026-04-02 10:00', intent('2026-04-02 10:00'), once.certificate)).toMatchObject({
      refusal: { code: 'intent-declared' },
    });
  });
});

describe('turns are told once, in order, also after downtime', () => {
  test('a node that was away for years tells them all, late', () => {
    const declared = does(flat(), '2026-04-01 10:00', { type: 'DeclareIntent', at: at('2026-04-01 10:00') });
    const life = does(declared, '2027-01-01 10:00', { type: 'RingTurn' });
    expect(life.told.slice(1)).toEqual([
      'began',
      'ends-in-90',
      'ends-in-60',
      'ends-in-30',
      'ended',
      'loyalty-ended',
    ]);
    expect(does(life, '2027-01-02 10:00', { type: 'RingTurn' }).told).toEqual(life.told);
  });

  test('too early nothing is told', () => {
    expect(does(flat(), '2025-04-09 23:59', { type: 'RingTurn' }).told).toEqual([]);
  });

  test('a correction that moves the end ahead has it told again', () => {
    const ended = does(flat(), '2026-05-01 10:00', { type: 'RingTurn' });
    const life = does(ended, '2026-05-02 10:00', {
      type: 'Correct',
      changes: { term: { count: 36, unit: 'months' } },
      reasonId: 'm-1' as MessageId,
    });
    expect(stateOf(life, '2026-05-02 10:00')).toBe('in-force');
    expect(
      does(life, '2028-05-01 10:00', { type: 'RingTurn' }).told.filter((turn) => turn === 'ended'),
    ).toHaveLength(2);
  });
});

describe('corrections, suspension, revocation', () => {
  const reasonId = 'm-1' as MessageId;

  test('both stay on record; what could not be sold can’t be entered either', () => {
    const decision = decided(
      'flat',
      '2025-02-01 10:00',
      { type: 'Correct', changes: { quantity: 20 }, reasonId },
      flat().certificate,
    );
    expect(decision).toMatchObject({
      ok: true,
      value: [{ changes: { quantity: 20 }, before: { quantity: 10 } }],
    });
    const refusal = (changes: Partial<CertificateFacts>) =>
      decided('flat', '2025-02-01 10:00', { type: 'Correct', changes, reasonId }, flat().certificate);
    expect(refusal({ quantity: 0 })).toMatchObject({ refusal: { code: 'quantity-needed' } });
    expect(refusal({ quantity: 10 })).toMatchObject({ refusal: { code: 'nothing-to-correct' } });
  });

  test('suspended it serves nothing, resumed it does, revoked never again', () => {
    const suspended = does(flat(), '2025-05-01 10:00', { type: 'Suspend', reasonId });
    expect(stateOf(suspended, '2025-05-02')).toBe('suspended');
    const resumed = does(suspended, '2025-05-03 10:00', { type: 'Resume', reasonId });
    expect(stateOf(resumed, '2025-05-04')).toBe('in-force');
    const revoked = does(resumed, '2025-05-05 10:00', { type: 'Revoke', reasonId });
    expect(stateOf(revoked, '2025-05-06')).toBe('revoked');
    expect(
      decided('flat', '2025-05-07 10:00', { type: 'Resume', reasonId }, revoked.certificate),
    ).toMatchObject({
      refusal: { code: 'revoked' },
    });
  });
});

describe('renewal', () => {
  const request = (changes: Partial<RenewalRequest> = {}): RenewalRequest => ({
    at: at('2026-05-01 10:00'),
    channel: 'portal',
    quantity: 10,
    activated: 10,
    act: null,
    upgradeBoughtAt: null,
    upgradeInstalledAt: null,
    ...changes,
  });
  const judged = (life: Life, changes: Partial<RenewalRequest> = {}) => {
    const book = bookOf(worldAt(life.id, '2026-05-01'), life.certificate.packageId);
    if (book === null) throw new Error('nothing is sold');
    return judgeRenewal(life.certificate, request(changes), book);
  };

  test('FL-BACKDATE: from the end of the one before, and a year to the same day', () => {
    const judgement = judged(flat());
    expect(judgement).toMatchObject({ ok: true, value: { startsAt: at('2026-04-11'), backDated: true } });
    if (!judgement.ok) return;
    const decision = decided(
      'flat',
      '2026-05-01 10:00',
      { type: 'Issue', facts: facts(), renewal: judgement.value },
      null,
    );
    expect(decision).toMatchObject({
      value: [{ dates: { startsAt: at('2026-04-11'), endsAt: at('2027-04-11') } }],
    });
  });

  test('R12: the last day of the twelfth month still counts, the day after does not', () => {
    expect(judged(flat(), { at: at('2027-04-10 23:59') }).ok).toBe(true);
    expect(judged(flat(), { at: at('2027-04-11') })).toMatchObject({
      refusal: {
        code: 'late-return',
        clause: 'FL-LATE',
        details: { needs: ['upgrade-bought', 'upgrade-installed'] },
      },
    });
  });

  test('FL-LATE, R31: with the upgrade bought and installed, from its installation', () => {
    expect(
      judged(flat(), {
        at: at('2027-06-01'),
        upgradeBoughtAt: at('2027-05-01'),
        upgradeInstalledAt: at('2027-05-20'),
      }),
    ).toMatchObject({ ok: true, value: { startsAt: at('2027-05-20'), countsFrom: '2027-05-20' } });
  });

  test('FL-RENEW: as many as are active, both numbers told', () => {
    expect(judged(flat(), { quantity: 8 })).toMatchObject({
      refusal: { code: 'renewal-quantity', details: { activated: 10, ordered: 8 } },
    });
    expect(judged(flat(), { quantity: 8, activated: null }).ok).toBe(true);
  });

  test('not before it has begun, and once', () => {
    expect(judged(flat(), { at: at('2025-02-01') })).toMatchObject({ refusal: { code: 'not-begun' } });
    const renewed = does(flat(), '2026-05-01 10:00', { type: 'MarkRenewed', by: 'c-2' as CertificateId });
    expect(judged(renewed)).toMatchObject({ refusal: { code: 'already-renewed' } });
  });
});

describe('the other readings', () => {
  const lira = (changes: Partial<CertificateFacts> = {}) =>
    issued('lira', '2025-01-10 12:00', {
      packageId: 'basic',
      dates: dates({ purchase: '2025-01-10 12:00' }),
      ...changes,
    });
  const inPerm = (value: Instant | null) =>
    value === null ? null : localDateOf('Asia/Yekaterinburg' as TimeZoneId, value);

  test('R8, R16, R40: thirty days after the purchase, or any contact; a named date changes nothing', () => {
    expect(inPerm(lira().certificate.startsAt)).toBe('2025-02-09');
    expect(inPerm(lira({ namedStart: at('2025-01-20') }).certificate.startsAt)).toBe('2025-02-09');
    const life = does(lira(), '2025-01-15 10:00', {
      type: 'RecordDate',
      event: 'first-contact',
      at: at('2025-01-15 09:00'),
    });
    expect(said(life.certificate.startsAt)).toBe('2025-01-15 09:00');
  });

  test('R44, R39: the day before, and not on a day off', () => {
    // 9 February 2025 and a year, the day before: 8 February 2026.
    expect(inPerm(lira().certificate.endsAt)).toBe('2026-02-09');
    const sold = lira({ dates: dates({ purchase: '2025-01-01 08:00' }) });
    const life = does(sold, '2025-01-12 10:00', {
      type: 'RecordDate',
      event: 'first-contact',
      at: at('2025-01-01 09:00'),
    });
    // 31 December and 1 January are days off: 24:00 of 2 January.
    expect(inPerm(life.certificate.endsAt)).toBe('2026-01-03');
  });

  test('R11: everybody has loyalty', () => {
    expect(stateOf(lira(), '2026-03-01')).toBe('loyalty');
  });
});
