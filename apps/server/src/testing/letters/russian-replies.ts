/** A reply as it arrives: what the person wrote, and what the program put under it. */
export interface ReplyFixture {
  readonly name: string;
  readonly visible: string;
  readonly quoted: string;
}

const fixture = (name: string, visible: string, quoted: string): ReplyFixture => ({ name, visible, quoted });
const ANSWER = 'Добрый день!\n\nПерезапуск помог, спасибо.\n\n';
const SIGNED = 'Сделали, не помогло. Журнал приложил.\n-- \nАнна Белова\nООО «Завод», +7 495 000-00-00\n\n';

/** Programs whose quotation has to be found. Invented people, layouts as the programs produce them. */
export const REPLIES: readonly ReplyFixture[] = [
  fixture(
    'Outlook, Russian',
    ANSWER,
    'From: Служба поддержки <support@desk.example>\nSent: Friday, November 20, 2026 12:05 PM\nTo: Белова Анна\nSubject: Заявка 15\n\nЗдравствуйте, попробуйте перезапустить.\n',
  ),
  fixture(
    'Outlook, Russian labels',
    ANSWER,
    'От: Служба поддержки <support@desk.example>\nОтправлено: 20 ноября 2026 г. 12:05\nКому: Белова Анна <belova@zavod.example>\nКопия: Волков Пётр\nТема: Заявка 15\n\nЗдравствуйте!\n',
  ),
  fixture(
    'Outlook on the web, rule above',
    SIGNED,
    '________________________________\nОт: Служба поддержки <support@desk.example>\nОтправлено: 20 ноября 2026 г. 12:05:33\nКому: Белова Анна\nТема: RE: Заявка 15\n\nЗдравствуйте!\n',
  ),
  fixture(
    'Outlook, asterisks of bold labels',
    ANSWER,
    '*From:* support <support@desk.example>\n*Sent:* Friday, November 20, 2026 12:05 PM\n*To:* Anna\n*Subject:* Ticket 15\n\nHello\n',
  ),
  fixture(
    'Outlook, long recipients',
    ANSWER,
    'От: Поддержка\nОтправлено: 20 ноября 2026 г. 12:05\nКому: Белова Анна <belova@zavod.example>; Волков Пётр\n<volkov@zavod.example>; Орлова Мария\nТема: Заявка 15\n\nЗдравствуйте!\n',
  ),
  fixture(
    'separator, Russian',
    ANSWER,
    '-----Исходное сообщение-----\nОт: support@desk.example\nЗдравствуйте!\n',
  ),
  fixture(
    'separator, Thunderbird',
    ANSWER,
    '-------- Исходное сообщение --------\nТема: Заявка 15\nДата: Fri, 20 Nov 2026 12:05:00 +0300\nОт: Поддержка\n\nЗдравствуйте!\n',
  ),
  fixture('separator, English', ANSWER, '-----Original Message-----\nFrom: support@desk.example\n\nHello\n'),
  fixture(
    '1C, letter from the database',
    ANSWER,
    '> \n> От: Поддержка <support@desk.example>\n> Отправлено: 20.11.2026 12:05:00\n> Кому: Белова\n> Тема: Заявка 15\n> \n> Здравствуйте!\n',
  ),
  fixture(
    '1C, plain header block',
    ANSWER,
    'Отправитель: Поддержка <support@desk.example>\nДата: 20.11.2026 12:05:00\nПолучатель: Белова Анна\nТема: Заявка 15\n\nЗдравствуйте!\n',
  ),
  fixture(
    'Mail.ru',
    ANSWER,
    'Пятница, 20 ноября 2026, 12:05 +03:00 от Поддержка <support@desk.example>:\n \nЗдравствуйте!\n',
  ),
  fixture(
    'Mail.ru, marked',
    ANSWER,
    '>Пятница, 20 ноября 2026, 12:05 +03:00 от Поддержка <support@desk.example>:\n>\n>Здравствуйте!\n',
  ),
  fixture('Yandex', ANSWER, '20.11.2026, 12:05, "Поддержка" <support@desk.example>:\n\nЗдравствуйте!\n'),
  fixture(
    'Yandex, long date',
    ANSWER,
    '20 ноября 2026 г., 12:05, пользователь Поддержка <support@desk.example> написал:\n\n> Здравствуйте!\n',
  ),
  fixture(
    'Gmail, Russian',
    ANSWER,
    'пт, 20 нояб. 2026 г. в 12:05, Поддержка <support@desk.example>:\n\n> Здравствуйте!\n>\n> Попробуйте.\n',
  ),
  fixture(
    'Gmail, Russian, wrapped',
    ANSWER,
    'пт, 20 нояб. 2026 г. в 12:05, Служба технической поддержки производителя <\nsupport@desk.example>:\n\n> Здравствуйте!\n',
  ),
  fixture(
    'Gmail, English',
    'Thanks, it works.\n\n',
    'On Fri, Nov 20, 2026 at 12:05 PM Support <support@desk.example> wrote:\n\n> Hello\n',
  ),
  fixture(
    'Gmail, English, wrapped',
    'Thanks.\n\n',
    'On Fri, Nov 20, 2026 at 12:05 PM Technical Support of the Vendor <\nsupport@desk.example> wrote:\n\n> Hello\n',
  ),
  fixture(
    'iPhone, Russian',
    'Да, всё хорошо\n\nОтправлено с iPhone\n\n',
    '20 нояб. 2026 г., в 12:05, Поддержка <support@desk.example> написал(а):\n\n> Здравствуйте!\n',
  ),
  fixture(
    'iPhone, newest',
    'Да\n\n',
    '> 20 нояб. 2026 г., в 12:05, Поддержка <support@desk.example> написал(а):\n> \n> Здравствуйте!\n',
  ),
  fixture(
    'iPhone, English',
    'Yes\n\nSent from my iPhone\n\n',
    'On Nov 20, 2026, at 12:05, Support <support@desk.example> wrote:\n\n> Hello\n',
  ),
  fixture(
    'Thunderbird, Russian',
    SIGNED,
    '20.11.2026 12:05, Поддержка пишет:\n> Здравствуйте!\n> Попробуйте.\n',
  ),
  fixture('Thunderbird, English', ANSWER, 'On 20.11.2026 12:05, Support wrote:\n> Hello\n'),
  fixture('The Bat!', ANSWER, 'Вы писали 20 ноября 2026 г., 12:05:33:\n\n> Здравствуйте!\n'),
  fixture(
    'weekday written out, Outlook for Mac',
    ANSWER,
    'пятница, 20 ноября 2026 г. в 12:05, Поддержка <support@desk.example> написал:\n\nЗдравствуйте!\n',
  ),
  fixture('quotation without a word above', ANSWER, '> Здравствуйте!\n> Попробуйте.\n'),
  fixture(
    'signature under the quotation',
    ANSWER,
    '20.11.2026 12:05, Поддержка пишет:\n> Здравствуйте!\n\n-- \nАнна Белова\n',
  ),
];

