import { both } from './key-words.ts';
import { way, type Question } from './question.ts';

const MONTHS = both(
  'Длины в месяцах пишутся `3 months`, в днях — `90 days`: конец выходит разным.',
  'A length in months is `3 months`, in days `90 days`: they end differently.',
);

/** The same for the life of certificates, versions and places. */
export const rightsReadings: readonly Question[] = [
  {
    id: 'R8',
    asks: both('«На 31-й день с даты приобретения».', '"On the 31st day from the date of purchase".'),
    ways: [
      way(
        'certificates.offers.*.begins',
        'at: [31 days after purchase]',
        'день после покупки — первый',
        'the day after the purchase is day 1',
      ),
      way(
        'certificates.offers.*.begins',
        'at: [30 days after purchase]',
        'день покупки — первый',
        'the day of the purchase is day 1',
      ),
    ],
  },
  {
    id: 'R9',
    asks: both(
      'Регистрация в кабинете, а кабинета у пакета нет.',
      'Registration in a cabinet that the package lacks.',
    ),
    ways: [
      way(
        'packages.*',
        'cabinet: no\nregistered-in: page-without-account',
        'страница без учётной записи',
        'a page without an account',
      ),
      way('packages.*', 'cabinet: yes\nregistered-in: cabinet', 'кабинет всем', 'the cabinet for everybody'),
    ],
  },
  {
    id: 'R10',
    asks: both('«Три месяца с регистрации».', '"Three months from registration".'),
    ways: [
      way('certificates.offers.*', 'terms: [3 months]', 'календарные месяцы', 'calendar months'),
      way('certificates.offers.*', 'terms: [90 days]', '90 дней', '90 days'),
    ],
    always: MONTHS,
  },
  {
    id: 'R11',
    asks: both('Лояльность после конца: кому.', 'Loyalty after the end: to whom.'),
    ways: [
      way(
        'certificates.loyalty',
        'given: declared-intent',
        'кто заявил о покупке',
        'those who declared they would buy',
      ),
      way('certificates.loyalty', 'given: everybody', 'всем', 'everybody'),
    ],
  },
  {
    id: 'R12',
    asks: both('Предел для продления.', 'The limit of a renewal.'),
    ways: [
      way('certificates.renewal', 'within: 12 months', 'календарные месяцы', 'calendar months'),
      way('certificates.renewal', 'within: 365 days', 'дни', 'days'),
    ],
  },
  {
    id: 'R16',
    asks: both('«Не позже 90 дней от продажи».', '"Not later than 90 days from sale".'),
    ways: [
      way(
        'certificates.offers.*.begins',
        'named-date: wins\nnot-after: 90 days after sale',
        'дата заказа, не позже предела',
        "the order's date, not after the limit",
      ),
      way(
        'certificates.offers.*.begins',
        'named-date: ignored',
        'всегда самый ранний момент',
        'the earliest moment always',
      ),
    ],
  },
  {
    id: 'R26',
    asks: both('Продление раньше конца срока.', 'A renewal before the term ends.'),
    ways: [
      way(
        'certificates.renewal',
        'starts: number-given',
        'с выдачи номера, остаток сгорает',
        'from the number, the rest is lost',
      ),
      way(
        'certificates.renewal',
        'starts: later-of-both',
        'с конца прежнего, если он позже',
        'at the current end if later',
      ),
    ],
  },
  {
    id: 'R27',
    asks: both('Партнёр пишет за клиента.', 'A partner asks for its customer.'),
    ways: [
      way('entitlement', 'standing-of: requester', 'статус того, кто пишет', "the requester's standing"),
      way('entitlement', 'standing-of: end-customer', 'статус конечного клиента', "the end customer's"),
    ],
  },
  {
    id: 'R29',
    asks: both('Сроки в продаже по пакетам.', 'Lengths on sale by package.'),
    ways: [
      way(
        'certificates.offers.*',
        'packages: base\nterms: [12 months, 36 months, 60 months]',
        'базовому — разные',
        'several for base',
      ),
      way('certificates.offers.*', 'packages: any\nterms: [12 months]', 'всем — год', 'a year for all'),
    ],
  },
  {
    id: 'R30',
    asks: both('Чего не дают в лояльность.', 'What loyalty withholds.'),
    ways: [
      way(
        'certificates.loyalty',
        'withholds: [major-versions, upgrade-licences]',
        'только новых версий',
        'new versions only',
      ),
      way(
        'certificates.loyalty',
        'withholds: [major-versions, upgrade-licences, updates, hotfixes]',
        'никаких выпусков',
        'all releases',
      ),
    ],
  },
  {
    id: 'R31',
    asks: both('Поздний возврат: с какого дня.', 'A late return: from which day.'),
    ways: [
      way(
        'certificates.late-return',
        'starts: upgrade-installed',
        'с установки обновления',
        'the upgrade is installed',
      ),
      way('certificates.late-return', 'starts: previous-end', 'с прежнего конца', 'the previous end'),
      way('certificates.late-return', 'starts: purchase', 'с покупки', 'the purchase'),
    ],
  },
  {
    id: 'R32',
    asks: both('«Полностью работоспособный» продукт.', 'A "fully functional" product.'),
    ways: [
      way(
        'services.*',
        'when: {commissioned: yes, working: [now, once]}',
        'введён и когда-то работал',
        'commissioned and once working',
      ),
      way(
        'services.*',
        'when: {commissioned: yes, working: now}',
        'работает сейчас',
        'working at the moment',
      ),
    ],
  },
  {
    id: 'R36',
    asks: both('Город присутствия и его окрестности.', 'A city of presence and around it.'),
    ways: [
      way(
        'works.visit',
        'cities: [Казань]\nreach: city\nelsewhere: separate-agreement',
        'город; дальше по договорённости',
        'the city; elsewhere by agreement',
      ),
      way('works.visit', 'reach: region', 'весь регион', 'the whole region'),
    ],
  },
  {
    id: 'R37',
    asks: both('Часовой пояс не назван.', 'No time zone is named.'),
    ways: [
      way('', 'local-time: desk', 'время службы', "the desk's time"),
      way('', 'local-time: customer', 'время клиента', "the customer's"),
      way('', 'local-time: site', 'время площадки', "the site's"),
    ],
  },
  {
    id: 'R38',
    asks: both('Сертификат кончился при открытой заявке.', 'A certificate ends in mid-ticket.'),
    ways: [
      way(
        'lifecycle',
        'after-expiry: {ticket: served-to-its-end, clause: V-6}',
        'обслужить',
        'served to its end',
      ),
      way('lifecycle', 'after-expiry: {ticket: stops, clause: V-6}', 'прекратить', 'service stops'),
    ],
  },
  {
    id: 'R39',
    asks: both('Последний день — выходной.', 'The last day is a day off.'),
    ways: [
      way('certificates', 'day-off: stays', 'остаётся', 'it stays'),
      way('certificates', 'day-off: next-working-day', 'следующий рабочий', 'the next working day'),
      way(
        'lifecycle.auto-close',
        'day-off: next-working-day',
        'то же для автозакрытия',
        'the same for closing by itself',
      ),
    ],
  },
  {
    id: 'R40',
    asks: both('Какое обращение активирует.', 'Which request activates.'),
    ways: [
      way(
        'certificates.offers.*.begins',
        'at: [first covered request]',
        'первое покрытое',
        'the first covered one',
      ),
      way('certificates.offers.*.begins', 'at: [first contact]', 'любое', 'any contact'),
    ],
  },
  {
    id: 'R41',
    asks: both('«Первый год»: от чего, сколько.', 'The "first year": from what, how long.'),
    ways: [
      way(
        'certificates.offers.*',
        'free: {for: 12 months, from: activation, afterwards: {ru: подписка, en: subscription}}',
        'от активации',
        'from activation',
      ),
      way(
        'certificates.offers.*',
        'free: {for: 12 months, from: purchase, afterwards: {ru: подписка, en: subscription}}',
        'от покупки',
        'from the purchase',
      ),
      way(
        'certificates.offers.*',
        'terms: as-agreed\nusual-term: 12 months',
        'обычно год, сертификат может иначе',
        'usually a year, the certificate may say otherwise',
      ),
    ],
  },
  {
    id: 'R42',
    asks: both(
      'Сколько заинтересованных нужно доработке; срок исправления.',
      'How much interest a feature needs; when a fix comes.',
    ),
    ways: [
      way(
        'services.*',
        'when: {interest: {customers: 2, licences: 100}}',
        'двое клиентов или сто лицензий',
        'two customers or a hundred licences',
      ),
      way(
        'clocks.*.agreed-date',
        'packages: [plus, partner]\nconsent: not-needed',
        'дату исправления называет служба',
        'the desk names a date for the fix',
      ),
      way(
        'clocks.*.targets.*',
        'packages: plus\nwithin: 40 working hours',
        'срок по пакетам',
        'a figure by package',
      ),
    ],
  },
  {
    id: 'R43',
    asks: both('Какая редакция действует.', 'Which version is in force.'),
    ways: [
      way(
        'versions',
        'tickets: at-registration\ncertificates: at-purchase',
        'как при регистрации и покупке',
        'as at registration and purchase',
      ),
      way(
        'versions',
        'tickets: current\ncertificates: current',
        'действующая для всех',
        'the current text for all',
      ),
    ],
  },
  {
    id: 'R44',
    asks: both('Последний день срока в месяцах.', 'The last day of a term in months.'),
    ways: [
      way('certificates', 'last-day: same-number', 'то же число', 'the same number'),
      way('certificates', 'last-day: day-before', 'день перед ним', 'the day before'),
    ],
  },
];
