import { both } from './key-words.ts';
import { way, type Question } from './question.ts';

/** Questions every desk answers about who has a right to what. */
export const rightQuestions: readonly Question[] = [
  {
    asks: both('Сертификат кончился, а заявка открыта.', 'A certificate expires in mid-ticket.'),
    ways: [
      way(
        'lifecycle',
        'after-expiry: {ticket: served-to-its-end, clause: V-6}',
        'обслужить до конца',
        'served to its end',
      ),
      way('lifecycle', 'after-expiry: {ticket: stops, clause: V-6}', 'прекратить', 'service stops'),
    ],
  },
  {
    asks: both(
      'Права на поддержку нет: отказать, принять без обещаний, обслужить по запасному пакету, взять деньги?',
      'No entitlement: refuse, accept without a promise, fall back, charge?',
    ),
    ways: [
      way(
        'entitlement',
        'without-package: not-entitled',
        'отказать и сказать, как вернуться',
        'refuse, with the way back',
      ),
      way('entitlement', 'without-package: base', 'обслужить по пакету base', 'serve under the package base'),
      way(
        'entitlement',
        'unknown-sender: no-promise',
        'неизвестный отправитель: принять без обещаний',
        'unknown sender: accept without a promise',
      ),
      way(
        'packages.*',
        'tickets: {count: 10, per: year, over: paid, clause: V-1}',
        'сверх десяти в год — за деньги',
        'over ten a year: paid for',
      ),
    ],
  },
  {
    asks: both('Договорились о дате: паузы её двигают?', 'A date was agreed: do pauses move it?'),
    ways: [
      way('clocks.*.agreed-date', 'pauses: move-it', 'двигают', 'they do'),
      way('clocks.*.agreed-date', 'pauses: leave-it', 'нет', 'they do not'),
    ],
  },
  {
    asks: both('Часы и каналы по пакетам и приоритетам.', 'Hours and channels by package and priority.'),
    ways: [
      way('packages.*', 'hours: office', 'одни часы', 'the same hours'),
      way('packages.*', 'hours: {critical: always, else: office}', 'по приоритетам', 'by priority'),
      way(
        'packages.*',
        'channels: [email, portal]',
        'каналы для всех приоритетов',
        'channels for every priority',
      ),
      way(
        'packages.*',
        'channels: {portal: any, phone: critical}',
        'телефон только для критического',
        'the phone for critical only',
      ),
      way(
        'entitlement',
        'other-channel: {as: portal}',
        'чужой канал — как портал',
        'another channel counts as the portal',
      ),
    ],
  },
  {
    asks: both('Что входит в поддержку?', 'What does support include?'),
    ways: [
      way('services.*', 'packages: {any: no, plus: yes}', 'входит в один пакет', 'included in one package'),
      way('services.*', 'packages: {any: paid}', 'за деньги', 'paid separately'),
      way('services.*', 'packages: {any: agreement}', 'по договорённости', 'by agreement'),
      way(
        'services.*',
        'packages: {any: conditional}\nwhen: {defect: confirmed}',
        'по условию',
        'on a condition',
      ),
    ],
  },
  {
    asks: both('Чего не делаем?', 'What is never done?'),
    ways: [
      way(
        'exclusions.*',
        'packages: any\nwhen: {product: modified}',
        'не поддерживаем изменённое клиентом',
        'no support for what the customer modified',
      ),
    ],
  },
  {
    asks: both(
      'Линии поддержки: где заявка начинает и что нужно для передачи?',
      'Lines of support: where a ticket begins and what a hand-over needs?',
    ),
    ways: [
      way(
        'routing.lines.*',
        'when: {packages: partner}\nline: second',
        'партнёрские — сразу на вторую',
        "a partner's go to the second at once",
      ),
      way(
        'routing.hand-overs.*',
        'needs: [{ru: журнал сервера, en: server log}]',
        'передать можно только с журналом',
        'handed over with the log only',
      ),
    ],
  },
  {
    asks: both(
      'Когда сертификат начинается, кончается и как возвращаются опоздавшие?',
      'When does a certificate begin and end, and how do late-comers return?',
    ),
    ways: [
      way(
        'certificates.offers.*.begins',
        'at: [commissioning, 90 days after sale]',
        'самый ранний из моментов',
        'the earliest of the moments',
      ),
      way(
        'certificates',
        'last-day: same-number',
        'последний день — то же число',
        'the last day has the same number',
      ),
      way('certificates', 'loyalty: none', 'после конца поддержки нет', 'no support after the end'),
      way(
        'certificates.renewal',
        'starts: previous-end',
        'продление задним числом',
        'a renewal is back-dated',
      ),
      way('certificates', 'late-return: as-new', 'опоздавший покупает заново', 'a late-comer buys anew'),
    ],
  },
  {
    asks: both('Сколько заявок и выездов?', 'How many tickets and visits?'),
    ways: [
      way('packages.*', 'tickets: unlimited', 'заявок сколько угодно', 'any number of tickets'),
      way('works.visit', 'per-ticket: 2', 'два выезда на заявку', 'two visits for a ticket'),
    ],
  },
  {
    asks: both('Что должно быть в обращении?', 'What must a request hold?'),
    ways: [
      way(
        'intake.*',
        'required: true\nonly-for: [incident]',
        'поле обязательно для инцидента',
        'a field that incidents need',
      ),
    ],
  },
  {
    asks: both('Закрывается ли решённая заявка сама?', 'Does a resolved ticket close by itself?'),
    ways: [
      way(
        'lifecycle',
        'auto-close: never',
        'нет, ждёт слова клиента',
        "no, it waits for the customer's word",
      ),
      way(
        'lifecycle',
        'auto-close: {after: 14 calendar days, warn: 3 days before, clause: V-4}',
        'через 14 дней, с предупреждением',
        'after 14 days, with a warning',
      ),
    ],
  },
];
