import type { Instant, LocalDate, TimeZoneId } from '@reglament/working-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CertificateId, CompanyId, MessageId, RegulationVersionId } from '../../ids.ts';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import { allowedOn, unrecordedDates } from './allowed-commands.ts';
import { spanWords, termWords } from './certificate-words.ts';
import { evolveCertificate, type CertificateEvent } from './commands.ts';
import { decideCertificate } from './decide-certificate.ts';
import { describeCertificateEvent } from './describe-certificate-event.ts';
import { type CertificateDraft, correctionOf, factsOf } from './draft.ts';
import type { CertificateWorld } from './facts.ts';
import { certificateOf, type RenewalOrder, renewOnPaper } from './preview.ts';
import { certificateRefusalWords } from './refusal-words.ts';
import { type CertificateRefusalCode, certificateRefusalTexts } from './refusals.ts';
import type { SupportCertificate } from './support-certificate.ts';
import { daysBetween, daysLeft, spanBetween } from './time-left.ts';

const zone = 'Europe/Moscow' as TimeZoneId;
const on = (date: string): LocalDate => date as LocalDate;
const world = (id: string, now: string): CertificateWorld => ({
  now: moscow(now),
  regulation: shipped(id).regulation,
  isWorkingDay: () => true,
});
const ids = {
  certificateId: 'c-1' as CertificateId,
  companyId: 'company-1' as CompanyId,
  regulationVersionId: 'version-1' as RegulationVersionId,
  renews: null,
};
const draft = (changes: Partial<CertificateDraft>): CertificateDraft => ({
  number: 'C-1',
  packageId: '8x5',
  products: null,
  installationType: null,
  quantity: 10,
  term: { count: 12, unit: 'months' },
  namedStart: null,
  dates: {},
  figures: {},
  bought: [],
  visitsPerTicket: null,
  ...changes,
});
const held = (id: string, now: string, changes: Partial<CertificateDraft>): SupportCertificate => {
  const issued = certificateOf(factsOf(draft(changes), ids, zone), null, world(id, now));
  if (!issued.ok) throw new Error(issued.refusal.code);
  return issued.value;
};
/** FLAT, in force from 10 March 2024 to the end of 10 March 2025. */
const flat = (): SupportCertificate =>
  held('flat', '2024-03-12 10:00', {
    dates: { sale: on('2024-03-01'), commissioning: on('2024-03-10') },
  });
const order = (changes: Partial<RenewalOrder>): RenewalOrder => ({
  number: 'R-1',
  term: { count: 12, unit: 'months' },
  quantity: 10,
  boughtOn: on('2025-02-01'),
  channel: 'portal',
  activated: null,
  act: null,
  upgradeBoughtOn: null,
  upgradeInstalledOn: null,
  ...changes,
});
const known = {
  certificateId: 'c-2' as CertificateId,
  regulationVersionId: 'version-2' as RegulationVersionId,
  actUsedFor: null,
};
const renewed = (old: SupportCertificate, id: string, now: string, changes: Partial<RenewalOrder>) =>
  renewOnPaper(old, order(changes), known, { ofOld: world(id, now), ofNew: world(id, now) });

describe('time that is left', () => {
  it.each([
    ['2025-01-31', '2025-02-28', { months: 1, days: 0 }],
    ['2025-01-31', '2025-02-27', { months: 0, days: 27 }],
    ['2024-02-29', '2025-02-28', { months: 12, days: 0 }],
    ['2025-03-10', '2026-02-10', { months: 11, days: 0 }],
    ['2025-03-10', '2025-03-10', { months: 0, days: 0 }],
    ['2025-03-11', '2025-03-10', { months: 0, days: 0 }],
  ])('from %s to %s is %j', (from, to, span) => {
    expect(spanBetween(on(from), on(to))).toEqual(span);
  });

  it('in days: none on the last day, one the day before, and nothing once it is over', () => {
    const certificate = flat();
    const left = (now: string) => daysLeft(certificate, moscow(now), zone);
    expect(left('2025-03-09 23:59')).toBe(1);
    expect(left('2025-03-10 23:59')).toBe(0);
    expect(left('2025-03-11 00:00')).toBeNull();
    expect(left('2024-03-09 23:59')).toBeNull();
    const loyal = { ...certificate, loyaltyFrom: certificate.endsAt };
    expect(daysLeft(loyal, moscow('2025-06-09 12:00'), zone)).toBe(1);
  });

  it('months and days put together lead from one date to the other', () => {
    const day = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((days) =>
          on(new Date(days * 86_400_000).toISOString().slice(0, 10)),
        ) as [LocalDate, LocalDate];
        const { months, days } = spanBetween(from, to);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(31);
        // Counted by hand: so many months on, on the same day or the last of a shorter month.
        const start = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months, 1));
        const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
        start.setUTCDate(Math.min(Number(from.slice(8)), last) + days);
        expect(start.toISOString().slice(0, 10)).toBe(to);
        expect(daysBetween(from, to)).toBe(Math.max(a, b) - Math.min(a, b));
      }),
    );
  });
});

