import { both, clauseKey, key, nameKey, type WordsTable } from './key-words.ts';

const SILENT = both('файл об этом молчит', 'the file is silent about it');

const intakeWords: WordsTable = {
  intake: key(
    'Что должно быть в обращении. Чего нет, то служба спросит.',
    'What a request must hold. What is missing is asked for.',
  ),
  'intake.*.name': nameKey,
  'intake.*.hint': key('Подсказка под полем.', 'A hint below the field.', {
    without: both('подсказки нет', 'no hint'),
  }),
  'intake.*.required': key(
    'Обязательно ли: `true` или `false`.',
    'Whether it must be filled in: `true` or `false`.',
  ),
  'intake.*.only-for': key(
    'Для каких видов заявок: список id из `types`.',
    'For which types of ticket: a list of ids of `types`.',
    {
      without: both('для любых', 'for any'),
    },
  ),
  'intake.*.packages': key(
    'Только для этих пакетов: id, список или `any`.',
    'Under these packages only: an id, a list, or `any`.',
    {
      without: both('для любых', 'for any'),
    },
  ),
  'intake.*.from': key(
    'Что служба знает сама и подставляет.',
    'What the desk knows by itself and fills in.',
    {
      without: both('знает только клиент', 'only the customer knows'),
      values: {
        company: both('компания отправителя', "the sender's company"),
        'contact-name': both('имя контакта', "the contact's name"),
        'contact-phone': both('телефон контакта', "the contact's phone"),
        'contact-email': both('почта контакта', "the contact's mail"),
        product: both('продукт из каталога', 'a product of the catalogue'),
        version: both('его версия из каталога', 'its version, of the catalogue'),
        platform: both(
          'на чём работает продукт: сверяется с платформами версии',
          'what the product runs on: compared with the platforms of the version',
        ),
        certificate: both('номер сертификата или договора', 'the number of the certificate or contract'),
        description: both('текст обращения', 'the text of the request'),
        priority: both('приоритет', 'the priority'),
        type: both('вид заявки', 'the type of ticket'),
      },
    },
  ),
  'intake.*.labels': key(
    'Под какими подписями поле узнают в письме: строка «Приоритет: П1».',
    'Labels by which a letter is read: a line "Priority: P1".',
    { without: both('из письма не читается', 'not read from letters') },
  ),
  'intake.*.clause': clauseKey,
};

const lineWords: WordsTable = {
  lines: key('Линии поддержки, по порядку.', 'Lines of support, in order.', {
    without: both('линий нет', 'there are none'),
  }),
  'lines.*.name': nameKey,
  'lines.*.does': key('Что линия делает.', 'What the line does.'),
  'lines.*.clause': clauseKey,
  routing: key(
    'Куда попадает новая заявка и как передаётся дальше.',
    'Where a new ticket goes, and how it is handed over.',
    {
      without: both('все заявки в одной очереди', 'all tickets stand in one queue'),
    },
  ),
  'routing.lines': key(
    'С какой линии начинает заявка: первая строка, чьё условие выполнено.',
    'On which line a ticket begins: the first row whose condition holds.',
    { without: both('начальная линия не задана', 'no line is named') },
  ),
  'routing.lines.*.when': key('Условие строки.', 'Condition of the row.', {
    without: both('всегда', 'always'),
  }),
  'routing.lines.*.line': key('Линия: id из `lines`.', 'The line: an id of `lines`.'),
  'routing.lines.*.clause': clauseKey,
  'routing.people': key(
    'Кому лично достаётся заявка: первая строка, чьё условие выполнено.',
    'To which person a ticket goes: the first row whose condition holds.',
    { without: both('никому лично', 'to nobody in person') },
  ),
  'routing.people.*.when': key('Условие строки.', 'Condition of the row.', {
    without: both('всегда', 'always'),
  }),
  'routing.people.*.to': key('Человек: id из `named-people`.', 'The person: an id of `named-people`.'),
  'routing.people.*.clause': clauseKey,
  'routing.hand-overs': key(
    'Какая линия какой передаёт и с чем.',
    'Which line hands over to which, and with what.',
    {
      without: both('передача не описана', 'hand-overs are not described'),
    },
  ),
  'routing.hand-overs.*.from': key('Кто передаёт.', 'Who hands over.'),
  'routing.hand-overs.*.to': key('Кому.', 'To whom.'),
  'routing.hand-overs.*.needs': key('Что для этого должно быть собрано.', 'What must be given along.', {
    without: both('ничего', 'nothing'),
  }),
  'routing.hand-overs.*.clause': clauseKey,
  queue: key('Порядок очереди.', 'The order of the queue.', {
    without: both('по ближайшему сроку', 'by the nearest deadline'),
  }),
  'queue.order': key(
    'Признаки по важности: решает первый, по которому заявки различаются.',
    'What counts, in this order: the first in which tickets differ.',
    {
      values: {
        'entitled-first': both('сначала те, кому поддержка положена', 'those entitled to support first'),
        priority: both('по приоритету', 'by priority'),
        deadline: both('по ближайшему сроку', 'by the nearest deadline'),
        received: both('по времени поступления', 'by time of receipt'),
      },
    },
  ),
  'queue.clause': clauseKey,
};

