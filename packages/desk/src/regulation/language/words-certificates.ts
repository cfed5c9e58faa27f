import { both, clauseKey, key, type WordsTable } from './key-words.ts';

const offerWords: WordsTable = {
  certificates: key(
    'Как право на поддержку рождается, живёт и кончается.',
    'How the right to support is born, lives and ends.',
    { without: both('даты каждого сертификата вводят сотрудники', "staff enter each certificate's dates") },
  ),
  'certificates.offers': key(
    'Что продаётся или даётся: строка на каждый способ получить пакет.',
    'What is sold or given: a row for every way to come by a package.',
  ),
  'certificates.offers.*.packages': key(
    'Какие пакеты: id, список или `any`.',
    'Which packages: an id, a list, or `any`.',
  ),
  'certificates.offers.*.proof': key('Чем право подтверждается.', 'What proves the right.', {
    values: {
      certificate: both('сертификатом', 'a certificate'),
      key: both('ключом продукта', "the product's key"),
      act: both('актом', 'an act'),
      contract: both('договором', 'a contract'),
      standing: both('статусом компании', "the company's standing"),
    },
  }),
  'certificates.offers.*.sold-to': key(
    'Кому: `anybody` или `{company-is: partner}`.',
    'To whom: `anybody`, or `{company-is: partner}`.',
    { values: { anybody: both('любому', 'anybody') } },
  ),
  'certificates.offers.*.sold-to.company-is': key(
    'Статусы: id из `company-roles`.',
    'Standings: ids of `company-roles`.',
  ),
  'certificates.offers.*.sold-by': key('Кто продаёт.', 'Who sells it.', {
    values: {
      sales: both('отдел продаж', 'the sales department'),
      'regional-managers': both('региональные менеджеры', 'regional managers'),
      partners: both('партнёры', 'partners'),
      nobody: both('никто: даётся само', 'nobody: it comes by itself'),
    },
  }),
  'certificates.offers.*.sold-with': key('С продуктом или отдельно.', 'With the product or alone.', {
    without: 'either',
    values: {
      product: both('только вместе с продуктом', 'only with the product'),
      alone: both('только отдельно', 'only alone'),
      either: both('и так, и так', 'either way'),
    },
  }),
  'certificates.offers.*.terms': key(
    'Сроки в продаже: список `[12 months, 3 years]` или слово.',
    'Lengths on sale: a list `[12 months, 3 years]`, or a word.',
    {
      values: {
        'as-agreed': both('каждый сертификат называет свой', 'each certificate names its own'),
        'as-documented': both(
          'как в документе, подтверждающем право',
          'as the document that proves the right says',
        ),
        'while-standing': both('пока у компании статус', 'as long as the company has its standing'),
      },
    },
  ),
  'certificates.offers.*.usual-term': key(
    'Обычный срок, если иной не назван.',
    'The usual length where none is named.',
    {
      without: both('обычного нет', 'there is none'),
    },
  ),
  'certificates.offers.*.terms-clause': {
    ...key('Пункт о сроках.', 'The clause on lengths.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'certificates.offers.*.price': key('О цене словами.', 'The price, in words.'),
  'certificates.offers.*.free': key('Бесплатное время в начале.', 'A free time at the start.', {
    without: both('бесплатного времени нет', 'there is none'),
  }),
  'certificates.offers.*.free.for': key('Сколько: `3 months`.', 'How long: `3 months`.'),
  'certificates.offers.*.free.from': key(
    'С какого момента: `activation`.',
    'From which moment: `activation`.',
  ),
  'certificates.offers.*.free.afterwards': key('Что потом, словами.', 'What comes after, in words.'),
  'certificates.offers.*.begins': key(
    'Когда сертификат начинает действовать.',
    'When the certificate begins.',
  ),
  'certificates.offers.*.begins.at': key(
    'Моменты; считается самый ранний: `[commissioning, 90 days after sale]`.',
    'Moments; the earliest counts: `[commissioning, 90 days after sale]`.',
  ),
  'certificates.offers.*.begins.named-date': key(
    'В заказе стоит дата начала.',
    'The order names a date of its own.',
    {
      values: {
        wins: both('она важнее моментов', 'it wins over the moments'),
        ignored: both('она не считается', 'it does not count'),
      },
    },
  ),
  'certificates.offers.*.begins.not-after': key(
    'Не позже этого момента: `90 days after sale`.',
    'Not after this moment: `90 days after sale`.',
    {
      without: both('предела нет', 'no limit'),
    },
  ),
  'certificates.offers.*.begins.clause': clauseKey,
  'certificates.offers.*.clause': clauseKey,
};

const endWords: WordsTable = {
  'certificates.last-day': key('Последний день срока в месяцах.', 'The last day of a term in months.', {
    values: {
      'same-number': both(
        'то же число последнего месяца (нет такого — последний день месяца), до 24:00',
        "the same number of the last month (or the month's last day), to 24:00",
      ),
      'day-before': both('день перед ним', 'the day before it'),
    },
  }),
  'certificates.day-off': key('Последний день пришёлся на выходной.', 'The last day falls on a day off.', {
    values: {
      stays: both('остаётся', 'it stays'),
      'next-working-day': both('переходит на следующий рабочий', 'the next working day takes its place'),
    },
  }),
  'certificates.covers': key('Чем сертификат себя ограничивает.', 'What a certificate limits itself to.', {
    without: both('на все продукты компании', 'all products of the company'),
  }),
  'certificates.covers.products': key('Продукты.', 'Products.', {
    values: { named: both('названные в нём', 'those it names'), any: both('любые', 'any') },
  }),
  'certificates.covers.installation-types': key('Виды установок.', 'Kinds of installation.', {
    values: { named: both('названные в нём', 'those it names'), any: both('любые', 'any') },
  }),
  'certificates.covers.quantity': key('Что считают.', 'What is counted.', {
    values: {
      instances: both('установки', 'installations'),
      licences: both('лицензии', 'licences'),
      'not-counted': both('ничего', 'nothing'),
    },
  }),
  'certificates.covers.over-quantity': key(
    'Оказалось больше, чем куплено.',
    'There are more than were bought.',
    {
      values: {
        flag: both('обслуживается, сотрудники видят пометку', 'served, staff see a mark'),
        refuse: both('отказ', 'refused'),
      },
    },
  ),
  'certificates.covers.licence-agreement': key('Лицензионное соглашение.', 'The licence agreement.', {
    values: {
      'in-force': both('должно действовать', 'must be in force'),
      'not-asked': both('не спрашивают', 'is not asked for'),
    },
  }),
  'certificates.covers.licence-clause': {
    ...key('Пункт о лицензионном соглашении.', 'The clause on the licence agreement.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'certificates.covers.compliance-check': key(
    'Вправе ли вендор проверить соблюдение.',
    'Whether the vendor may check compliance.',
    {
      values: { allowed: both('да', 'yes'), 'not-foreseen': both('не предусмотрено', 'not foreseen') },
    },
  ),
  'certificates.covers.check-clause': {
    ...key('Пункт о проверке.', 'The clause on the check.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'certificates.covers.clause': clauseKey,
  'certificates.loyalty': key(
    'Поддержка после конца сертификата, пока клиент продлевает: `none` или правило.',
    'Support after the end, while the customer renews: `none`, or a rule.',
    {
      without: 'none',
      values: { none: both('кончается вместе с сертификатом', 'it ends with the certificate') },
    },
  ),
  'certificates.loyalty.for': key('Сколько: `3 months`.', 'How long: `3 months`.'),
  'certificates.loyalty.given': key('Кому.', 'To whom.', {
    values: {
      'declared-intent': both(
        'кто заявил о намерении купить; заявил позже — получает остаток',
        'those who declared they would buy; later declared, the rest of the time',
      ),
      everybody: both('всем', 'everybody'),
    },
  }),
  'certificates.loyalty.withholds': key('Чего в это время не дают.', 'What is withheld meanwhile.', {
    values: {
      'major-versions': both('новых основных версий', 'new major versions'),
      'upgrade-licences': both('лицензий перехода', 'upgrade licences'),
      updates: both('обновлений', 'updates'),
      hotfixes: both('срочных исправлений', 'hotfixes'),
    },
  }),
  'certificates.loyalty.clause': clauseKey,
  'certificates.renewal': key('Продление.', 'Renewal.', {
    without: both('новым сертификатом', 'by a new certificate'),
  }),
  'certificates.renewal.within': key(
    'Сколько после конца ещё можно продлить: `12 months` или `for-ever`.',
    'How long after the end: `12 months`, or `for-ever`.',
  ),
  'certificates.renewal.starts': key('С какого дня идёт новый срок.', 'From which day the new term runs.', {
    values: {
      'previous-end': both('с конца прежнего', 'the end of the previous one'),
      'number-given': both('с выдачи номера', 'the day the number is given'),
      'later-of-both': both('с более позднего из этих двух', 'the later of those two'),
      purchase: both('с покупки', 'the purchase'),
    },
  }),
  'certificates.renewal.quantity': key('На какое количество.', 'For which quantity.', {
    values: {
      'activated-licences': both('сколько лицензий активировано', 'the licences activated'),
      'as-ordered': both('сколько заказано', 'as ordered'),
    },
  }),
  'certificates.renewal.quantity-clause': {
    ...key('Пункт о количестве.', 'The clause on the quantity.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'certificates.renewal.through': key(
    'По каким каналам: список или `any`.',
    'Through which channels: a list, or `any`.',
    {
      values: { any: both('по любым', 'any') },
    },
  ),
  'certificates.renewal.act': key('Продление по акту.', 'Renewal by an act.', {
    without: both('акт не нужен', 'no act is needed'),
  }),
  'certificates.renewal.act.used-once': key(
    'Один акт — одно продление: `true` или `false`.',
    'One act renews once: `true` or `false`.',
  ),
  'certificates.renewal.act.names-support': key(
    'Должен ли акт называть купленную поддержку: `true` или `false`.',
    'Whether the act must name the support bought: `true` or `false`.',
    {
      without: 'false',
    },
  ),
  'certificates.renewal.act.issuer': key('Кто составляет акт.', 'Who issues it.', {
    values: {
      vendor: both('вендор', 'the vendor'),
      'vendor-or-partner': both('вендор или партнёр', 'the vendor or a partner'),
    },
  }),
  'certificates.renewal.act.issuer-clause': {
    ...key('Пункт о составителе акта.', 'The clause on the issuer.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'certificates.renewal.act.clause': clauseKey,
  'certificates.renewal.clause': clauseKey,
  'certificates.late-return': key(
    'Вернулись позже, чем можно продлить: `as-new` или правило.',
    'Back after the time for renewal: `as-new`, or a rule.',
    { without: 'as-new', values: { 'as-new': both('как новая покупка', 'as a new purchase') } },
  ),
  'certificates.late-return.needs': key('Что нужно сначала.', 'What is needed first.', {
    values: {
      'upgrade-bought': both('купить обновление', 'the upgrade bought'),
      'upgrade-installed': both('установить обновление', 'the upgrade installed'),
    },
  }),
  'certificates.late-return.starts': key('С какого дня идёт срок.', 'From which day the term runs.', {
    values: {
      'upgrade-installed': both('с установки обновления', 'the day the upgrade is installed'),
      'previous-end': both('с конца прежнего', 'the end of the previous one'),
      purchase: both('с покупки', 'the purchase'),
    },
  }),
  'certificates.late-return.clause': clauseKey,
  'certificates.clause': clauseKey,
};

const releaseWords: WordsTable = {
  releases: key(
    'Какие выпуски продукта открывает сертификат.',
    'Which releases a certificate in force opens.',
    {
      without: both('служба этим не занимается', 'the desk has nothing to do with them'),
    },
  ),
  'releases.*.kind': key('Что за выпуски.', 'Which kind.', {
    values: {
      updates: both('обновления', 'updates'),
      hotfixes: both('срочные исправления', 'hotfixes'),
      'major-versions': both('основные версии', 'major versions'),
      'upgrade-licences': both('лицензии перехода', 'upgrade licences'),
    },
  }),
  'releases.*.packages': key('Для каких пакетов.', 'Under which packages.'),
  'releases.*.within': key('В каких пределах.', 'Within which bounds.', {
    values: {
      'bought-major': both('той основной версии, что куплена', 'of the major version that was bought'),
      'second-digit': both(
        'пока меняется вторая цифра версии',
        'while the second digit of the version changes',
      ),
      any: both('любые', 'any'),
    },
  }),
  'releases.*.when': key('При каком условии.', 'Under which condition.', {
    without: both('всегда', 'always'),
  }),
  'releases.*.clause': clauseKey,
};

const salesWords: WordsTable = {
  sales: key('Запросы о покупке.', 'Purchase inquiries.', {
    without: both('отвечает поддержка', 'support answers'),
  }),
  'sales.inquiries': key(
    'Кому они уходят: первая строка, что подходит.',
    'To whom they go: the first row that fits.',
  ),
  'sales.inquiries.*.districts': key('Из каких федеральных округов.', 'From which federal districts.', {
    without: both('откуда угодно', 'from anywhere'),
    values: {
      central: both('Центральный', 'Central'),
      'north-west': both('Северо-Западный', 'North-Western'),
      volga: both('Приволжский', 'Volga'),
      south: both('Южный', 'Southern'),
      'north-caucasus': both('Северо-Кавказский', 'North Caucasian'),
      ural: both('Уральский', 'Ural'),
      siberia: both('Сибирский', 'Siberian'),
      'far-east': both('Дальневосточный', 'Far Eastern'),
    },
  }),
  'sales.inquiries.*.to': key('Адрес.', 'The address.'),
  'sales.inquiries.*.clause': clauseKey,
  'sales.price-list': key('Прайс-лист.', 'The price list.', {
    without: 'none',
    values: {
      published: both('опубликован', 'published'),
      'on-request': both('по запросу', 'on request'),
      none: both('его нет', 'there is none'),
    },
  }),
  'sales.clause': clauseKey,
};

/** How the right to all this is born, lives and ends. */
export const certificateWords: WordsTable = { ...offerWords, ...endWords, ...releaseWords, ...salesWords };