describe('a renewal on paper', () => {
  it('FL-BACKDATE: eleven months late, one of twelve is left', () => {
    const judged = renewed(flat(), 'flat', '2026-02-10 12:00', { boughtOn: on('2026-02-10') });
    expect(judged).toMatchObject({
      ok: true,
      value: {
        late: { months: 11, days: 0 },
        left: { months: 1, days: 0 },
        renewal: { backDated: true },
        certificate: { startsAt: moscow('2025-03-11 00:00'), endsAt: moscow('2026-03-11 00:00') },
      },
    });
  });

  it('before the end the whole term is ahead', () => {
    expect(renewed(flat(), 'flat', '2025-02-01 12:00', {})).toMatchObject({
      ok: true,
      value: { late: { months: 0, days: 0 }, left: { months: 12, days: 0 }, renewal: { backDated: false } },
    });
  });

  it('SH-P-RENEW, R26: from the moment the number is given, and what is left of the old term is lost', () => {
    const old = held('shtrih-m', '2025-02-03 10:00', {
      packageId: 'paid',
      quantity: null,
      dates: { 'number-given': on('2025-01-10') },
    });
    const act = { number: 'А-1', givenOn: on('2025-06-02'), issuer: 'vendor' as const, namesSupport: true };
    const judged = renewed(old, 'shtrih-m', '2025-06-02 12:34', {
      boughtOn: on('2025-06-02'),
      quantity: null,
      act,
    });
    expect(judged).toMatchObject({
      ok: true,
      value: { certificate: { startsAt: moscow('2025-06-02 12:34'), endsAt: moscow('2026-06-03 00:00') } },
    });
  });

  it('is refused for a day that has not come, for a revoked certificate and where no renewal is known', () => {
    const old = flat();
    const code = (decision: ReturnType<typeof renewed>) => (decision.ok ? null : decision.refusal.code);
    expect(code(renewed(old, 'flat', '2025-02-01 12:00', { boughtOn: on('2025-02-02') }))).toBe(
      'date-in-future',
    );
    const revoked = { ...old, revokedAt: moscow('2025-01-01 00:00') };
    expect(code(renewed(revoked, 'flat', '2025-02-01 12:00', {}))).toBe('revoked');
    const contract = held('centaur', '2025-01-20 10:00', {
      packageId: 'basic',
      dates: { 'contract-date': on('2025-01-10') },
    });
    expect(code(renewed(contract, 'centaur', '2025-02-01 12:00', {}))).toBe('no-renewal');
  });
});

describe('what may be tried', () => {
  it('follows the rules: a wish to renew only where one is wanted, once it has begun and until the loyalty is over', () => {
    const certificate = flat();
    const may = (now: string, changes: Partial<SupportCertificate> = {}) =>
      allowedOn({ ...certificate, ...changes }, world('flat', now));
    expect(may('2025-02-01 10:00')).toEqual([
      'declare-intent',
      'renew',
      'issue-upgrade',
      'correct',
      'suspend',
      'revoke',
    ]);
    expect(may('2024-03-09 10:00')).toEqual(['correct', 'suspend', 'revoke']);
    expect(may('2025-06-11 00:00')).toEqual(['renew', 'correct', 'suspend', 'revoke']);
    const suspendedAt = moscow('2025-01-01 00:00');
    expect(may('2025-02-01 10:00', { suspendedAt })).toContain('resume');
    expect(may('2025-02-01 10:00', { revokedAt: suspendedAt })).toEqual([]);
  });

  it('dates that the desk notices by itself are not asked of people', () => {
    const waiting = held('alteroffice', '2025-02-03 10:00', { packageId: 'basic' });
    expect(unrecordedDates(waiting, world('alteroffice', '2025-02-03 10:00'))).toEqual(['purchase']);
  });
});

describe('what is named on an order', () => {
  const named = (changes: Partial<CertificateDraft>) => {
    const order = draft({ packageId: 'basic', dates: { purchase: on('2025-02-03') }, ...changes });
    const decision = certificateOf(factsOf(order, ids, zone), null, world('alteroffice', '2025-02-03 10:00'));
    return decision.ok ? decision.value.products : decision.refusal;
  };

  it('stands in the regulation, or is refused by name', () => {
    expect(named({ products: ['AText', 'AMail'], installationType: 'server' })).toEqual(['AText', 'AMail']);
    expect(named({ products: ['AText', 'AGame'] })).toEqual({
      code: 'unknown-product',
      clause: 'AO-1.2',
      details: { product: 'AGame' },
    });
    expect(named({ installationType: 'cloud' })).toMatchObject({ code: 'unknown-installation' });
    expect(named({ productVersion: '8.X' })).toMatchObject({ code: 'version-unreadable' });
    expect(named({ productVersion: '8.2' })).toBeNull();
  });
});

