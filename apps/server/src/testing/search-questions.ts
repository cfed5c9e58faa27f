/** Requests as people write them: a name for the table below, subject, text. */
export const SEARCH_REQUESTS = {
  update: [
    'Ошибка при обновлении',
    'После обновления до версии 1.7.4 сервер не запускается, код 0x80070005.',
  ],
  list: ['Список заявок не открывается', 'Пять дней не открываются заявки в личном кабинете.'],
  call: ['Прошу перезвонить', 'Жду звонка от инженера, писем не присылайте.'],
  report: ['Отчёт не формируется', 'Отчёт за приём сотрудников пуст, учётная запись бухгалтера.'],
  mail: ['Репозитории RuPost недоступны', 'Почта на Astra Linux не ставится: packages failed.'],
  print: ['Печать чека', 'Принтер не печатает, терминал видит 1С.'],
  crash: ['Касса упала', 'Журнал пуст, экран белый. Журнала нет.'],
  licence: ['Продлить сертификат ЛК-2024/17', 'Лицензия на PostgreSQL15 и Windows кончается.'],
  literal: ['Скидка 100% на path_to', 'Символы %_\\ и a&b|!c:* в письме.'],
  mixed: ['Не ставится Аstra', 'Установка прервана, файл setup_1.log пуст.'],
} as const;
export type RequestName = keyof typeof SEARCH_REQUESTS;

/** What is typed, what must be found, what must not. */
export const SEARCH_QUESTIONS: readonly (readonly [
  string,
  readonly RequestName[],
  readonly RequestName[],
])[] = [
  // Forms of a word, fleeting vowels among them.
  ['ошибка обновления', ['update'], ['mail']],
  ['ошибок', ['update'], ['print']],
  ['обновлениями', ['update'], ['print']],
  ['заявка', ['list'], ['print']],
  ['списка заявки', ['list'], []],
  ['день', ['list'], ['print']],
  ['звонков', ['call'], ['print']],
  ['письмо', ['call', 'literal'], ['print']],
  ['журналы', ['crash'], ['print']],
  ['терминалов', ['print'], ['crash']],
  ['репозиторий rupost', ['mail'], ['update']],
  // Two spellings of one letter.
  ['отчет', ['report'], ['print']],
  ['отчёты', ['report'], []],
  ['прием', ['report'], ['print']],
  ['учетные записи', ['report'], ['print']],
  // Aspects, nouns of verbs, what else people say.
  ['обновить', ['update'], ['print']],
  ['установить', ['mixed'], ['crash']],
  ['падает', ['crash'], ['print']],
  ['распечатать', ['print'], ['crash']],
  ['апдейт', ['update'], ['print']],
  // The other script.
  ['астра линукс', ['mail'], ['update']],
  ['astra', ['mail', 'mixed'], ['update']],
  ['рупост', ['mail'], ['update']],
  ['постгрес', ['licence'], ['mail']],
  ['винда', ['licence'], ['mail']],
  ['package', ['mail'], ['print']],
  // Half a word, mistakes, the other keyboard layout.
  ['репозит', ['mail'], ['update']],
  ['ошибка обнов', ['update'], ['print']],
  ['репазиторий', ['mail'], ['update']],
  ['сертефикат', ['licence'], ['print']],
  ['терминла', ['print'], ['crash']],
  ['gtxfnm', ['print'], ['crash']],
  ['фыекф', ['mail', 'mixed'], ['update']],
  // Versions, codes, numbers.
  ['1.7', ['update'], ['print']],
  ['1.7.4', ['update'], ['print']],
  ['1.7.5', [], ['update']],
  ['0x80070005', ['update'], ['print']],
  ['лк2024', ['licence'], ['print']],
  ['1c', ['print'], ['update']],
  ['postgresql', ['licence'], ['mail']],
  // Signs are signs; a word that stands nowhere is found nowhere.
  ['100%', ['literal'], ['update']],
  ['%', [], ['update', 'literal']],
  ['ошибка & !обновление', ['update'], ['print']],
  ['ромашковый кисель', [], ['update', 'list', 'call', 'report', 'mail', 'print', 'crash', 'licence']],
];
