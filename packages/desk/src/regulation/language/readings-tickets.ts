import { both } from './key-words.ts';
import { way, type Question } from './question.ts';

/** What stops and moves a ticket's clocks: places where documents are silent. */
export const ticketReadings: readonly Question[] = [
  {
    id: 'R20',
    asks: both(
      'Срок зависит от приоритета, которого ещё нет.',
      'A target depends on a priority not yet set.',
    ),
    ways: [
      way('clocks.*', 'figure-by: supposed-priority', 'срок предполагаемого', "the supposed one's figure"),
      way(
        'clocks.*',
        'figure-by: set-priority',
        'после классификации — поставленного',
        "afterwards the set one's",
      ),
      way(
        'clocks.*.targets.*',
        'priorities: none\nwithin: 0.5 working hours',
        'без приоритета — полчаса',
        'none given: half an hour',
      ),
    ],
  },
  {
    id: 'R21',
    asks: both(
      'Часы после возражения; ответ после закрытия.',
      'Clocks after an objection; a reply after closing.',
    ),
    ways: [
      way('clocks.*', 'after-objection: resume', 'идут дальше', 'they run on'),
      way('clocks.*', 'after-objection: restart', 'идут заново', 'they begin anew'),
      way('clocks.*', 'after-objection: leave', 'исход окончателен', 'the outcome is final'),
      way(
        'lifecycle',
        'after-closing: {reply: new-ticket, clause: V-4}',
        'новая связанная заявка',
        'a new, linked ticket',
      ),
      way(
        'lifecycle',
        'after-closing: {reply: reopens, within: 7 calendar days, clause: V-4}',
        'прежняя открывается',
        'the old one opens again',
      ),
    ],
  },
  {
    id: 'R22',
    asks: both('Что — «ответ» за эти 14 дней.', 'What is an "answer" within these 14 days.'),
    ways: [
      way(
        'lifecycle.auto-close',
        'stopped-by: any-message',
        'любое сообщение человека',
        "any person's message",
      ),
      way(
        'lifecycle.auto-close',
        'stopped-by: confirmation-or-objection',
        'только подтверждение или возражение',
        'only a confirmation or an objection',
      ),
    ],
  },
  {
    id: 'R23',
    asks: both('Работа вне перечня: какой срок.', 'Work outside the list: which time.'),
    ways: [
      way(
        'clocks.*',
        'stops: [resolution, refusal, estimate, agreement]',
        'до оценки или отказа; у работы своя дата',
        'until the estimate or refusal; the work has its own date',
      ),
      way('clocks.*.targets.*', 'types: wish\nwithin: nothing', 'срока выполнения нет', 'no execution clock'),
    ],
  },
  {
    id: 'R24',
    asks: both('Цифра в названии пакета без объяснения.', "An unexplained figure in a package's name."),
    ways: [
      way(
        'packages.*',
        'code: {parts: [{figure: 8, means: {ru: часов в день, en: hours a day}}], clause: V-1}',
        'подпись к цифре',
        'a label of the figure',
      ),
      way(
        'clocks.*.targets.*',
        'within: 4 working hours',
        'сам срок — в `targets`',
        'the time itself stands in `targets`',
      ),
    ],
  },
  {
    id: 'R25',
    asks: both('Что кончает «рассмотрение».', 'What ends a "review".'),
    ways: [
      way(
        'clocks.*',
        'stops: [public-reply, information-request, refusal]',
        'первый ответ',
        'the first reply',
      ),
      way('clocks.*', 'stops: [resolution]', 'решение', 'the resolution'),
      way('clocks.*', 'stops: [taken]', 'взятие в работу', 'taking it into work'),
    ],
  },
  {
    id: 'R28',
    asks: both('«Реакция» без определения.', '"Reaction" without a definition.'),
    ways: [
      way(
        'clocks.*',
        'stops: [public-reply, information-request, callback]',
        'ответ человека или звонок',
        'a human reply or a call',
      ),
      way('clocks.*', 'stops: [taken]', 'взятие в работу', 'taking it into work'),
      way('clocks.*', 'stops: [callback]', 'только звонок', 'only a call'),
    ],
  },
  {
    id: 'R33',
    asks: both('Меняют ли сотрудники приоритет клиента.', "May staff change the customer's priority."),
    ways: [
      way('priority-rules', 'changed-by-staff: with-reason', 'с объяснением', 'with a reason'),
      way('priority-rules', 'changed-by-staff: with-consent', 'с согласия', 'with consent'),
      way('priority-rules', 'changed-by-staff: never', 'никогда', 'never'),
    ],
  },
  {
    id: 'R34',
    asks: both(
      'Считается ли автоматическое сообщение; письмо вернулось.',
      'Does an automatic notice count; a bounce.',
    ),
    ways: [
      way(
        'clocks.*',
        'stops: [registration-notice]\nafter-bounce: count-on',
        'считается; возврат снимает остановку',
        'it counts; a bounce withdraws the stop',
      ),
      way(
        'clocks.*',
        'stops: [human-notice]\nafter-bounce: leave',
        'только человек; возврат ничего не меняет',
        'only a person; a bounce changes nothing',
      ),
    ],
  },
  {
    id: 'R35',
    asks: both('Приоритет не назван; пакета нет.', 'No priority given; no package.'),
    ways: [
      way('priority-rules', 'default: usual', 'предположить обычный', 'suppose the usual one'),
      way('priority-rules', 'default: none', 'никакого', 'none'),
      way('entitlement', 'without-package: not-entitled', 'нет пакета — нет права', 'no package, no right'),
      way('entitlement', 'without-package: base', 'всем — base', 'everybody has base'),
    ],
  },
];
