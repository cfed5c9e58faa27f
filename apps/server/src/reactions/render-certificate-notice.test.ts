import type { CertificateId, CertificateNotice, MessageId, SupportCertificate } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { describe, expect, it } from 'vitest';
import {
  certificateFacts,
  letterFacts,
  moscowAt,
  step,
  type Stepped,
} from '../testing/certificate-letter-case.ts';
import { type Rules, rulesOf } from '../testing/told-ticket.ts';
import type { CertificateLetterFacts } from './certificate-letter-facts.ts';
import { renderCertificateNotice } from './render-certificate-notice.ts';

const flat = rulesOf('flat');
const alteroffice = rulesOf('alteroffice');
const shtrih = rulesOf('shtrih-m');
const reasonId = 'message-1' as MessageId;

const letter = (
  rules: Rules,
  { certificate, notices }: Stepped,
  now: string,
  more: Partial<CertificateLetterFacts> = {},
  language: 'ru' | 'en' = 'ru',
) => {
  const [notice, ...others] = notices;
  if (notice === undefined || others.length > 0) throw new Error(`${notices.length} letters`);
  return renderCertificateNotice(notice, letterFacts(rules, certificate, now, more), language);
};

/** FLAT 8x5, sold on 1 April 2025 and not commissioned yet. */
const sold = step(
  flat,
  '2025-04-02 10:00',
  {
    type: 'Issue',
    facts: certificateFacts({
      packageId: '8x5',
      products: ['ФЛАТ'],
      dates: { sale: moscowAt('2025-04-01') },
    }),
    renewal: null,
  },
  null,
);
const ring = (rules: Rules, now: string, before: SupportCertificate): Stepped =>
  step(rules, now, { type: 'RingTurn' }, before);
const begun = ring(
  flat,
  '2025-04-11 10:01',
  step(
    flat,
    '2025-04-11 10:00',
    { type: 'RecordDate', event: 'commissioning', at: moscowAt('2025-04-10') },
    sold.certificate,
  ).certificate,
);
const reminded = ring(flat, '2026-03-11 09:00', begun.certificate);
const ended = ring(flat, '2026-04-11 00:00', reminded.certificate);
const declared = step(
  flat,
  '2026-04-20 12:00',
  { type: 'DeclareIntent', at: moscowAt('2026-04-20 12:00') },
  ended.certificate,
);
const disloyal = ring(flat, '2026-07-11 00:00', declared.certificate);

const renewed = (boughtOn: string, from: string): Stepped =>
  step(
    flat,
    `${boughtOn} 12:00`,
    {
      type: 'Issue',
      facts: certificateFacts({
        packageId: '8x5',
        number: 'С-2026/3',
        dates: { purchase: moscowAt(boughtOn) },
        renews: 'certificate-1' as CertificateId,
      }),
      renewal: { startsAt: moscowAt(from), countsFrom: from as LocalDate, backDated: false },
    },
    null,
  );