const lifecycleWords: WordsTable = {
  lifecycle: key('Жизнь заявки после решения.', 'The life of a ticket after its resolution.'),
  'lifecycle.acknowledgement': key('Номер заявки сообщается сразу.', 'The number is told at once.', {
    without: both('тем, по которому пришло обращение', 'the one by which the request came'),
  }),
  'lifecycle.acknowledgement.over': key('Каким каналом.', 'Over which channel.', {
    values: {
      'arrival-channel': both('тем, по которому пришло обращение', 'the one by which the request came'),
      email: both(
        'всегда письмом, и после звонка; если адреса нет, сотрудникам сообщается, что номер нужно назвать по телефону',
        'always by mail, after a call too; without an address staff are told to tell the number by phone',
      ),
    },
  }),
  'lifecycle.acknowledgement.clause': clauseKey,
  'lifecycle.confirmation': key(
    'Клиент подтверждает решение или возражает.',
    'The customer confirms the resolution or objects.',
  ),
  'lifecycle.confirmation.objection-needs-reason': key(
    'Нужна ли возражению причина: `true` или `false`.',
    'Whether an objection needs a reason: `true` or `false`.',
  ),
  'lifecycle.confirmation.clause': clauseKey,
  'lifecycle.auto-close': key(
    'Закрывается ли решённая заявка сама: `never` или `{after: 14 calendar days, warn: 3 days before, clause: …}`.',
    'Whether a resolved ticket closes by itself: `never`, or `{after: 14 calendar days, warn: 3 days before, clause: ...}`.',
    { values: { never: both('ждёт слова клиента', "waits for the customer's word") } },
  ),
  'lifecycle.auto-close.after': key(
    'Через сколько: `14 calendar days` — в 24:00 четырнадцатого дня; `336 hours` — ровно через столько часов.',
    'After how long: `14 calendar days`: at 24:00 of the fourteenth day; `336 hours`: just so many hours.',
  ),
  'lifecycle.auto-close.warn': key(
    'За сколько дней предупредить: `3 days before`.',
    'How many days before the customer is warned: `3 days before`.',
  ),
  'lifecycle.auto-close.stopped-by': key('Что отменяет отсчёт.', 'What cancels the count.', {
    without: 'any-message',
    values: {
      'any-message': both(
        'любое сообщение человека; автоответ не считается',
        "any person's message; automatic replies don't count",
      ),
      'confirmation-or-objection': both(
        'только подтверждение или возражение',
        'only a confirmation or an objection',
      ),
    },
  }),
  'lifecycle.auto-close.day-off': key(
    'Последний день пришёлся на выходной.',
    'The last day falls on a day off.',
    {
      without: 'stays',
      values: {
        stays: both('остаётся', 'it stays'),
        'next-working-day': both('переходит на следующий рабочий', 'the next working day takes its place'),
      },
    },
  ),
  'lifecycle.auto-close.clause': clauseKey,
  'lifecycle.after-closing': key(
    'Клиент пишет в закрытую заявку.',
    'The customer writes to a closed ticket.',
    { without: both('новая заявка, связанная с прежней', 'a new ticket, linked to the old one') },
  ),
  'lifecycle.after-closing.reply': key('Что происходит.', 'What happens.', {
    values: {
      'new-ticket': both('новая заявка, связанная с прежней', 'a new ticket, linked to the old one'),
      reopens: both(
        'прежняя открывается снова, если не позже `within`',
        'the old one opens again, within `within`',
      ),
    },
  }),
  'lifecycle.after-closing.within': key(
    'Сколько её ещё можно открыть: `7 calendar days`. Нужен при `reopens`.',
    'How long it may open again: `7 calendar days`. Needed with `reopens`.',
    { without: both('при `new-ticket` не пишется', 'not written with `new-ticket`') },
  ),
  'lifecycle.after-closing.clause': clauseKey,
  'lifecycle.after-expiry': key(
    'Сертификат кончился, а заявка открыта.',
    'The certificate ends while a ticket is open.',
    { without: both('заявка обслуживается до конца', 'the ticket is served to its end') },
  ),
  'lifecycle.after-expiry.ticket': key('Что с заявкой.', 'What becomes of the ticket.', {
    values: {
      'served-to-its-end': both('обслуживается до конца, часы идут', 'served to its end, clocks run on'),
      stops: both('обслуживание прекращается', 'service stops'),
    },
  }),
  'lifecycle.after-expiry.clause': clauseKey,
  'lifecycle.split': key(
    'Вторая проблема в одной заявке становится отдельной заявкой.',
    'A second problem in one ticket becomes a ticket of its own.',
    { without: both('разделять нельзя', 'tickets are not split') },
  ),
  'lifecycle.split.clocks': key('Какие у неё часы.', 'Which clocks it has.', {
    values: {
      own: both('свои, с её регистрации', 'its own, from its registration'),
      inherited: both('как у первой', "the first one's"),
    },
  }),
  'lifecycle.split.clause': clauseKey,
  'lifecycle.merge': key(
    'Две заявки об одной проблеме становятся одной.',
    'Two tickets about one problem become one.',
    { without: both('документ об этом молчит', 'the document does not speak of it') },
  ),
  'lifecycle.merge.clocks': key('Чьи часы идут дальше.', 'Whose clocks go on.', {
    values: {
      'of-the-kept': both('заявки, которая остаётся', 'those of the ticket that stays'),
      'due-first': both('той, чей срок раньше', 'those that are due first'),
    },
  }),
  'lifecycle.merge.clause': clauseKey,
  'lifecycle.answers-by': key('Как ответ доходит до клиента.', 'How an answer may reach the customer.', {
    without: both('любым способом', 'by any means'),
  }),
  'lifecycle.answers-by.means': key('Способы.', 'The means.', {
    values: {
      email: both('письмо', 'a letter'),
      phone: both('звонок', 'a call'),
      'remote-session': both('удалённое подключение', 'a remote session'),
      visit: both('выезд', 'a visit'),
      other: both('иначе', 'otherwise'),
    },
  }),
  'lifecycle.answers-by.clause': clauseKey,
  'lifecycle.outcomes': key(
    'Чем может оказаться решение: исправление, обходной путь, разъяснение.',
    'What a resolution may turn out to be: a fix, a workaround, an explanation.',
    { without: both('выбирать не из чего', 'nothing to choose from') },
  ),
};

