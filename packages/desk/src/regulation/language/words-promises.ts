import { both, clauseKey, key, nameKey, type WordsTable } from './key-words.ts';

const scheduleWords: WordsTable = {
  schedules: key(
    'Графики: когда служба работает. Пакеты и строки сроков ссылаются на них по id.',
    'Schedules: when the service works. Packages and targets refer to them by id.',
  ),
  'schedules.*.name': nameKey,
  'schedules.*.week': key(
    'Окна по дням недели: `{mon-fri: 09:00-18:00, sat: closed}`. Дни: `mon tue wed thu fri sat sun` и промежутки; не названный день закрыт. Окно содержит свою первую минуту и не содержит последнюю; полночь в конце — `24:00`; конец раньше начала переходит за полночь.',
    'Windows by weekday: `{mon-fri: 09:00-18:00, sat: closed}`. Days: `mon tue wed thu fri sat sun` and ranges; a day not named is closed. A window holds its first minute and not its last; midnight at the end is `24:00`; an end before the start runs past midnight.',
  ),
  'schedules.*.calendar': key(
    'Производственный календарь: `ru` — праздники закрыты, рабочие субботы и воскресенья открыты по часам пятницы (закрыта и она — ближайшего дня недели до неё), и тогда, когда у субботы есть свои; другие часы называют в `exceptions`. `none` — ни то ни другое.',
    'Production calendar: `ru`: public holidays closed, working Saturdays and Sundays open in the hours of a Friday (where that is closed, of the nearest weekday before it), also where Saturday has hours of its own; other hours are named in `exceptions`. `none`: neither.',
  ),
  'schedules.*.shortened': key(
    'Кончаются ли на час раньше дни, которые календарь называет сокращёнными (предпраздничные, бывает и рабочая суббота): `true` или `false`.',
    'Whether days that the calendar calls shortened (those before holidays, a working Saturday among them) end an hour earlier: `true` or `false`.',
    { without: 'false' },
  ),
  'schedules.*.exceptions': key(
    'Отдельные даты: `{2026-12-31: closed, 2026-12-30: 09:00-12:00}`. Важнее календаря.',
    'Single dates: `{2026-12-31: closed, 2026-12-30: 09:00-12:00}`. They win over the calendar.',
    { without: both('исключений нет', 'there are none') },
  ),
  'schedules.*.zone': key(
    'Свой часовой пояс графика: по нему и часы, и даты сроков, которые по графику считаются, календарные дни тоже.',
    'A time zone of its own: hours are in it, and the dates of deadlines counted by this schedule, calendar days too.',
    {
      without: both('`zone` файла', '`zone` of the file'),
    },
  ),
  'schedules.*.clause': clauseKey,
};

const kindWords: WordsTable = {
  types: key(
    'Виды заявок: инцидент, консультация, пожелание. Не различаются — `{}`.',
    'Types of ticket: incident, question, wish. Not told apart: `{}`.',
  ),
  'types.*.name': nameKey,
  'types.*.definition': key('Что это за заявка.', 'What kind of ticket it is.'),
  'types.*.clause': clauseKey,
  priorities: key(
    'Приоритеты. Нет приоритетов — `{}`, и тогда `priority-rules: none`. Слова `any`, `none`, `else` — не id.',
    'Priorities. None: `{}`, and then `priority-rules: none`. The words `any`, `none`, `else` are no ids.',
  ),
  'priorities.*.rank': key(
    'Место: 1 — самый срочный; без повторов.',
    'Place: 1 is the most urgent; no two alike.',
  ),
  'priorities.*.name': nameKey,
  'priorities.*.definition': key('По чему этот приоритет узнают.', 'How this priority is recognised.'),
  'priorities.*.aliases': key(
    'Другие написания в письмах: список текстов или чисел, `[п1, критический, 1]`; одно написание — у одного приоритета.',
    'Other spellings in letters: a list of texts or numbers, `[p1, critical, 1]`; one spelling belongs to one priority.',
    { without: both('только сам id', 'only the id') },
  ),
  'priorities.*.clause': clauseKey,
  'priority-rules': key(
    'Кто задаёт приоритет и кто меняет. Одно слово `none` — приоритетов нет.',
    'Who sets the priority and who changes it. The one word `none`: there are no priorities.',
    { values: { none: both('приоритетов нет', 'there are no priorities') } },
  ),
  'priority-rules.default': key(
    'Какой приоритет предположить, если клиент не назвал: id или `none` — никакого.',
    'The priority supposed when the customer names none: an id, or `none`: no priority.',
  ),
  'priority-rules.stated-by-customer': key(
    'Что значит приоритет, названный клиентом.',
    "What the customer's own value is worth.",
    {
      values: {
        counts: both('действует сразу', 'in force at once'),
        supposed: both('предположение до классификации', 'supposed until classification'),
      },
    },
  ),
  'priority-rules.changed-by-staff': key(
    'Как сотрудники меняют действующий приоритет.',
    'How staff change a priority in force.',
    {
      values: {
        freely: both('свободно', 'freely'),
        'with-reason': both('с объяснением клиенту', 'with a reason told to the customer'),
        'with-consent': both(
          'только с согласия клиента; предположенный — тоже: первая классификация другого не поставит',
          "only with the customer's consent; a supposed one too: the first classification sets no other",
        ),
        never: both('никогда', 'never'),
      },
    },
  ),
  'priority-rules.change-counts': key(
    'Что смена приоритета делает с уже истраченным временем.',
    'What a change does to the time used up.',
    {
      without: 'keep-elapsed',
      values: {
        'keep-elapsed': both('остаётся, счёт идёт дальше', 'it stays, counting goes on'),
        'from-change': both('счёт начинается заново со смены', 'counting begins anew at the change'),
      },
    },
  ),
  'priority-rules.clause': clauseKey,
};

