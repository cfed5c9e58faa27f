import { both, clauseKey, key, nameKey, type WordsTable } from './key-words.ts';

/** What is offered, to whom, and what is never done. */
export const rightsWords: WordsTable = {
  'named.name': nameKey,
  'named.definition': key('Что это значит.', 'What it means.', {
    without: both('пояснения нет', 'nothing is explained'),
  }),
  'named.clause': clauseKey,
  'installation-types': key(
    'Виды установок: сервер, рабочее место, кластер. На них ссылаются сертификаты и условия.',
    'Kinds of installation: server, desktop, cluster. Certificates and conditions refer to them.',
    { without: both('виды не различаются', 'kinds are not told apart') },
  ),
  'company-roles': key(
    'Статусы организаций: партнёр, учебное заведение. Ими пользуются `only-from`, `sold-to` и условия `company-is`.',
    'Standings of companies: partner, school. `only-from`, `sold-to` and the condition `company-is` use them.',
    { without: both('статусов нет', 'there are none') },
  ),
  'company-roles.*.name': nameKey,
  'company-roles.*.definition': key('Что это значит.', 'What it means.', {
    without: both('пояснения нет', 'nothing is explained'),
  }),
  'company-roles.*.offered-by': key(
    'Пункт, который предлагает клиентам такие компании: их открытый список называют в отказах, где `instead-clause` тот же.',
    'The clause that offers such companies to customers: refusals with the same `instead-clause` name their public list.',
    { without: both('клиентам их не предлагают', 'they are not offered to customers') },
  ),
  'company-roles.*.clause': clauseKey,
  'named-people': key(
    'Люди, которых называет сертификат: личный менеджер, инженер для первого приоритета.',
    'People whom a certificate names: a dedicated manager, an engineer for the first priority.',
    { without: both('таких нет', 'there are none') },
  ),
  outsiders: key(
    'Что можно людям других организаций, которые работают на службу.',
    'What people of other organisations who work for the desk may do.',
    { without: both('им ничего нельзя', 'nothing') },
  ),
  'outsiders.may': key('Что им видно и можно.', 'What they see and may do.', {
    values: {
      'assigned-tickets': both('только назначенные им заявки', 'only tickets assigned to them'),
      nothing: both('ничего', 'nothing'),
    },
  }),
  'outsiders.clause': clauseKey,
  entitlement: key(
    'Кому служба обязана: неизвестный отправитель, клиент без пакета, чужой канал, несколько сертификатов.',
    'Whom the desk owes service: unknown senders, customers without a package, other channels, several certificates.',
  ),
  'entitlement.unknown-sender': key(
    'Пишет кто-то, чья компания неизвестна: id пакета, по которому его обслужат, или `no-promise` — принять без обещаний.',
    'Somebody writes whose company is not known: id of the package he is served under, or `no-promise`: accepted without a promise.',
  ),
  'entitlement.without-package': key(
    'Компания известна, но действующего пакета нет: id запасного пакета или `not-entitled` — отказ с объяснением, как вернуться.',
    'The company is known but has nothing in force: id of a package to fall back to, or `not-entitled`: refused, with the way back.',
  ),
  'entitlement.clause': clauseKey,
  'entitlement.unknown-sender-clause': key(
    'Пункт, который цитируют неизвестному отправителю.',
    'The clause cited to an unknown sender.',
    { without: both('тот же, что в `clause`', 'the one of `clause`') },
  ),
  'entitlement.of-several': key(
    'У клиента несколько действующих сертификатов: какой служит заявке.',
    'The customer has several certificates in force: which one serves the ticket.',
    {
      without: 'best-rank',
      values: {
        'best-rank': both('пакет с наибольшим `rank`', 'the package of the greatest `rank`'),
        'shortest-target': both(
          'тот, что обещает самый короткий срок',
          'the one that promises the shortest time',
        ),
      },
    },
  ),
  'entitlement.other-channel': key(
    'Обращение пришло по каналу, которого в пакете нет: одно из слов или `{as: portal}` — вести его так, будто оно пришло по другому каналу.',
    'A request came over a channel the package lacks: one of the words, or `{as: portal}`: handled as if it had come over that one.',
    {
      without: 'no-promise',
      values: {
        'no-promise': both('принято, но ничего не обещано', 'accepted, nothing is promised'),
        served: both('обслуживается как обычно', 'served all the same'),
      },
    },
  ),
  'entitlement.other-channel.as': key(
    'Какой канал считать каналом обращения.',
    'The channel it is taken for.',
  ),
  'entitlement.other-channel.from': key(
    'С каких каналов так; с остальных — без обещаний.',
    'From which channels; the others have no promise.',
    {
      without: both('с любых', 'from any'),
    },
  ),
  'entitlement.contacts': key('Чьи обращения считаются.', 'Whose requests count.', {
    without: 'company',
    values: {
      company: both('любого сотрудника компании', "anybody's of the company"),
      listed: both('только контактов из списка', 'the listed contacts only'),
    },
  }),
  'entitlement.contacts-clause': key(
    'Пункт о контактах: его цитируют тому, кто не в списке.',
    'The clause on contacts, cited to somebody who is not listed.',
    { without: both('пункт не указан', 'no clause is named') },
  ),
  'entitlement.standing-of': key(
    'Партнёр пишет за своего клиента: чей статус решает.',
    'A partner asks for its customer: whose standing counts.',
    {
      without: 'requester',
      values: {
        requester: both('того, кто пишет', 'that of the one who writes'),
        'end-customer': both('конечного клиента', "the end customer's"),
      },
    },
  ),
  'entitlement.abuse': key(
    'Оскорбления: кто вправе прекратить обслуживание и кто — вернуть.',
    'Abuse: who may stop serving somebody, and who may take that back.',
    { without: both('прекратить обслуживание за это нельзя', 'service is never stopped for it') },
  ),
  'entitlement.abuse.stopped-by': key('Кто прекращает.', 'Who stops it.', {
    values: {
      engineer: both('инженер', 'an engineer'),
      lead: both('руководитель поддержки', 'the support lead'),
    },
  }),
  'entitlement.abuse.reversed-by': key('Кто отменяет.', 'Who takes it back.', {
    values: {
      engineer: both('инженер', 'an engineer'),
      lead: both('руководитель поддержки', 'the support lead'),
    },
  }),
  'entitlement.abuse.clause': clauseKey,
  'entitlement.way-back': key(
    'Что сделать, чтобы снова получить поддержку; стоит в письме с отказом.',
    'What to do to be covered again; told in the letter of refusal.',
  ),
  services: key(
    'Что входит в поддержку: матрица услуг по пакетам.',
    'What support consists of: services by package.',
  ),
  'services.*.name': nameKey,
  'services.*.packages': key(
    'Пакет → есть ли услуга. Ключ — id пакета или `any`: для всех, кого нет в списке. Про каждый пакет должно быть сказано.',
    'Package -> whether it has the service. The key is an id, or `any`: all that are not named. Every package must be covered.',
  ),
  'services.*.when': key(
    'Когда даётся условная услуга (`conditional`).',
    'When a conditional service is given.',
    {
      without: both('условия нет', 'no condition'),
    },
  ),
  'services.*.instead': key('Что предложить там, где услуги нет.', 'What is offered where it is not given.', {
    without: both('ничего', 'nothing'),
  }),
  'services.*.instead-clause': {
    ...key('Пункт о том, что предложено взамен.', 'The clause on what is offered instead.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'services.*.clause': clauseKey,
  'service-level': key('Как дана услуга.', 'How a service is given.', {
    values: {
      yes: both('входит', 'included'),
      no: both('нет', 'not given'),
      paid: both('за отдельные деньги', 'paid separately'),
      agreement: both('по отдельной договорённости', 'by separate agreement'),
      conditional: both('по условию из `when`', 'when the condition of `when` holds'),
    },
  }),
  exclusions: key(
    'Чего служба не делает, что бы ни купили. Сотрудник отказывает по такому пункту в один шаг, письмо его цитирует.',
    'What is never done, whatever was bought. Staff decline by such a rule in one step, the letter cites it.',
    { without: both('исключений нет', 'there are none') },
  ),
  'exclusions.*.name': nameKey,
  'exclusions.*.packages': key(
    'Для каких пакетов: id, список или `any`.',
    'Under which packages: an id, a list, or `any`.',
  ),
  'exclusions.*.service': key(
    'Услуга из `services`, о которой это «нет», со своим пунктом.',
    'The service of `services` that this is the no of, with a clause of its own.',
    { without: both('ни к какой услуге не относится', 'it belongs to no service') },
  ),
  'exclusions.*.when': key('При каком условии.', 'Under which condition.', {
    without: both('всегда', 'always'),
  }),
  'exclusions.*.instead': key('Что клиент может сделать вместо этого.', 'What the customer can do instead.', {
    without: both('ничего', 'nothing'),
  }),
  'exclusions.*.instead-clause': {
    ...key('Пункт о том, что предложено взамен.', 'The clause on what is offered instead.'),
    without: both('тот же, что в `clause`', 'the one of `clause`'),
  },
  'exclusions.*.clause': clauseKey,
  channel: key('Канал обращения.', 'A channel.', {
    values: {
      email: both('почта', 'mail'),
      phone: both('телефон', 'phone'),
      portal: both('личный кабинет или портал', 'portal, personal cabinet'),
      'web-form': both('форма на сайте', 'a form on the site'),
      messenger: both('мессенджер', 'messenger'),
      social: both('социальная сеть', 'social network'),
    },
  }),
  'yes-no': key('Да или нет.', 'Yes or no.', {
    values: { yes: both('да', 'yes'), no: both('нет', 'no') },
  }),
};
