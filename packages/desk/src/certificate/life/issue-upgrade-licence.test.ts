import type { Instant, LocalDate } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import type { CertificateId, CompanyId, MessageId, RegulationVersionId } from '../../ids.ts';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import { allowedOn } from './allowed-commands.ts';
import { certificateNoticesOf } from './certificate-notices.ts';
import { type CertificateCommand, evolveCertificate } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { describeCertificateEvent } from './describe-certificate-event.ts';
import type { CertificateWorld } from './facts.ts';
import type { UpgradeOrder } from './issue-upgrade-licence.ts';
import { certificateRefusalWords } from './refusal-words.ts';
import type { CertificateFacts, SupportCertificate } from './support-certificate.ts';

const worldAt = (id: string, now: string): CertificateWorld => ({
  now: moscow(now),
  regulation: shipped(id).regulation,
  isWorkingDay: (_: LocalDate) => true,
});

const facts = (changes: Partial<CertificateFacts>): CertificateFacts => ({
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
  dates: { sale: moscow('2025-01-10 00:00'), commissioning: moscow('2025-01-20 00:00') },
  figures: {},
  bought: [],
  people: {},
  visitsPerTicket: null,
  renews: null,
  ...changes,
});

const does = (
  id: string,
  now: string,
  command: CertificateCommand,
  before: SupportCertificate | null,
): SupportCertificate => {
  const decision = decideCertificate(command, before, worldAt(id, now));
  if (!decision.ok) throw new Error(decision.refusal.code);
  const after = decision.value.reduce<SupportCertificate | null>(evolveCertificate, before);
  if (after === null) throw new Error('nothing was issued');
  return after;
};

const issued = (id: string, changes: Partial<CertificateFacts> = {}): SupportCertificate =>
  does(id, '2025-02-01 10:00', { type: 'Issue', facts: facts(changes), renewal: null }, null);

const KNOWN = {
  bought: '4.1',
  isCommissioned: true,
  hasWorked: true,
  activated: null,
  isListed: true,
} as const;
const upgrade = (order: Partial<UpgradeOrder> = {}) =>
  ({
    type: 'IssueUpgradeLicence',
    version: '5.0',
    quantity: 4,
    number: null,
    known: KNOWN,
    ...order,
  }) as const;

/** Code and clause of the refusal; null: it is issued. */
const refused = (
  id: string,
  now: string,
  certificate: SupportCertificate,
  order: Partial<UpgradeOrder> = {},
) => {
  const decision = decideCertificate(upgrade(order), certificate, worldAt(id, now));
  return decision.ok ? null : `${decision.refusal.code} ${decision.refusal.clause ?? ''}`.trim();
};

describe('upgrade licences that were taken back', () => {
  const now = '2025-06-02 12:00';
  const reasonId = 'm-1' as MessageId;
  const given = does('flat', now, upgrade({ quantity: 8, number: 'U-7' }), issued('flat'));
  const takeBack = (licence: number) => ({ type: 'RevokeUpgradeLicence', licence, reasonId }) as const;

  it('stay on record with the day, are told with the reason, and leave their place to others', () => {
    expect(refused('flat', now, given, { quantity: 3 })).toBe('upgrade-over-quantity FL-ALL');
    const decision = decideCertificate(takeBack(0), given, worldAt('flat', '2026-03-01 10:00'));
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.value;
    if (event === undefined) throw new Error('nothing happened');
    const after = evolveCertificate(given, event);
    expect(after.upgradeLicences).toMatchObject([
      { version: '5.0', quantity: 8, revokedAt: moscow('2026-03-01 10:00') },
    ]);
    expect(certificateNoticesOf(event, after)).toMatchObject([{ kind: 'upgrade-revoked' }]);
    const names = { regulation: shipped('flat').regulation, number: (id: string) => id };
    expect(describeCertificateEvent(event, names).says.ru).toBe(
      'Лицензии перехода на версию 5.0 отозваны: 8',
    );
    expect(refused('flat', now, after, { quantity: 10 })).toBeNull();
  });

  it('are taken back once, and only those that there are', () => {
    const code = (licence: number, one = given) => {
      const decision = decideCertificate(takeBack(licence), one, worldAt('flat', now));
      return decision.ok ? null : decision.refusal.code;
    };
    expect([code(0), code(1)]).toEqual([null, 'no-such-upgrade']);
    expect(code(0, does('flat', now, takeBack(0), given))).toBe('no-such-upgrade');
  });
});