/** Letters of which nothing may be hidden. */
export const WHOLE_LETTERS: readonly (readonly [name: string, text: string])[] = [
  ['no quotation', 'Добрый день!\nНе печатает.\n'],
  ['signature', 'Не печатает.\n-- \nАнна\n'],
  ['empty', ''],
  [
    'answers between the quoted lines',
    '20.11.2026 12:05, Поддержка пишет:\n> Какая версия?\n2.4.1\n> Какая система?\nАстра 1.7\n',
  ],
  [
    'a greeting, then answers between the quoted lines',
    'Добрый день, отвечаю ниже.\n\n20.11.2026 12:05, Поддержка пишет:\n> Какая версия?\n2.4.1\n> Какая система?\nАстра 1.7\n',
  ],
  ['answer under the quotation', '> Какая версия?\n\n2.4.1\n'],
  ['nothing but a quotation', '> Здравствуйте!\n'],
  [
    'forwarded',
    'Посмотрите, пожалуйста.\n\n-------- Пересылаемое сообщение --------\nОт: Волков <volkov@zavod.example>\nДата: 20.11.2026\nКому: Белова\nТема: Печать\n\nНе печатает.\n',
  ],
  [
    'forwarded, English',
    'FYI\n\n---------- Forwarded message ---------\nFrom: Petr <volkov@zavod.example>\nDate: Fri, 20 Nov 2026\nSubject: Print\nTo: Anna\n\nIt does not print.\n',
  ],
  [
    'forwarded without a word',
    'От: Волков <volkov@zavod.example>\nОтправлено: 20 ноября 2026 г. 12:05\nКому: Белова\nТема: Печать\n\nНе печатает.\n',
  ],
  ['a dated list', '20.11.2026 в 12:05 сделали следующее:\n1. Перезагрузили.\n2. Не помогло.\n'],
  ['fields, not headers', 'Тема: не печатает\nКому: всем\nТекст.\n'],
  ['a configuration file', 'От: 1\nДо: 5\nШаг: 2\n'],
  ['a rule', 'Первое.\n____________________\nВторое.\n'],
];