describe('a certificate on record', () => {
  it('FL-ACT, AO-1.3: what it covers, when it begins at the latest, what begins it earlier, how to ask', () => {
    const { subject, text } = letter(flat, sold, '2025-04-02 10:00');
    expect(subject).toBe('[Центавр] Поддержка по сертификату № С-2025/17 оформлена');
    expect(text).toContain('Пакет поддержки: Базовый 8x5');
    expect(text).toContain('Продукты: ФЛАТ');
    expect(text).toContain('Лицензий: 5');
    expect(text).toContain('Начало: не позже чем пн 30.06.2025, 00:00 (МСК)');
    expect(text).toContain('Раньше её начнёт ввод в эксплуатацию: сообщите нам его дату.');
    expect(text).toContain('Последний день: вт 30.06.2026, 24:00 (МСК)');
    expect(text).toContain('Правило FL-ACT');
    expect(text).toContain('- портал поддержки: https://flat-soft.ru/support/');
    expect(text).toContain('Ответ на это письмо зарегистрируем как новое обращение.');
  });

  it('AO-3.1: the first request begins it, else the 31st day', () => {
    const facts = certificateFacts({ packageId: 'basic', dates: { purchase: moscowAt('2025-02-03') } });
    const { text } = letter(
      alteroffice,
      step(alteroffice, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null),
      '2025-02-03 10:00',
    );
    expect(text).toContain('Начало: не позже чем чт 06.03.2025, 00:00 (МСК)');
    expect(text).toContain('Раньше её начнёт первое обращение, которое она покрывает.');
    expect(text).toContain('Правило AO-3.1');
  });

  it('R3: what was agreed for it alone is told', () => {
    const facts = certificateFacts({
      packageId: 'maximum',
      dates: { purchase: moscowAt('2025-02-03') },
      figures: { reaction: 4 * 3_600_000 },
      productVersion: '2024.1',
    });
    const issued = step(alteroffice, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null);
    const { text } = letter(alteroffice, issued, '2025-02-03 10:00');
    expect(text).toContain('Реакция по договорённости: 4 часа');
    expect(text).toContain('Купленная версия: 2024.1');
  });

  it('CN-VISIT: how many visits a ticket has is told', () => {
    const centaur = rulesOf('centaur');
    const facts = certificateFacts({
      packageId: 'extended',
      dates: { 'contract-date': moscowAt('2025-02-03') },
      visitsPerTicket: 2,
    });
    const issued = step(centaur, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null);
    expect(letter(centaur, issued, '2025-02-03 10:00').text).toContain('Выездов на заявку: 2');
  });

  it('of a partner’s standing has no last day', () => {
    const facts = certificateFacts({
      packageId: 'partner',
      term: null,
      quantity: null,
      dates: { 'standing-given': moscowAt('2025-02-01') },
    });
    const issued = step(shtrih, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null);
    const { text } = letter(shtrih, issued, '2025-02-03 10:00');
    expect(text).toContain('Поддержка по статусу № С-2025/17 оформлена.');
    expect(text).toContain('Последний день: пока держится то, на чём она основана');
  });

  it('put on record when it is over already: what to do now', () => {
    const facts = certificateFacts({
      packageId: '8x5',
      dates: { sale: moscowAt('2023-04-01'), commissioning: moscowAt('2023-04-10') },
    });
    const late = step(flat, '2025-04-02 10:00', { type: 'Issue', facts, renewal: null }, null);
    const { text } = letter(flat, late, '2025-04-02 10:00');
    expect(text).toContain('сроки по ним не идут');
    expect(text).toContain('Продлить можно по чт 10.04.2025.');
  });

  it('that began tells why', () => {
    const { text } = letter(flat, begun, '2025-04-11 10:01');
    expect(text).toContain('Поддержка по сертификату № С-2025/17 началась.');
    expect(text).toContain('Начало: чт 10.04.2025, 00:00 (МСК)\n  Основание: ввод в эксплуатацию.');
  });
});