describe('FL-ALL: upgrade licences at price 0', () => {
  it('have a number of their own each, until they are taken back', () => {
    const now = '2025-06-02 12:00';
    const given = does('flat', now, upgrade({ quantity: 2, number: 'U-7' }), issued('flat'));
    for (const number of ['U-7', ' u-7 '])
      expect(refused('flat', now, given, { quantity: 1, number })).toBe('upgrade-number-used');
    expect(refused('flat', now, given, { quantity: 1, number: 'U-8' })).toBeNull();
    const back = does(
      'flat',
      now,
      { type: 'RevokeUpgradeLicence', licence: 0, reasonId: 'm-1' as MessageId },
      given,
    );
    expect(refused('flat', now, back, { quantity: 1, number: 'U-7' })).toBeNull();
  });

  it('lead to a version that the catalogue has', () => {
    const known = { ...KNOWN, isListed: false };
    expect(refused('flat', '2025-06-02 12:00', issued('flat'), { known })).toBe('upgrade-unknown-version');
  });

  it('are recorded with their number, told in the history, and written to the customer', () => {
    const world = worldAt('flat', '2025-06-02 12:00');
    const decision = decideCertificate(upgrade({ number: 'U-7' }), issued('flat'), world);
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.value;
    if (event === undefined) throw new Error('nothing happened');
    expect(event).toEqual({
      type: 'UpgradeLicenceIssued',
      version: '5.0',
      quantity: 4,
      number: 'U-7',
      price: 0,
      clause: 'FL-ALL',
      at: moscow('2025-06-02 12:00'),
    });
    const { type: _, ...licence } = event;
    const after = evolveCertificate(issued('flat'), event);
    expect(after.upgradeLicences).toEqual([licence]);
    expect(certificateNoticesOf(event, after)).toEqual([{ kind: 'upgrade-issued', licence }]);
    const names = { regulation: world.regulation, number: (id: string) => id };
    expect(describeCertificateEvent(event, names)).toMatchObject({
      says: { ru: 'Лицензии перехода на версию 5.0: 4, цена 0, номер U-7' },
      clause: 'FL-ALL',
    });
  });

  it('in loyalty, after the end, suspended, not begun or not commissioned they are refused with the clause', () => {
    const certificate = issued('flat');
    expect(refused('flat', '2026-01-20 23:59', certificate)).toBeNull();
    expect(refused('flat', '2026-01-21 00:00', certificate)).toBe('upgrade-closed FL-STOP');
    const at = moscow('2026-01-22 10:00');
    const loyal = does('flat', '2026-01-22 10:00', { type: 'DeclareIntent', at }, certificate);
    expect(refused('flat', '2026-01-22 10:01', loyal)).toBe('upgrade-closed FL-LOYAL');
    const reasonId = 'm-1' as MessageId;
    const suspended = does('flat', '2025-06-02 10:00', { type: 'Suspend', reasonId }, certificate);
    expect(refused('flat', '2025-06-02 10:01', suspended)).toBe('upgrade-closed FL-STOP');
    const waiting = issued('flat', { dates: { sale: moscow('2025-01-30 00:00') } });
    expect(refused('flat', '2025-02-02 10:00', waiting)).toBe('upgrade-closed FL-STOP');
    const known = { ...KNOWN, isCommissioned: false };
    expect(refused('flat', '2025-06-02 10:00', certificate, { known })).toBe('upgrade-closed FL-NOTE');
  });

  it('a regulation that does not give them refuses with the clause of its releases', () => {
    const office = issued('alteroffice', {
      packageId: 'basic',
      term: { count: 6, unit: 'months' },
      dates: { purchase: moscow('2025-01-10 00:00'), 'first-contact': moscow('2025-01-20 00:00') },
    });
    const begun = { ...office, startsAt: moscow('2025-01-20 00:00'), endsAt: moscow('2025-07-20 00:00') };
    expect(refused('alteroffice', '2025-06-02 10:00', begun)).toBe('upgrade-closed AO-4.1-updates');
    expect(allowedOn(begun, worldAt('alteroffice', '2025-06-02 10:00'))).not.toContain('issue-upgrade');
  });

  it('no more than licences are active, else than were bought, for one major version taken together', () => {
    const certificate = issued('flat');
    const now = '2025-06-02 12:00';
    expect(refused('flat', now, certificate, { quantity: 10 })).toBeNull();
    expect(refused('flat', now, certificate, { quantity: 11 })).toBe('upgrade-over-quantity FL-ALL');
    const known = { ...KNOWN, activated: 6 };
    expect(refused('flat', now, certificate, { quantity: 7, known })).toBe('upgrade-over-quantity FL-ALL');
    const after = does('flat', now, upgrade({ quantity: 4, known }), certificate);
    expect(refused('flat', now, after, { quantity: 3, known, version: '5.1' })).toBe(
      'upgrade-over-quantity FL-ALL',
    );
    expect(refused('flat', now, after, { quantity: 2, known })).toBeNull();
    expect(refused('flat', now, after, { quantity: 6, known, version: '6.0' })).toBeNull();
    expect(refused('flat', now, issued('flat', { quantity: 10 }), { quantity: 0 })).toBe('quantity-needed');
  });

  it('only a newer major version needs one; where the bought one is not known nothing speaks against it', () => {
    const certificate = issued('flat');
    const now = '2025-06-02 12:00';
    expect(refused('flat', now, certificate, { version: '4.2' })).toBe('upgrade-not-major FL-ALL');
    expect(refused('flat', now, certificate, { version: '3.0' })).toBe('upgrade-not-major FL-ALL');
    expect(refused('flat', now, certificate, { version: 'новая' })).toBe('version-unreadable');
    expect(
      refused('flat', now, certificate, { known: { bought: null, activated: null, isListed: true } }),
    ).toBeNull();
  });

  it('the refusal says why, and the action is offered while it can be done', () => {
    const certificate = issued('flat');
    const offered = (now: string, one = certificate) => allowedOn(one, worldAt('flat', now));
    expect(offered('2025-06-02 12:00')).toContain('issue-upgrade');
    expect(offered('2026-02-02 12:00')).not.toContain('issue-upgrade');
    const loyal = { ...certificate, loyaltyFrom: certificate.endsAt as Instant };
    expect(offered('2026-02-02 12:00', loyal)).not.toContain('issue-upgrade');
    const decision = decideCertificate(upgrade(), loyal, worldAt('flat', '2026-02-02 12:00'));
    if (decision.ok) throw new Error('issued');
    expect(certificateRefusalWords(decision.refusal, shipped('flat').regulation.zone, 'ru')).toBe(
      'Лицензию перехода сейчас не выписать. В период лояльности не открываются лицензии перехода: после продления откроются сразу.',
    );
  });
});
