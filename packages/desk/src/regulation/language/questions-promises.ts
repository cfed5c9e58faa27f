import { both } from './key-words.ts';
import { way, type Question } from './question.ts';

/** Questions every desk answers about its clocks and its texts. */
export const promiseQuestions: readonly Question[] = [
  {
    asks: both('Что останавливает часы реакции?', 'What stops the reaction clock?'),
    ways: [
      way(
        'clocks.*',
        'stops: [registration-notice]',
        'автоматическое сообщение с номером',
        'the automatic notice with the number',
      ),
      way('clocks.*', 'stops: [human-notice]', 'только сообщение человека', "only a person's notice"),
      way(
        'clocks.*',
        'stops: [public-reply, information-request]',
        'ответ человека или запрос сведений',
        'a human reply or a request for information',
      ),
      way(
        'clocks.*',
        'stops: [classification]',
        'сообщённая клиенту классификация',
        'the classification told to the customer',
      ),
      way('clocks.*', 'stops: [callback]', 'состоявшийся звонок', 'a call that reached somebody'),
      way('clocks.*', 'stops: [taken]', 'взятие в работу', 'taking it into work'),
    ],
  },
  {
    asks: both('Кто — сторона клиента?', "Who is the customer's side?"),
    ways: [
      way('entitlement', 'contacts: company', 'любой сотрудник компании', "anybody of the company's"),
      way('entitlement', 'contacts: listed', 'только контакты из списка', 'the listed contacts only'),
    ],
  },
  {
    asks: both(
      'Обращение пришло ночью: часы пошли сразу или с открытия?',
      'A request comes at night: does the clock start now or at opening?',
    ),
    ways: [
      way('clocks.*.targets.*', 'within: 4 working hours', 'с открытия', 'at opening'),
      way('clocks.*.targets.*', 'within: 48 hours', 'сразу', 'now'),
      way(
        'clocks.*.targets.*',
        'within: 48 hours, from opening',
        'обычные часы, но с открытия',
        'plain hours, but from the opening',
      ),
    ],
  },
  {
    asks: both('Что такое «день»?', 'What is a "day"?'),
    ways: [
      way('clocks.*.targets.*', 'within: 24 hours', 'сутки', '24 hours'),
      way('clocks.*.targets.*', 'within: 1 working day', 'рабочий день', 'a working day'),
      way('clocks.*.targets.*', 'within: 1 calendar day', 'календарная дата', 'a date of the calendar'),
    ],
  },
  {
    asks: both('Когда кончается срок в рабочих днях?', 'When exactly does a time in working days end?'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 2 working days',
        'в закрытие второго рабочего дня',
        'at closing of the second working day',
      ),
      way(
        'clocks.*.targets.*',
        'within: 2 working days, same time',
        'в то же время дня',
        'at the same time of day',
      ),
    ],
  },
  {
    asks: both('Когда часы стоят и чей сейчас ход?', 'When does a clock stand still, and whose turn is it?'),
    ways: [
      way(
        'clocks.*',
        'pauses: [waiting-for-customer]',
        'пока ждём клиента',
        'while the customer is waited for',
      ),
      way('clocks.*', 'pauses: []', 'никогда', 'never'),
    ],
  },
  {
    asks: both('В каком календаре меряется пауза?', 'In which calendar is a pause measured?'),
    ways: [
      way(
        'clocks.*.targets.*',
        'hours: office',
        'в том же графике, что и срок',
        'in the schedule that counts the target',
      ),
    ],
    always: both(
      'Пауза останавливает только то время, которое шло бы: ночь ожидания рабочих часов не прибавляет.',
      'A pause stops only time that would have run: a night of waiting adds nothing to working hours.',
    ),
  },
  {
    asks: both('Клиент ответил ночью: пауза кончилась?', "Does a customer's reply at night end the pause?"),
    ways: [],
    always: both(
      'Да, в минуту ответа; рабочие часы пойдут с открытия.',
      'Yes, at the minute of the reply; working hours go on at opening.',
    ),
  },
  {
    asks: both(
      'Приоритет меняют: кто и с какого времени считать?',
      'The priority changes: by whom, and counted from when?',
    ),
    ways: [
      way(
        'priority-rules',
        'changed-by-staff: with-reason',
        'сотрудник, с объяснением',
        'staff, with a reason',
      ),
      way(
        'priority-rules',
        'changed-by-staff: with-consent',
        'сотрудник, с согласия клиента; считается с согласия',
        'staff with consent; counts from the consent',
      ),
      way('priority-rules', 'change-counts: keep-elapsed', 'истраченное остаётся', 'the time used up stays'),
      way('priority-rules', 'change-counts: from-change', 'заново со смены', 'anew from the change'),
    ],
  },
  {
    asks: both('Может ли смена приоритета отменить просрочку?', 'May a change of priority undo a miss?'),
    ways: [],
    always: both(
      'Нет: первая просрочка остаётся в истории. Просрочка, возникшая из-за смены, датируется сменой.',
      'No: the first miss stays on record. A miss that the change itself causes dates from the change.',
    ),
  },
  {
    asks: both(
      'Клиент не согласен с решением или пишет после закрытия.',
      'The customer objects, or writes after closing.',
    ),
    ways: [
      way(
        'clocks.*',
        'after-objection: resume',
        'возражение: часы идут дальше',
        'objection: the clock runs on',
      ),
      way(
        'clocks.*',
        'after-objection: restart',
        'возражение: часы заново',
        'objection: the clock begins anew',
      ),
      way(
        'clocks.*',
        'after-objection: leave',
        'возражение: исход окончателен',
        'objection: the outcome is final',
      ),
      way(
        'lifecycle',
        'after-closing: {reply: new-ticket, clause: V-4}',
        'после закрытия: новая заявка',
        'after closing: a new ticket',
      ),
      way(
        'lifecycle',
        'after-closing: {reply: reopens, within: 7 calendar days, clause: V-4}',
        'после закрытия: прежняя ещё 7 дней',
        'after closing: the old one, for 7 days',
      ),
    ],
  },
  {
    asks: both(
      'Заявку разделили: какие часы у второй?',
      'A ticket is split: which clocks has the second one?',
    ),
    ways: [
      way('lifecycle', 'split: {clocks: own, clause: V-4}', 'свои', 'its own'),
      way('lifecycle', 'split: {clocks: inherited, clause: V-4}', 'как у первой', "the first one's"),
    ],
  },
  {
    asks: both(
      'Две заявки об одной проблеме объединили: чьи часы идут дальше?',
      'Two tickets about one problem were merged: whose clocks go on?',
    ),
    ways: [
      way(
        'lifecycle',
        'merge: {clocks: of-the-kept, clause: V-4}',
        'заявки, которая остаётся',
        'those of the ticket that stays',
      ),
      way(
        'lifecycle',
        'merge: {clocks: due-first, clause: V-4}',
        'той, чей срок раньше',
        'those that are due first',
      ),
    ],
    always: both(
      'Объединяют только заявки одного заявителя. Если файл молчит, идёт тот срок, что раньше: обещание от объединения хуже не становится.',
      'Only tickets of one person are merged. Where the file is silent the deadline that comes first counts: no promise gets worse by merging.',
    ),
  },
  {
    asks: both(
      'Календарь или текст изменили: что с открытыми заявками?',
      'The calendar or the text is amended: what of open tickets?',
    ),
    ways: [
      way(
        'versions',
        'calendars: open-tickets',
        'календарь: сроки пересчитаны',
        'calendar: deadlines counted anew',
      ),
      way(
        'versions',
        'calendars: new-tickets',
        'календарь: только новые заявки',
        'calendar: new tickets only',
      ),
      way('versions', 'tickets: at-registration', 'текст: как при регистрации', 'text: as at registration'),
      way('versions', 'tickets: current', 'текст: действующий', 'text: the one in force'),
      way(
        'versions',
        'certificates: at-purchase',
        'сертификат: как при покупке',
        'certificate: as at the purchase',
      ),
    ],
  },
  {
    asks: both('Подходят несколько правил: какое главнее?', 'Several rules match: which one wins?'),
    ways: [],
    always: both(
      'Строка, где названы пакеты или приоритеты, важнее строки с `any`; равных `check` не допускает. В `routing` и `sales.inquiries` — первая подходящая сверху.',
      'A row that names packages or priorities wins over one with `any`; `check` refuses a tie. In `routing` and `sales.inquiries` the first from above.',
    ),
  },
];