describe('the end', () => {
  it('FL-LOYAL: before it, the wish to renew is asked for, with what loyalty does not give', () => {
    const { subject, text } = letter(flat, reminded, '2026-03-11 09:00');
    expect(subject).toBe('[Центавр] Поддержка по сертификату № С-2025/17 заканчивается через 30 дней');
    expect(text).toContain('Последний день: пт 10.04.2026, 24:00 (МСК)');
    expect(text).toContain('Сообщите о намерении продлить, хотя бы ответом на это письмо');
    expect(text).toContain('ещё 3 месяца');
    expect(text).toContain('Недоступны: основные версии, лицензии перехода.');
    expect(text).toContain('Правило FL-LOYAL');
    expect(text).toContain('Продлить можно по сб 10.04.2027.');
    expect(text).toContain('Правило FL-BACKDATE');
  });

  it('a reminder that a mail server held back counts the days from when it is written', () => {
    expect(letter(flat, reminded, '2026-03-20 11:00').subject).toContain('через 21 день');
    expect(letter(flat, reminded, '2026-04-10 11:00').subject).toContain('заканчивается сегодня');
  });

  it('FL-STOP, FL-LOYAL: no wish on record: support stops, a wish opens the rest of the loyalty', () => {
    const { text } = letter(flat, ended, '2026-04-11 00:00');
    expect(text).toContain('закончилась: пт 10.04.2026, 24:00 (МСК).');
    expect(text).toContain('сроки по ним не идут');
    expect(text).toContain('Правило FL-STOP');
    expect(text).toContain('с того дня и по пт 10.07.2026, 24:00 (МСК) поддержка пойдёт снова');
  });

  it('declared in time: loyalty serves, nothing stops', () => {
    const before = step(
      flat,
      '2026-03-12 12:00',
      { type: 'DeclareIntent', at: moscowAt('2026-03-12 12:00') },
      reminded.certificate,
    );
    expect(letter(flat, before, '2026-03-12 12:00').text).toContain(
      'Время лояльности: по пт 10.07.2026, 24:00 (МСК).',
    );
    const { text } = letter(flat, ring(flat, '2026-04-11 00:00', before.certificate), '2026-04-11 00:00');
    expect(text).toContain('Идёт по пт 10.07.2026, 24:00 (МСК).');
    expect(text).not.toContain('сроки по ним не идут');
  });

  it('the wish declared after the end, and loyalty over', () => {
    expect(letter(flat, declared, '2026-04-20 12:00').text).toContain('Идёт по пт 10.07.2026, 24:00 (МСК).');
    const { subject, text } = letter(flat, disloyal, '2026-07-11 00:00');
    expect(subject).toContain('время лояльности закончилось');
    expect(text).toContain('Правило FL-STOP');
  });

  it('AO-4.1-price: the free year ends by itself and offers a subscription, with its price and where to buy', () => {
    const facts = certificateFacts({ packageId: 'basic', dates: { purchase: moscowAt('2025-02-03') } });
    const issued = step(alteroffice, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null);
    const over = ring(
      alteroffice,
      '2026-03-07 00:00',
      ring(alteroffice, '2025-03-06 00:00', issued.certificate).certificate,
    );
    const { text } = letter(alteroffice, over, '2026-03-07 00:00');
    expect(text).toContain('Оформите годовую подписку.');
    expect(text).toContain('первый год бесплатно, дальше годовая подписка');
    expect(text).toContain('электронная почта: info@almi-partner.ru');
    const renewal = {
      startsAt: moscowAt('2026-03-07'),
      countsFrom: '2026-03-06' as LocalDate,
      backDated: false,
    };
    const paid = step(
      alteroffice,
      '2026-03-01 10:00',
      { type: 'Issue', facts: { ...facts, renews: 'certificate-0' as CertificateId }, renewal },
      null,
    );
    const paidOver = ring(alteroffice, '2027-03-07 00:00', paid.certificate);
    expect(letter(alteroffice, paidOver, '2027-03-07 00:00').text).not.toContain('бесплатного срока');
  });

  it('SH-F-TERM, SH-P-RENEW: a key that is over offers paid support and the act', () => {
    const facts = certificateFacts({
      packageId: 'free',
      number: '0012-77',
      quantity: null,
      term: { count: 3, unit: 'months' },
      dates: { 'key-registration': moscowAt('2025-02-01') },
    });
    const issued = step(shtrih, '2025-02-03 10:00', { type: 'Issue', facts, renewal: null }, null);
    const { text } = letter(shtrih, ring(shtrih, '2025-05-02 00:00', issued.certificate), '2025-05-02 00:00');
    expect(text).toContain('Поддержка по ключу № 0012-77 закончилась');
    expect(text).toContain('купите платную поддержку');
    expect(text).toContain('номер акта откроет её');
  });
});

describe('a renewal', () => {
  it('FL-BACKDATE: bought later, a part of the new term is over', () => {
    const { subject, text } = letter(flat, renewed('2026-10-01', '2026-04-11'), '2026-10-01 12:00', {
      predecessor: ended.certificate,
    });
    expect(subject).toBe('[Центавр] Поддержка по сертификату № С-2025/17 продлена');
    expect(text).toContain('продлена под № С-2026/3.');
    expect(text).toContain('часть его уже прошла: осталось');
    expect(text).toContain('Правило FL-BACKDATE');
  });

  it('FL-LATE: a return after a year is no renewal', () => {
    const { subject, text } = letter(flat, renewed('2027-10-01', '2027-10-01'), '2027-10-01 12:00', {
      predecessor: ended.certificate,
    });
    expect(subject).toBe('[Центавр] Поддержка по сертификату № С-2025/17 возобновлена');
    expect(text).toContain('Правило FL-LATE');
    expect(text).not.toContain('осталось');
  });
});