describe('dates that cross', () => {
  const crossed = (decision: { readonly ok: boolean }, words: string) => {
    if (decision.ok || !('refusal' in decision)) throw new Error('taken');
    const { refusal } = decision as Extract<ReturnType<typeof renewed>, { readonly ok: false }>;
    expect(refusal.code).toBe('dates-crossed');
    expect(certificateRefusalWords(refusal, zone, 'ru')).toContain(words);
  };
  const order77 = (id: string, changes: Partial<CertificateDraft>) =>
    certificateOf(factsOf(draft(changes), ids, zone), null, world(id, '2025-06-10 10:00'));

  it('nothing of an order lies before its own sale: the day itself does', () => {
    const sale = on('2025-06-01');
    crossed(
      order77('flat', { dates: { sale, commissioning: on('2025-05-31') } }),
      'ввод в эксплуатацию (сб 31.05.2025) раньше, чем продажа (вс 01.06.2025)',
    );
    crossed(
      order77('flat', { dates: { sale }, namedStart: on('2020-01-01') }),
      'дата из заказа (ср 01.01.2020)',
    );
    expect(order77('flat', { dates: { sale, commissioning: sale }, namedStart: sale }).ok).toBe(true);
    // What the regulation ignores, or what may be older than a purchase, crosses nothing.
    const basic = { packageId: 'basic', dates: { purchase: sale } };
    expect(order77('alteroffice', { ...basic, namedStart: on('2020-01-01') }).ok).toBe(true);
    const paid = { packageId: 'paid', dates: { purchase: sale, 'number-given': on('2025-05-01') } };
    expect(order77('shtrih-m', { ...paid, quantity: null }).ok).toBe(true);
  });

  it('a date that becomes known, and a correction, are no way around it', () => {
    const sold = held('flat', '2025-06-10 10:00', { dates: { sale: on('2025-06-01') } });
    const now = world('flat', '2025-06-10 10:00');
    const record = (day: string) =>
      decideCertificate(
        { type: 'RecordDate', event: 'commissioning', at: moscow(`${day} 00:00`) },
        sold,
        now,
      );
    crossed(record('2020-01-01'), 'ввод в эксплуатацию (ср 01.01.2020)');
    expect(record('2025-06-01').ok).toBe(true);
    const correct = (changes: Parameters<typeof correctionOf>[0]) =>
      decideCertificate(
        { type: 'Correct', changes: correctionOf(changes, sold, zone), reasonId: 'm-1' as MessageId },
        sold,
        now,
      );
    crossed(correct({ dates: { commissioning: on('2025-05-31') } }), 'ввод в эксплуатацию');
    crossed(correct({ namedStart: on('2025-05-31') }), 'дата из заказа');
    expect(correct({ dates: { sale: on('2025-05-30'), commissioning: on('2025-05-31') } }).ok).toBe(true);
    // What was entered before this was asked is not held against another correction.
    const old = { ...sold, dates: { ...sold.dates, commissioning: moscow('2025-05-01 00:00') } };
    const other = { type: 'Correct', changes: { quantity: 11 }, reasonId: 'm-1' as MessageId } as const;
    expect(decideCertificate(other, old, now).ok).toBe(true);
  });

  it('an upgrade is installed once it is bought, and after the end; an act is of this certificate’s time', () => {
    const back = (boughtOn: string, installedOn: string) =>
      renewed(flat(), 'flat', '2026-05-12 10:00', {
        boughtOn: on('2026-05-12'),
        upgradeBoughtOn: on(boughtOn),
        upgradeInstalledOn: on(installedOn),
      });
    crossed(back('2026-05-10', '2026-05-09'), 'обновление установлено (сб 09.05.2026) раньше');
    crossed(back('2024-01-10', '2024-02-10'), 'раньше, чем конец прежнего сертификата');
    expect(back('2026-05-10', '2026-05-10').ok).toBe(true);
    const paid = held('shtrih-m', '2025-02-03 10:00', {
      packageId: 'paid',
      quantity: null,
      dates: { 'number-given': on('2025-02-03') },
    });
    const act = (givenOn: string) =>
      renewed(paid, 'shtrih-m', '2025-05-12 10:00', {
        boughtOn: on('2025-05-12'),
        quantity: null,
        act: { number: 'A-7', givenOn: on(givenOn), issuer: 'vendor', namesSupport: true },
      });
    crossed(act('2025-02-02'), 'номер назван (вс 02.02.2025) раньше, чем начало прежнего сертификата');
    expect(act('2025-02-03').ok).toBe(true);
  });
});

