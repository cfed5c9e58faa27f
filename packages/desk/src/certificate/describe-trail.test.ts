import { describe, expect, test } from 'vitest';
import type { Instant } from '@reglament/working-time';
import type { CertificateId } from '../ids.ts';
import { inMoscow, moscow, shipped } from '../test/shipped-regulations.ts';
import { certificateOf } from '../test/ticket-story.ts';
import { describeTrail } from './describe-trail.ts';
import { type EntitlementQuestion, explainEntitlement } from './entitle.ts';
import { NEVER } from './never.ts';
import type { Audience } from './trail-words.ts';

const at = moscow('2025-02-07 12:00');

const told = (desk: string, audience: Audience, changes: Partial<EntitlementQuestion>) => {
  const { regulation, calendars } = shipped(desk);
  const { trail } = explainEntitlement(regulation, {
    companyKnown: true,
    certificates: [],
    channel: 'email',
    priority: null,
    at,
    calendars,
    ...changes,
  });
  const moment = (instant: Instant) => ({ ru: inMoscow(instant) ?? '', en: inMoscow(instant) ?? '' });
  return describeTrail(trail, { regulation, moment, end: (instant) => moment(instant) }, audience);
};

const office = certificateOf('maximum', at, {
  number: 'AO-7',
  products: ['AText'],
  installationType: 'server',
  quantity: 10,
  inUse: 12,
  endsAt: moscow('2025-06-01 00:00'),
});

const linesOf = (words: ReturnType<typeof told>, language: 'ru' | 'en') =>
  words.certificates.flatMap(({ rules }) =>
    rules.map(({ says, outcome }) => `${outcome}: ${says[language]}`),
  );

test('an engineer reads every rule, with what is not known and what is over', () => {
  const words = told('alteroffice', 'staff', { certificates: [office], product: 'AText', isListed: true });
  expect(words.certificates[0]).toMatchObject({ number: 'AO-7', says: { en: 'serves the ticket' } });
  expect(linesOf(words, 'en')).toEqual([
    'holds: In force until 2025-06-01 00:00',
    'holds: The requester is listed',
    'holds: The product is covered: AText',
    'unknown: Type of installation of the certificate: Server; of the request not known',
    'unknown: Whether the licence agreement is in force is not known',
    'flagged: More is in use than was bought, it is served all the same: 12 of 10',
    'holds: Takes it this way: e-mail',
  ]);
  expect(linesOf(words, 'ru')[3]).toBe('unknown: Тип установки в сертификате: Сервер; в заявке неизвестен');
});

test('the customer reads what was decided, in words to them; nothing of what the desk does not know or only watches', () => {
  const words = told('alteroffice', 'customer', { certificates: [office], product: 'AText', isListed: true });
  expect(words.certificates[0]?.says.ru).toBe('обслуживаем по нему');
  expect(linesOf(words, 'ru')).toEqual([
    'holds: Действует до 2025-06-01 00:00',
    'holds: Продукт: AText',
    'holds: Принимает так: электронная почта',
  ]);
});

test('a certificate whose end nobody knows names no date', () => {
  const endless = certificateOf('basic', at, { endsAt: NEVER });
  expect(linesOf(told('centaur', 'staff', { certificates: [endless] }), 'en')[0]).toBe('holds: In force');
});

test('not covered: both are told the rule, and what is left to do in their own words', () => {
  const question = { certificates: [office], isListed: false };
  const staff = told('alteroffice', 'staff', question);
  const customer = told('alteroffice', 'customer', question);
  expect(staff.certificates[0]?.rules.at(-1)).toEqual({
    says: {
      ru: 'Обратившегося нет в списке тех, кто может обращаться',
      en: 'The requester is not among those who may ask',
    },
    outcome: 'fails',
    clause: 'AO-1.4',
  });
  expect(customer.certificates[0]?.rules.at(-1)?.says.en).toBe(
    'You are not among those whom your company has named',
  );
  expect([staff.certificates[0]?.number, customer.certificates[0]?.number]).toEqual(['AO-7', null]);
  expect([staff.next?.en, customer.next?.ru]).toEqual([
    'The company can have the person listed',
    'Попросите свою компанию назвать вас или обратитесь через названного коллегу',
  ]);
  expect(staff.rules.map(({ says }) => says.en)).toEqual([
    'Without a certificate that fits nothing is promised',
  ]);
});

describe('what was decided beside the certificates', () => {
  const numbered = (packageId: string, id: string) =>
    certificateOf(packageId, at, { certificateId: id as CertificateId, number: id });

  test('SH-ACCESS: which of several serves, by which rule', () => {
    const words = told('shtrih-m', 'staff', { certificates: [numbered('free', 'K'), numbered('paid', 'A')] });
    expect(words.rules).toMatchObject([
      { says: { en: 'Several would do: the one with the shortest promise serves' }, clause: 'SH-ACCESS' },
    ]);
    expect(words.certificates.map(({ says }) => says.en)).toEqual([
      'serves the ticket',
      'would do, another one is chosen',
    ]);
  });

  test('CN-L4: an unknown sender has the package meanwhile', () => {
    const words = told('centaur', 'customer', { companyKnown: false });
    expect(words.rules.map(({ says }) => says.en)).toEqual([
      'The company is not known: package “Basic” meanwhile',
      'Takes it this way: e-mail',
    ]);
    expect(words.next?.en).toBe('Tell us your company and the number of its contract or certificate');
  });

  test('FL-CHAN: a call that is not critical is handled as if it had come over the portal', () => {
    const words = told('flat', 'staff', {
      certificates: [numbered('8x5', 'F')],
      channel: 'phone',
      priority: '3',
    });
    expect(linesOf(words, 'en').at(-1)).toBe(
      'holds: Came this way: telephone; handled as if it had come this way: support portal',
    );
  });

  test('a package that the edition has forgotten is named as it stands', () => {
    const words = told('centaur', 'staff', { certificates: [numbered('forgotten', 'X')] });
    expect(words.certificates[0]).toMatchObject({ package: { en: 'forgotten' }, result: 'no' });
    expect(linesOf(words, 'en')).toEqual(['fails: The edition in force knows no such package']);
  });
});