const workWords: WordsTable = {
  works: key('Работы помимо переписки и что для них нужно.', 'Work beyond letters, and what it needs.', {
    without: SILENT,
  }),
  'works.remote-session': key('Удалённое подключение.', 'A remote session.', { without: SILENT }),
  'works.remote-session.service': key(
    'Услуга из `services`, которая его даёт.',
    'The service of `services` that gives it.',
    {
      without: both('отдельной услуги нет', 'no service of its own'),
    },
  ),
  'works.remote-session.decided-by': key('Кто решает, что оно нужно.', 'Who decides that it is needed.', {
    values: { staff: both('служба', 'the desk'), customer: both('клиент', 'the customer') },
  }),
  'works.remote-session.needs': key('Без чего нельзя начать.', 'What it can not begin without.', {
    without: both('без условий', 'nothing'),
    values: {
      'access-from-customer': both('доступ, который даёт клиент', 'access given by the customer'),
      consent: both('записанное согласие', 'a recorded consent'),
    },
  }),
  'works.remote-session.tools': key('Разрешённые программы по названиям.', 'Programs allowed, by name.', {
    without: both('любые', 'any'),
  }),
  'works.remote-session.clause': clauseKey,
  'works.visit': key('Выезд на площадку.', 'A visit to the site.', { without: SILENT }),
  'works.visit.service': key(
    'Услуга из `services`, которая его даёт.',
    'The service of `services` that gives it.',
    {
      without: both('отдельной услуги нет', 'no service of its own'),
    },
  ),
  'works.visit.hours': key(
    'График, в окна которого выезд должен попасть.',
    'The schedule in which a visit must lie.',
  ),
  'works.visit.cities': key('Города присутствия, списком.', 'The cities it is given in.'),
  'works.visit.reach': key('Насколько далеко от города.', 'How far a city reaches.', {
    values: {
      city: both('сам город', 'the city itself'),
      region: both('весь его регион', 'its whole region'),
    },
  }),
  'works.visit.elsewhere': key('А в других местах?', 'And elsewhere?', {
    values: {
      'separate-agreement': both('по отдельной договорённости', 'by separate agreement'),
      refused: both('отказ', 'refused'),
      allowed: both('тоже можно', 'allowed as well'),
    },
  }),
  'works.visit.per-ticket': key(
    'Сколько выездов на заявку: число или слово.',
    'Visits for one ticket: a figure or a word.',
    {
      values: {
        'as-contracted': both('число называет сертификат', 'the certificate names the figure'),
        unlimited: both('сколько нужно', 'as many as needed'),
      },
    },
  ),
  'works.visit.when': key('При каком условии.', 'Under which condition.', {
    without: both('всегда', 'always'),
  }),
  'works.visit.clause': clauseKey,
  'works.live-system': key(
    'Изменения в работающей системе клиента.',
    "Changes to the customer's live system.",
    {
      without: SILENT,
    },
  ),
  'works.live-system.consent': key('Чьё согласие нужно заранее.', 'Whose consent is needed beforehand.', {
    values: {
      'named-contact': both('названного контакта клиента', "the customer's named contact's"),
      'not-needed': both('не нужно', 'none is needed'),
    },
  }),
  'works.live-system.says': key(
    'Что клиент при этом подтверждает.',
    'What the customer states by consenting.',
  ),
  'works.live-system.clause': clauseKey,
  'works.test-bench': key('Доступ к стенду клиента.', "Access to the customer's test bench.", {
    without: SILENT,
  }),
  'works.test-bench.access-until': key('До какого времени.', 'Until when.', {
    values: {
      stated: both('до названной даты', 'until a date that is stated'),
      open: both('без срока', 'without an end'),
    },
  }),
  'works.test-bench.clause': clauseKey,
  'works.information': key('Сведения, которые служба вправе запросить.', 'What the desk may ask for.', {
    without: SILENT,
  }),
  'works.information.checklist': key('Список, чтобы отмечать.', 'The list, to be ticked.', {
    without: both('готового списка нет', 'no ready list'),
  }),
  'works.information.clause': clauseKey,
  'works.estimate': key(
    'Работы вне перечня услуг: оценка, согласие, выполнение.',
    'Work outside the list of services: estimated, accepted, done.',
    { without: SILENT },
  ),
  'works.estimate.types': key('Для каких видов заявок.', 'For which types of ticket.'),
  'works.estimate.holds': key('Что в оценке есть.', 'What an estimate holds.', {
    values: {
      specification: both('техническое задание', 'a specification'),
      hours: both('трудоёмкость', 'hours of work'),
      price: both('цена', 'a price'),
    },
  }),
  'works.estimate.accepted-by': key('Кто её принимает.', 'Who accepts it.', {
    values: {
      customer: both('клиент', 'the customer'),
      'not-needed': both('согласия не нужно', 'no consent is needed'),
    },
  }),
  'works.estimate.clause': clauseKey,
  'works.defect': key('Подтверждённая ошибка в продукте.', 'A confirmed error of the product.', {
    without: SILENT,
  }),
  'works.defect.packages': key('Для каких пакетов обещано.', 'Under which packages this is promised.'),
  'works.defect.tell-customer': key(
    'Сообщать ли клиенту об исправлении.',
    'Whether the customer is told of the correction.',
  ),
  'works.defect.clause': clauseKey,
};

/** What happens to a ticket. */
export const handlingWords: WordsTable = { ...intakeWords, ...lineWords, ...lifecycleWords, ...workWords };