describe('in words', () => {
  it('every refusal fills its places, in both languages', () => {
    const details = {
      terms: [{ count: 12, unit: 'months' }],
      limit: moscow('2025-05-30 00:00'),
      until: moscow('2025-05-30 00:00'),
      most: 7_200_000,
      channels: ['portal'],
      needs: ['upgrade-bought'],
      product: 'АТекст',
      number: '8.X',
      installation: 'cloud',
      standings: [{ ru: 'партнёр', en: 'a partner' }],
      role: 'driver',
      roleName: { ru: 'инженер', en: 'an engineer' },
      earlier: { ru: 'продажа', en: 'sale' },
      earlierOn: moscow('2025-05-30 00:00'),
      later: { ru: 'ввод в эксплуатацию', en: 'commissioning' },
      laterOn: moscow('2025-05-29 00:00'),
      by: 'C-0',
      activated: 5,
      ordered: 4,
      closed: { ru: 'Закрыто.', en: 'Closed.' },
      bought: '4.1',
      mostLicences: 4,
      issued: 0,
      renewal: 'C-2',
      startsOn: moscow('2025-05-30 00:00'),
    };
    for (const code of Object.keys(certificateRefusalTexts) as readonly CertificateRefusalCode[])
      for (const language of ['ru', 'en'] as const)
        expect(certificateRefusalWords({ code, clause: null, details }, zone, language)).not.toMatch(
          /[{}—]|undefined|object/u,
        );
    expect(certificateRefusalWords({ code: 'term-not-sold', clause: null, details }, zone, 'ru')).toContain(
      '12 месяцев',
    );
  });

  it('terms and spans agree with their figures', () => {
    expect(termWords({ count: 1, unit: 'months' }, 'ru')).toBe('1 месяц');
    expect(termWords({ count: 90, unit: 'days' }, 'en')).toBe('90 days');
    expect(spanWords({ months: 11, days: 3 }, 'ru')).toBe('11 месяцев 3 дня');
    expect(spanWords({ months: 0, days: 0 }, 'ru')).toBe('0 дней');
  });

  it('a correction names each figure as it was and as it is', () => {
    const certificate = flat();
    const changes = correctionOf(
      { quantity: 12, term: { count: 36, unit: 'months' }, dates: { sale: null } },
      certificate,
      zone,
    );
    expect(changes.dates).toEqual({ commissioning: moscow('2024-03-10 00:00') });
    const decision = decideCertificate(
      { type: 'Correct', changes, reasonId: 'm-1' as MessageId },
      certificate,
      world('flat', '2024-04-01 10:00'),
    );
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.value as readonly [CertificateEvent];
    const { says } = describeCertificateEvent(event, {
      regulation: shipped('flat').regulation,
      number: () => '—',
    });
    expect(says.ru).toContain('количество 10 → 12');
    expect(says.ru).toContain('срок 12 месяцев → 36 месяцев');
    expect(says.ru).toContain('Последний день: пн 10.03.2025 → ср 10.03.2027');
    expect(says.en).toContain('Last day: Mon 10 Mar 2025 → Wed 10 Mar 2027');
    expect(evolveCertificate(certificate, event)).toMatchObject({ quantity: 12 });
  });

  it('every turn and every deed is told', () => {
    const at = moscow('2025-03-11 00:00') as Instant;
    const reasonId = 'm-1' as MessageId;
    const say = (event: CertificateEvent) =>
      describeCertificateEvent(event, { regulation: shipped('flat').regulation, number: () => 'C-9' });
    expect(say({ type: 'CertificateTurned', turn: 'ended', at }).says.ru).toBe('Закончился пн 10.03.2025');
    expect(say({ type: 'CertificateTurned', turn: 'began', at }).says.ru).toBe(
      'Начал действовать вт 11.03.2025',
    );
    expect(say({ type: 'CertificateRenewed', by: 'c-9' as CertificateId })).toEqual({
      says: { ru: 'Продлён сертификатом C-9', en: 'Renewed by C-9' },
      clause: 'FL-BACKDATE',
    });
    expect(say({ type: 'CertificateRenewalRevoked', by: 'c-9' as CertificateId }).says.ru).toBe(
      'Продление C-9 отозвано: можно продлить снова',
    );
    for (const type of ['CertificateSuspended', 'CertificateResumed', 'CertificateRevoked'] as const)
      expect(say({ type, at, reasonId }).says.ru).toMatch(/^[А-Я]/u);
    expect(say({ type: 'CertificateBroughtOver', certificate: flat() }).says.ru).toBe(
      'Перенесён как был: с вс 10.03.2024 (ввод в эксплуатацию) по пн 10.03.2025',
    );
  });
});