const packageWords: WordsTable = {
  packages: key(
    'Пакеты поддержки: у каждого часы, каналы, старшинство. Нужен хотя бы один.',
    'Support packages: hours, channels, rank of each. There is at least one.',
  ),
  'packages.*.name': nameKey,
  'packages.*.rank': key(
    'Старшинство: больше — лучше для клиента; без повторов.',
    'Rank: greater is better for the customer; no two alike.',
  ),
  'packages.*.hours': key(
    'Часы обслуживания: график, или графики по приоритетам `{1-2: always, else: office}`; `else` — остальные приоритеты.',
    'Service hours: a schedule, or schedules by priority `{1-2: always, else: office}`; `else`: the other priorities.',
  ),
  'packages.*.channels': key(
    'Каналы: список `[email, portal]`, или с приоритетами `{portal: any, phone: 1}`.',
    'Channels: a list `[email, portal]`, or with priorities `{portal: any, phone: 1}`.',
  ),
  'packages.*.code': key(
    'Название пакета — код: что значит каждая цифра, по порядку.',
    'The name is a code: what each figure in it stands for, in order.',
    {
      without: both('название ничего не кодирует', 'the name is no code'),
    },
  ),
  'packages.*.code.parts': key('Цифры кода.', 'The figures.'),
  'packages.*.code.parts.*.figure': key('Цифра.', 'The figure.'),
  'packages.*.code.parts.*.means': key('Что она значит.', 'What it means.'),
  'packages.*.code.clause': clauseKey,
  'packages.*.cabinet': key(
    'Есть ли у клиентов пакета личный кабинет.',
    'Whether its customers have the personal cabinet.',
    {
      without: both(
        'портал есть, если есть канал `portal`',
        'the portal, where the channel `portal` is given',
      ),
    },
  ),
  'packages.*.registered-in': key(
    'Где регистрируют сертификат пакета.',
    'Where its certificates are registered.',
    {
      without: both('сертификат вводят сотрудники', 'staff enter it'),
      values: {
        cabinet: both('в личном кабинете', 'in the cabinet'),
        'page-without-account': both(
          'на странице без учётной записи; ссылка на статус приходит письмом',
          'on a page without an account; a link to the status comes by mail',
        ),
        desk: both('сотрудник службы', 'by staff'),
      },
    },
  ),
  'packages.*.only-from': key(
    'Обслуживаются только компании с этими статусами: id из `company-roles`.',
    'Only companies of these standings are served: ids of `company-roles`.',
    { without: both('любые компании', 'any company') },
  ),
  'packages.*.tickets': key(
    'Сколько заявок: `unlimited` или `{count: 10, per: year, over: paid, clause: …}`.',
    'How many tickets it has: `unlimited`, or `{count: 10, per: year, over: paid, clause: ...}`.',
    { without: 'unlimited', values: { unlimited: both('сколько угодно', 'any number') } },
  ),
  'packages.*.tickets.count': key('Сколько.', 'How many.'),
  'packages.*.tickets.per': key(
    'За какое время; отсчёт от первого дня сертификата.',
    'In which time, counted from the first day of the certificate.',
    {
      values: {
        month: both('за месяц', 'a month'),
        quarter: both('за квартал', 'a quarter'),
        year: both('за год', 'a year'),
        certificate: both('за срок сертификата', 'the whole certificate'),
      },
    },
  ),
  'packages.*.tickets.over': key('Что со следующей заявкой.', 'What becomes of the next ticket.', {
    values: {
      'no-promise': both('принята без обещаний', 'accepted without a promise'),
      paid: both('платная', 'paid for'),
      flag: both('обслуживается, сотрудники видят пометку', 'served, staff see a mark'),
    },
  }),
  'packages.*.tickets.clause': clauseKey,
  'packages.*.clause': clauseKey,
  'packages.*.channels-clause': key(
    'Пункт о каналах: его цитируют тем, кто пришёл не по своему каналу.',
    'The clause on channels, cited to those who came over another one.',
  ),
};