describe('what staff did', () => {
  const { certificate } = begun;
  const now = '2026-02-01 10:00';
  const suspended = step(flat, now, { type: 'Suspend', reasonId }, certificate);

  it('a stop, its end and a revocation, without the words that stay with the desk', () => {
    expect(letter(flat, suspended, now).text).toContain('Последний день не переносится.');
    expect(
      letter(flat, step(flat, now, { type: 'Resume', reasonId }, suspended.certificate), now).text,
    ).toContain('возобновлена.');
    expect(letter(flat, step(flat, now, { type: 'Revoke', reasonId }, certificate), now).text).toContain(
      'больше не покрывает',
    );
  });

  it('a correction tells what was and what is', () => {
    const changes = { quantity: 7, term: { count: 36, unit: 'months' as const } };
    const { text } = letter(flat, step(flat, now, { type: 'Correct', changes, reasonId }, certificate), now);
    expect(text).toContain('количество 5 → 7; срок 12 месяцев → 36 месяцев');
    expect(text).toContain('Последний день: пт 10.04.2026 → пн 10.04.2028');
  });
});

describe('every letter', () => {
  const all: readonly (readonly [Stepped, string])[] = [
    [sold, '2025-04-02 10:00'],
    [begun, '2025-04-11 10:01'],
    [reminded, '2026-03-11 09:00'],
    [ended, '2026-04-11 00:00'],
    [declared, '2026-04-20 12:00'],
    [disloyal, '2026-07-11 00:00'],
    [renewed('2026-10-01', '2026-04-11'), '2026-10-01 12:00'],
  ];

  it('names a rule of the regulation', () => {
    for (const [one, now] of all)
      expect(letter(flat, one, now, { predecessor: ended.certificate }).text).toMatch(/Правило FL-/);
  });

  it('speaks English where asked, names apart', () => {
    for (const [one, now] of all) {
      const { subject, text } = letter(
        flat,
        one,
        now,
        { companyName: 'Zarya', predecessor: ended.certificate },
        'en',
      );
      expect(`${subject}\n${text}`.replaceAll(/ФЛАТ|С-20\d\d\/\d+/g, '')).not.toMatch(/[а-яё]/iu);
    }
  });

  it('carries the link to its page where there is one, and none where there is none', () => {
    const pageUrl = 'https://desk.example/c/flat';
    expect(letter(flat, sold, '2025-04-02 10:00', { pageUrl }).html).toContain(`href="${pageUrl}"`);
    expect(letter(flat, sold, '2025-04-02 10:00').html).not.toContain('href=');
  });

  it('is never taken for a letter about a ticket by its subject', () => {
    const numbered: CertificateNotice = { kind: 'issued' };
    const facts = letterFacts(flat, { ...sold.certificate, number: '17' }, '2025-04-02 10:00');
    expect(renderCertificateNotice(numbered, facts, 'ru').subject).not.toMatch(/№\s?\d+\]/);
  });
});

describe('upgrade licences', () => {
  const upgrade = (number: string | null): Stepped =>
    step(
      flat,
      '2025-06-02 12:00',
      {
        type: 'IssueUpgradeLicence',
        version: '5.0',
        quantity: 4,
        number,
        known: { bought: '4.1', isCommissioned: true, hasWorked: true, activated: null, isListed: true },
      },
      begun.certificate,
    );

  it('FL-ALL: which version, how many, that they cost nothing, and the rule', () => {
    const { subject, text } = letter(flat, upgrade('U-7'), '2025-06-02 12:00');
    expect(subject).toBe('[Центавр] Лицензии перехода на версию 5.0');
    expect(text).toContain('Количество: 4');
    expect(text).toContain('Номер или ключ: U-7');
    expect(text).toContain('Цена: 0');
    expect(text).toContain('Правило FL-ALL');
    const english = letter(flat, upgrade(null), '2025-06-02 12:00', {}, 'en').text;
    expect(english).toContain('Price: 0');
    expect(english).not.toContain('Number or key');
  });
});
