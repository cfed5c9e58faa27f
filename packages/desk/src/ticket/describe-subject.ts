import type { Regulation, Text } from '../regulation/regulation.ts';
import { clauseBehind } from './clause-behind.ts';
import { type EventWords, nothing, words } from './event-words.ts';
import type { EventOf } from './events.ts';

const packageName = (r: Regulation, id: string | null): Text =>
  id === null ? nothing : (r.packages.find((p) => p.id === id)?.name ?? { ru: id, en: id });

const describeCoverage = (
  event: EventOf<'CustomerIdentified' | 'CoverageLifted'>,
  r: Regulation,
): EventWords => {
  const name = packageName(r, event.coverage.packageId);
  if (event.type === 'CoverageLifted')
    return words(
      `Принята без покрытия, обслуживается по пакету «${name.ru}»`,
      `Accepted as not covered, served under “${name.en}”`,
      clauseBehind(event, r, []),
    );
  return event.coverage.kind === 'not-entitled'
    ? words(
        'Компания опознана; действующего сертификата нет',
        'Company identified; no certificate in force',
        event.coverage.clause,
      )
    : words(
        `Компания опознана, пакет «${name.ru}»`,
        `Company identified, package “${name.en}”`,
        event.coverage.clause,
      );
};

const describeCertificateEnded = (
  { coverage, clause }: EventOf<'CertificateEnded'>,
  r: Regulation,
): EventWords => {
  if (coverage.kind === 'not-entitled' || coverage.kind === 'channel')
    return words(
      'Сертификат закончился: заявка больше не обслуживается',
      'The certificate has ended: the ticket is not served any more',
      clause ?? coverage.clause,
    );
  const name = packageName(r, coverage.packageId);
  return words(
    `Сертификат закончился, дальше обслуживает пакет «${name.ru}»`,
    `The certificate has ended, package “${name.en}” serves from here on`,
    clause ?? coverage.clause,
  );
};

const describePlace = (event: EventOf<'SiteNamed' | 'LocalTimeChanged'>): EventWords => {
  if (event.type === 'SiteNamed')
    return event.siteId === null
      ? words('Площадка клиента снята', 'It is about no site of the customer’s in particular')
      : words('Названа площадка клиента', 'The customer’s site was named');
  const { zone, because } = event;
  return because === 'company'
    ? words(
        `Дальше по местному времени компании: ${zone}`,
        `From here on by the company’s local time: ${zone}`,
      )
    : words(`Дальше по местному времени площадки: ${zone}`, `From here on by the site’s local time: ${zone}`);
};

const supportWords = {
  current: { ru: 'поддерживается', en: 'supported' },
  outdated: { ru: 'устарела', en: 'outdated' },
  'end-of-life': { ru: 'больше не поддерживается', en: 'at its end of life' },
} as const;

const describeProduct = (
  { about, coverage, changes }: EventOf<'ProductNamed'>,
  r: Regulation,
): EventWords => {
  const { name, version, support } = about;
  const state = support === null ? null : supportWords[support];
  const of = (language: 'ru' | 'en'): string =>
    [name, version, state === null ? null : `(${state[language]})`].filter((one) => one !== null).join(' ');
  const served = packageName(r, coverage.packageId);
  if (changes === undefined) return words(`Продукт: ${of('ru')}`, `Product: ${of('en')}`, r.productsClause);
  return coverage.packageId === null
    ? words(
        `Продукт: ${of('ru')}. Сертификата на него нет`,
        `Product: ${of('en')}. No certificate covers it`,
        coverage.clause,
      )
    : words(
        `Продукт: ${of('ru')}. Дальше по пакету «${served.ru}»`,
        `Product: ${of('en')}. From here on under “${served.en}”`,
        coverage.clause,
      );
};

const companyReplaced = words(
  'Записи о компании объединены или разъединены: заявка у другой записи',
  'Records of the company were merged or parted: the ticket is with the other record',
);

type SubjectEvent = EventOf<
  | 'CertificateEnded'
  | 'CompanyReplaced'
  | 'SiteNamed'
  | 'LocalTimeChanged'
  | 'ProductNamed'
  | 'CustomerIdentified'
  | 'CoverageLifted'
>;

/** Whose it is, what and which place it is about, and whether that is served. */
export const describeSubject = (event: SubjectEvent, r: Regulation): EventWords => {
  switch (event.type) {
    case 'CertificateEnded':
      return describeCertificateEnded(event, r);
    case 'CompanyReplaced':
      return companyReplaced;
    case 'SiteNamed':
    case 'LocalTimeChanged':
      return describePlace(event);
    case 'ProductNamed':
      return describeProduct(event, r);
    case 'CustomerIdentified':
    case 'CoverageLifted':
      return describeCoverage(event, r);
  }
};
