import { both, clauseKey, key, nameKey, type WordsTable } from './key-words.ts';

/** The file itself: whose it is, which edition, its words, its proofs. */
export const fileWords: WordsTable = {
  reglament: key('Версия языка: всегда 1.', 'The version of this language: always 1.', {
    values: { 1: both('нынешний язык', 'the language described here') },
  }),
  id: key(
    'Короткое имя службы поддержки, оно же имя файла.',
    'Short name of the desk; the file is named after it.',
  ),
  name: key('Как называется служба поддержки.', 'What the support service is called.'),
  product: key('Что она поддерживает, одной фразой.', 'What it supports, in one phrase.'),
  edition: key(
    'Редакция: по какому тексту живут новые заявки и с какого дня.',
    'The edition: by which text new tickets live, and from which day.',
  ),
  'edition.label': key(
    'Номер редакции; число пишется в кавычках: `"1.4"`.',
    'Number of the edition; a figure stands in quotes: `"1.4"`.',
  ),
  'edition.date': key('Дата, которой подписана редакция.', 'The date the edition is signed with.'),
  'edition.in-force-from': key(
    'Первый день действия: с 00:00 по времени `zone`.',
    'First day in force: from 00:00 in `zone`.',
  ),
  'edition.clause': {
    ...clauseKey,
    without: both('пункт не указан', 'no clause is named'),
  },
  zone: key(
    'Часовой пояс службы по базе IANA: `Europe/Moscow`. Часовой пояс сервера ни на что не влияет.',
    "The desk's time zone, an IANA name: `Europe/Moscow`. The server's own zone matters nowhere.",
  ),
  'local-time': key(
    'Чьё «местное время»: по нему идут графики без своего `zone` и сроки заявок, считаются даты (конец срока, активация, автозакрытие). Часовой пояс закрепляется за заявкой при регистрации, за сертификатом — при продаже.',
    'Whose "local time" it is: schedules without a `zone` of their own and deadlines of tickets go by it, dates are counted on it (end of a term, activation, closing by itself). A ticket keeps the zone from its registration, a certificate from its sale.',
    {
      without: 'desk',
      values: {
        desk: both('время службы, `zone`', "the desk's, `zone`"),
        customer: both(
          'время клиента: часовой пояс компании, не указан — общий для её площадок, иначе `zone`',
          "the customer's: the company's time zone, where none is given that which its sites share, else `zone`",
        ),
        site: both(
          'время площадки, о которой заявка; не названа — единственной, иначе время клиента. Сертификаты — по времени клиента',
          "that of the site the ticket is about; where none is named that of the only one, else the customer's. Certificates go by the customer's",
        ),
      },
    },
  ),
  versions: key(
    'Что меняет новая редакция для того, что уже есть.',
    'What a new edition changes for what exists already.',
    {
      without: both(
        'заявки живут по редакции на день регистрации, календарь обновляется и для открытых заявок',
        'tickets live by the edition of their registration, a later calendar also counts for open tickets',
      ),
    },
  ),
  'versions.tickets': key('По какой редакции живёт заявка.', 'By which edition a ticket lives.', {
    values: {
      'at-registration': both(
        'до конца по той, что действовала при регистрации',
        'to its end by the one in force when it was registered',
      ),
      current: both(
        'всегда по действующей: в день, когда она вступает в силу, открытые заявки переходят на неё, учтённое время сохраняется; заявка, для которой в ней чего-то нет (пакета, приоритета, срока), остаётся на своей, и об этом сообщается',
        'always by the one in force: on its first day open tickets go over to it, time counted is kept; a ticket for which something is missing there (a package, a priority, a promise) keeps its own, and that is told',
      ),
    },
  }),
  'versions.certificates': key(
    'По какой редакции сертификат активируется и кончается.',
    'By which edition a certificate is activated and ends.',
    {
      values: {
        'at-purchase': both('по той, что действовала при покупке', 'by the one in force at the purchase'),
        current: both('по действующей', 'by the one in force now'),
      },
    },
  ),
  'versions.calendars': key(
    'Вышло уточнение производственного календаря.',
    'The production calendar gets a later edition.',
    {
      values: {
        'open-tickets': both('открытые сроки пересчитываются', 'open deadlines are counted anew'),
        'new-tickets': both(
          'по нему живут только новые заявки, прежние — по тому, с которым зарегистрированы',
          'only new tickets are counted by it, those before by the one they were registered with',
        ),
      },
    },
  ),
  'versions.customers-told': key(
    'Обязана ли служба известить клиентов о новой редакции.',
    'Whether customers must be told of a new edition.',
  ),
  'versions.clause': clauseKey,
  products: key(
    'Продукты и модули по названиям; пустой список `[]` — не перечислены.',
    'Products and modules by name; an empty list `[]`: not listed.',
  ),
  'products-clause': {
    ...key('Пункт, который перечисляет продукты.', 'The clause that lists the products.'),
    without: both('пункт не указан', 'no clause is named'),
  },
  addresses: key(
    'Куда обращаться: показывается на страницах и в письмах.',
    'Where to turn: shown on pages and in letters.',
  ),
  'addresses.*.channel': key('Какой это канал.', 'Which channel this is.'),
  'addresses.*.purpose': key('Для чего адрес.', 'What the address is for.', {
    values: {
      support: both('обращения в поддержку', 'support requests'),
      sales: both('покупка и продление', 'purchases and renewals'),
      office: both('прочая связь с вендором', 'everything else'),
    },
  }),
  'addresses.*.value': key(
    'Сам адрес: почта, телефон, ссылка. Ссылку берите в кавычки.',
    'The address itself: mail, phone, link. A link stands in quotes.',
  ),
  'addresses.*.note': key('Оговорка рядом с адресом.', 'A remark beside the address.', {
    without: both('без оговорки', 'no remark'),
  }),
  'addresses.*.clause': {
    ...clauseKey,
    without: both('пункт не указан', 'no clause is named'),
  },
  cabinet: key('Что клиент делает в личном кабинете.', 'What customers do in the personal cabinet.', {
    without: both('файл об этом молчит', 'the file is silent about it'),
  }),
  'cabinet.gives': key(
    'Возможности кабинета; у каких пакетов он есть, говорит `packages`.',
    'What it gives; which packages have it stands in `packages`.',
    {
      values: {
        certificates: both('регистрация и просмотр сертификатов', 'certificates are registered and seen'),
        requests: both('подача обращений', 'requests are made'),
        progress: both('ход заявок', 'the progress of tickets is seen'),
      },
    },
  ),
  'cabinet.clause': clauseKey,
  terms: key(
    'Слова с особым значением. В текстах на термин ссылаются так: `[заявка](#ticket)`.',
    'Words with a meaning of their own. Texts refer to one as `[ticket](#ticket)`.',
    { without: both('терминов нет', 'there are none') },
  ),
  'terms.*.name': nameKey,
  'terms.*.definition': key('Что термин означает.', 'What the term means.'),
  'terms.*.clause': clauseKey,
  examples: key(
    'Случаи, просчитанные вручную. Прогоняются при каждой проверке и публикации; разошлись — файл не принят.',
    'Cases worked out by hand. They are run at every check and publication; when one differs the file is refused.',
    { without: both('примеров нет', 'there are none') },
  ),
  'examples.*.clock': key(
    'Какие часы проверяем: id из `clocks`.',
    'Which clock is tried: an id of `clocks`.',
  ),
  'examples.*.package': key('Пакет: id из `packages`.', 'The package: an id of `packages`.'),
  'examples.*.priority': key('Приоритет: id из `priorities`.', 'The priority: an id of `priorities`.', {
    without: both('заявка без приоритета', 'a ticket without a priority'),
  }),
  'examples.*.type': key('Вид заявки: id из `types`.', 'The type of ticket: an id of `types`.', {
    without: both('вид не определён', 'no type yet'),
  }),
  'examples.*.from': key(
    'Начало часов по времени `zone`: `2026-11-20 16:00`.',
    'Start of the clock, on the wall clock of `zone`: `2026-11-20 16:00`.',
  ),
  'examples.*.paused': key('Когда ждали клиента.', 'When the customer was waited for.', {
    without: both('пауз не было', 'no pause'),
  }),
  'examples.*.paused.*.from': key('Начало паузы.', 'Start of the pause.'),
  'examples.*.paused.*.to': key('Конец паузы.', 'End of the pause.'),
  'examples.*.agreed': key('Срок, о котором договорились.', 'A date that was agreed.', {
    without: both('договорённости не было', 'none was agreed'),
  }),
  'examples.*.agreed.at': key('Когда договорились.', 'When it was agreed.'),
  'examples.*.agreed.date': key('На когда.', 'The date agreed.'),
  'examples.*.due': key(
    'Каким должен выйти срок, по времени `zone`, и если у графика свой пояс; `2026-12-05 24:00` — конец этого дня.',
    'The deadline that must come out, on the wall clock of `zone` also where the schedule has another; `2026-12-05 24:00` is the end of that day.',
  ),
  'examples.*.clause': clauseKey,
  accepted: key(
    'Противоречия, о которых владелец регламента знает и всё равно так решил. Без записи здесь файл с противоречием не примут.',
    'Contradictions that the owner of the regulation knows of and wants all the same. Without an entry here a file with one is refused.',
    { without: both('ни одного', 'none') },
  ),
  'accepted.*.finding': key('Код находки из `check`.', 'Code of the finding, as `check` prints it.'),
  'accepted.*.at': key(
    'Место: указатель из `check`, например `/packages/basic`.',
    'The place: the pointer `check` prints, such as `/packages/basic`.',
  ),
  'accepted.*.because': key('Почему так решили.', 'Why it is wanted.'),
  'accepted.*.by': key('Кто решил.', 'Who decided.'),
  'accepted.*.on': key('Когда: `2026-11-20`.', 'When: `2026-11-20`.'),
  clauses: key(
    'Все пункты документа: на них ссылается каждое правило, их цитируют письма и отказы.',
    'All clauses of the document: every rule refers to one, letters and refusals cite them.',
  ),
  'clauses.*.place': key(
    'Где пункт стоит в документе: «4.1», «примечание 3».',
    'Where it stands: "4.1", "note 3".',
  ),
  'clauses.*.ru': key('Что он говорит, одной фразой по-русски.', 'What it says, one sentence in Russian.'),
  'clauses.*.en': key('То же по-английски.', 'The same in English.'),
};
