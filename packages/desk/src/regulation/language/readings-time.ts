import { both } from './key-words.ts';
import { way, type Question } from './question.ts';

/** How time is counted: places where documents of vendors are silent. The number stands as a comment in the shipped files. */
export const timeReadings: readonly Question[] = [
  {
    id: 'R1',
    asks: both('«48 часов», а служба работает днём.', '"48 hours", and the service works by day.'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 48 hours, then next opening',
        'обычные часы, срок — на открытие',
        'plain hours, due at an opening',
      ),
      way('clocks.*.targets.*', 'within: 48 working hours', 'рабочие часы', 'working hours'),
    ],
  },
  {
    id: 'R2',
    asks: both(
      '«12/5/365»: какие часы и работают ли в праздники.',
      '"12/5/365": which hours, and public holidays.',
    ),
    ways: [
      way(
        'schedules.*',
        'week: {mon-fri: 08:00-20:00}\ncalendar: none',
        'в праздники открыто',
        'open on public holidays',
      ),
      way(
        'schedules.*',
        'week: {mon-fri: 08:00-20:00}\ncalendar: ru',
        'по производственному календарю',
        'by the production calendar',
      ),
    ],
  },
  {
    id: 'R3',
    asks: both('«До 8 часов, индивидуально».', '"Up to 8 h, agreed individually".'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 8 hours\nindividually: shorter-only',
        'сертификат может назвать меньше',
        'a certificate may name less',
      ),
      way('clocks.*.targets.*', 'within: 8 hours', 'срок один для всех', 'one figure for all'),
    ],
  },
  {
    id: 'R4',
    asks: both('«8 часов в день» и «09:00-18:00».', '"8 hours a day" beside "09:00-18:00".'),
    ways: [
      way(
        'schedules.*',
        'week: {mon-fri: 09:00-18:00}',
        'без обеда, девять часов',
        'no lunch break, nine hours',
      ),
      way(
        'schedules.*',
        'week: {mon-fri: [09:00-13:00, 14:00-18:00]}',
        'с обедом, восемь',
        'with a lunch break, eight',
      ),
    ],
  },
  {
    id: 'R5',
    asks: both('С чего идёт «выполнение».', 'From when "execution" runs.'),
    ways: [
      way('clocks.*', 'starts: classification', 'с классификации', 'from the classification'),
      way('clocks.*', 'starts: registration', 'с регистрации', 'from the registration'),
    ],
  },
  {
    id: 'R6',
    asks: both('«2 рабочих дня».', '"2 working days".'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 2 working days',
        'до закрытия второго дня',
        'to closing of the second day',
      ),
      way(
        'clocks.*.targets.*',
        'within: 2 working days, same time',
        'то же время дня',
        'the same time of day',
      ),
    ],
  },
  {
    id: 'R7',
    asks: both('«14 календарных дней» без ответа.', '"14 calendar days" without an answer.'),
    ways: [
      way(
        'lifecycle.auto-close',
        'after: 14 calendar days',
        'до 24:00 четырнадцатого дня',
        'to 24:00 of the fourteenth day',
      ),
      way('lifecycle.auto-close', 'after: 336 hours', '14 раз по 24 часа', '14 times 24 hours'),
    ],
  },
  {
    id: 'R13',
    asks: both('«24 рабочих часа» при восьмичасовом дне.', '"24 working hours" in an eight-hour day.'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 24 working hours',
        'три рабочих дня окна',
        'three days of the window',
      ),
      way('clocks.*.targets.*', 'within: 72 hours', 'трое суток', '72 elapsed hours'),
    ],
  },
  {
    id: 'R14',
    asks: both('«24 рабочих часа» при девятичасовом дне.', '"24 working hours" in a nine-hour day.'),
    ways: [
      way('clocks.*.targets.*', 'within: 24 working hours', '24 часа окна', '24 hours of the window'),
      way('clocks.*.targets.*', 'within: 3 working days', 'три рабочих дня', 'three working days'),
    ],
  },
  {
    id: 'R15',
    asks: both('«2 часа»: подряд или в часы службы.', '"2 hours": elapsed or in service hours.'),
    ways: [
      way('clocks.*.targets.*', 'within: 2 working hours', 'в часы пакета', "in the package's hours"),
      way('clocks.*.targets.*', 'within: 2 hours', 'подряд', 'elapsed'),
    ],
  },
  {
    id: 'R17',
    asks: both('Обращение вне часов приёма.', 'A request outside intake hours.'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 48 hours, then next opening',
        'считается сразу, сдвигается только срок',
        'counted at once, only the deadline moves',
      ),
      way(
        'clocks.*.targets.*',
        'within: 48 hours, from opening',
        'считается с открытия',
        'counted from the opening',
      ),
    ],
  },
  {
    id: 'R18',
    asks: both('«n рабочих дней» с начала вне часов.', '"n working days" from a start outside hours.'),
    ways: [
      way(
        'clocks.*.targets.*',
        'within: 2 working days',
        'со своей даты: после субботы день 1 — понедельник',
        'from its own date: after a Saturday, Monday is day 1',
      ),
      way(
        'clocks.*.targets.*',
        'within: 2 working days, from opening',
        'с даты открытия: день 1 — вторник',
        'from the opening: Tuesday is day 1',
      ),
    ],
  },
  {
    id: 'R19',
    asks: both('Пауза внутри срока в рабочих днях.', 'A pause within working days.'),
    ways: [
      way(
        'clocks.*',
        'after-pause: as-counted',
        'срок сдвинут на рабочее время паузы',
        'moved by the working time of the pause',
      ),
      way('clocks.*', 'after-pause: closing-time', 'и дальше до закрытия', 'and on to closing time'),
    ],
  },
];