const clockWords: WordsTable = {
  clocks: key(
    'Что обещано: каждые часы — реакция, решение, обратный звонок — со своим началом, концом, паузами и сроками.',
    'What is promised: each clock (reaction, resolution, callback) with its start, its stops, its pauses and its targets.',
  ),
  'clocks.*.name': nameKey,
  'clocks.*.starts': key('Когда часы начинают идти.', 'When it starts.', {
    values: {
      receipt: both('когда обращение получено', 'when the request is received'),
      registration: both('когда заявка зарегистрирована', 'when the ticket is registered'),
      classification: both('когда заявка классифицирована', 'when the ticket is classified'),
      agreement: both(
        'когда договорились о дате; `targets: []`, нужен `agreed-date`',
        'when a date is agreed; `targets: []`, and `agreed-date` is needed',
      ),
    },
  }),
  'clocks.*.stops': key(
    'Что часы останавливает: любое из перечисленного.',
    'What stops it: any of those listed.',
  ),
  stop: key('Событие, которое останавливает часы.', 'An event that stops a clock.', {
    values: {
      'registration-notice': both(
        'сообщение с номером заявки дошло: письмо приняла почта клиента или номер сказали по телефону; автоматическое считается',
        "the notice with the number arrived: the customer's server accepted the letter, or it was told by phone; an automatic one counts",
      ),
      'human-notice': both(
        'номер сообщил человек: по телефону или в ответе',
        'a person told the number: by phone or in a reply',
      ),
      'public-reply': both(
        'ответ человека, видимый клиенту; запрос сведений им не считается',
        'a human reply the customer sees; a request for information is none',
      ),
      'information-request': both(
        'запрос сведений у клиента; если часы останавливает и он, и ответ, назовите оба',
        'the customer was asked for information; where both this and a reply stop the clock, name both',
      ),
      classification: both('классификация, сообщённая клиенту', 'the classification told to the customer'),
      taken: both('заявку взяли в работу', 'somebody took the ticket into work'),
      estimate: both('клиенту передана оценка работ', 'the estimate of the work was delivered'),
      refusal: both('отказ с пунктом', 'a refusal with its clause'),
      resolution: both('решение передано клиенту', 'the resolution was told to the customer'),
      callback: both(
        'дозвонились; попытка без ответа ничего не останавливает',
        'the customer was reached by phone; an attempt that reached nobody stops nothing',
      ),
      agreement: both(
        'договорились о дате, у которой свои часы',
        'a date was agreed that has a clock of its own',
      ),
    },
  }),
  'clocks.*.pauses': key(
    'Когда часы стоят: список; `[]` — никогда.',
    'While what it stands still: a list; `[]`: never.',
    {
      values: {
        'waiting-for-customer': both('пока ждём клиента', 'while the ticket waits for the customer'),
      },
    },
  ),
  'clocks.*.after-pause': key(
    'Пауза сдвинула срок в рабочих днях.',
    'A pause has moved a deadline in working days.',
    {
      without: 'as-counted',
      values: {
        'as-counted': both('ровно на рабочее время паузы', 'by just the working time of the pause'),
        'closing-time': both('и дальше до закрытия того дня', 'and on to closing time of that day'),
      },
    },
  ),
  'clocks.*.figure-by': key(
    'Классификация поставила не тот приоритет, что предполагали: чей срок считается.',
    'A classification sets another priority than the supposed one: whose figure counts.',
    {
      without: 'supposed-priority',
      values: {
        'supposed-priority': both('предполагавшегося', "the supposed one's"),
        'set-priority': both('поставленного', 'that of the one set'),
      },
    },
  ),
  'clocks.*.after-objection': key(
    'Клиент возразил против решения.',
    'The customer objects to the resolution.',
    {
      values: {
        resume: both(
          'часы идут дальше с истраченного; первый исход остаётся в истории',
          'it runs on from what had elapsed; the first outcome stays on record',
        ),
        restart: both('часы идут заново', 'it begins anew'),
        leave: both('исход окончателен', 'the outcome is final'),
      },
    },
  ),
  'clocks.*.after-bounce': key(
    'Письмо, остановившее часы, вернулось недоставленным.',
    'The letter that stopped it comes back undelivered.',
    {
      without: 'count-on',
      values: {
        'count-on': both(
          'остановка снята, счёт продолжен с начала',
          'the stop is withdrawn, counting goes on from the start',
        ),
        leave: both('остановка остаётся', 'the stop stays'),
      },
    },
  ),
  'clocks.*.warn-at': key(
    'Когда предупредить сотрудников: доли срока по возрастанию, потом время до срока по убыванию: `[50%, 80%, 1 working hour before, 30 minutes before]`.',
    'When staff are warned: shares of the target ascending, then times before it descending: `[50%, 80%, 1 working hour before, 30 minutes before]`.',
  ),
  'clocks.*.targets': key(
    'Сроки по пакетам, приоритетам и видам. Из подходящих строк считается более точная: та, что называет пакет, приоритет или вид, точнее той, где `any`; если одна точнее в одном, а другая в другом, это ошибка. Каждый пакет с каждым приоритетом должен быть покрыт, а если строки называют виды — то и с каждым видом.',
    'Targets by package, priority and type. Of the rows that fit, the more special counts: one that names a package, a priority or a type over one with `any`; where one is more special in this and another in that, it is an error. Every package with every priority must be covered, and where rows name types, with every type.',
  ),
  'clocks.*.targets.*.packages': key('Пакеты: id, список или `any`.', 'Packages: an id, a list, or `any`.'),
  'clocks.*.targets.*.priorities': key(
    'Приоритеты: id, несколько подряд `critical-usual`, список, `any`; `none` — заявка без приоритета.',
    'Priorities: an id, several in a row `critical-usual`, a list, `any`; `none` is a ticket without a priority.',
  ),
  'clocks.*.targets.*.types': key(
    'Виды заявок: id, список или `any`.',
    'Types of ticket: an id, a list, or `any`.',
    {
      without: both('любые', 'any'),
    },
  ),
  'clocks.*.targets.*.within': key(
    'Срок словами: `4 working hours`, `2 working days`, `48 hours`, `14 calendar days`, `nothing`; все виды — в разделе «Сроки словами».',
    'The target in words: `4 working hours`, `2 working days`, `48 hours`, `14 calendar days`, `nothing`; all of them under "Targets in words".',
  ),
  'clocks.*.targets.*.individually': key(
    'Может ли сертификат назвать свой срок.',
    'Whether a certificate may name a figure of its own.',
    {
      without: both('не может', 'it may not'),
      values: { 'shorter-only': both('может, но только короче этого', 'it may, but only a shorter one') },
    },
  ),
  'clocks.*.targets.*.hours': key(
    'График, по которому считать именно эту строку; календарным дням он даёт только часовой пояс.',
    'The schedule by which this row is counted; calendar days take only its time zone.',
    { without: both('часы пакета для этого приоритета', "the package's hours for that priority") },
  ),
  'clocks.*.targets.*.clause': clauseKey,
  'clocks.*.agreed-date': key(
    'Можно ли договориться о другой дате по одной заявке и как.',
    'Whether another date may be agreed on a ticket, and how.',
    { without: both('договориться нельзя', 'none may be agreed') },
  ),
  'clocks.*.agreed-date.packages': key('В каких пакетах.', 'Under which packages.'),
  'clocks.*.agreed-date.only-for': key(
    'Для каких видов заявок: список id.',
    'For which types of ticket: a list of ids.',
    {
      without: both('для любых', 'for any'),
    },
  ),
  'clocks.*.agreed-date.consent': key('Чьё согласие нужно.', 'Whose consent is needed.', {
    values: {
      customer: both('дата — предложение, пока клиент не согласился', 'a proposal until the customer agrees'),
      'not-needed': both('служба называет дату и сообщает о ней', 'the desk names it and tells the customer'),
    },
  }),
  'clocks.*.agreed-date.pauses': key(
    'Ожидание клиента после договорённости.',
    'Waiting for the customer after the agreement.',
    {
      values: {
        'move-it': both('сдвигает дату на своё рабочее время', 'moves the date by its working time'),
        'leave-it': both('даты не меняет', 'leaves the date as it is'),
      },
    },
  ),
  'clocks.*.agreed-date.hours': key(
    'График, в окна которого дата должна попасть, или `any`.',
    'A schedule in which the date must lie, or `any`.',
  ),
  'clocks.*.agreed-date.clause': clauseKey,
  'clocks.*.clause': clauseKey,
};

/** When the service works, for whom, through what, and how fast. */
export const promiseWords: WordsTable = { ...scheduleWords, ...kindWords, ...packageWords, ...clockWords };
