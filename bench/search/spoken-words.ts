import { randomFrom } from '../random-from.ts';

/** What support writes all day, the common words first. */
const COMMON =
  'не при ошибка после работает обновления программа версия сервер прошу помочь печать документ принтер касса файл список заявка пользователь пароль вход почта настройка установка отчёт база данных система лицензия сертификат подключение сеть экран кнопка окно сообщение запуск загрузка журнал терминал чек оплата счёт договор клиент компания сотрудник инженер звонок письмо день время проверка восстановление копия папка доступ права учётная запись браузер страница ссылка форма таблица поле строка модуль драйвер порт кабель сканер этикетка склад товар цена накладная остаток перезагрузка зависает медленно пропадает открывается сохраняется отправляется формируется закрывается удаляется обновляется устанавливается windows linux astra postgresql excel 1с'.split(
    ' ',
  );
const SYLLABLES =
  'ба во га ди же зу ки ло ми на по ра со ту фе ха це чи шо эл ян бро вла гре дру клю кра пло сме ста тре'.split(
    ' ',
  );
const ENDINGS = ['', 'а', 'ы', 'ов', 'ами', 'е', 'ый', 'ого', 'ить', 'ение', 'ения', 'ка', 'ок'];
/** Roots besides: names, places, models, misspellings of a year. */
const RARE = 60_000;
/** Words of a language are as common as their place in the order of all is near its beginning (Zipf, Mandelbrot). */
const FLATTENED_BY = 2.7;

const pick = <T>(from: readonly T[], share: number): T => from[Math.floor(share * from.length)] as T;

const rareWord = (root: number): string => {
  const parts = [root % 29, Math.floor(root / 29) % 31, Math.floor(root / 899) % 32, (root * 7) % 30];
  return parts.map((part) => SYLLABLES[part % SYLLABLES.length] ?? '').join('');
};

/** Where each word's share ends: the last one is the sum of all. */
const shares = (): Float64Array => {
  const ends = new Float64Array(COMMON.length + RARE);
  let sum = 0;
  for (let place = 0; place < ends.length; place++) {
    sum += 1 / (place + 1 + FLATTENED_BY);
    ends[place] = sum;
  }
  return ends;
};
const ends = shares();

/** The place of a word in the order of all words, the more common the more often. */
const placeAt = (share: number): number => {
  const wanted = share * (ends.at(-1) ?? 0);
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

const digits = (random: () => number, count: number): string =>
  String(Math.floor(random() * 10 ** count)).padStart(count, '0');

const codeOf = (random: () => number): string =>
  `0x8007${Math.floor(random() * 65_536)
    .toString(16)
    .padStart(4, '0')}`;

export interface Speaker {
  /** A few words, as a subject. */
  readonly subject: () => string;
  /** Some sixty words, as a message. */
  readonly message: () => string;
}

/** Speaks alike from the same seed: words as common as in a language, each form of them as likely, a code or a number in thirty. */
export const createSpeaker = (seed: number): Speaker => {
  const random = randomFrom(seed);
  const word = (): string => {
    const kind = random();
    if (kind < 0.01) return codeOf(random);
    if (kind < 0.025)
      return `${1 + Math.floor(random() * 9)}.${Math.floor(random() * 12)}.${Math.floor(random() * 30)}`;
    if (kind < 0.03) return `SN-${digits(random, 4)}-${digits(random, 4)}`;
    const place = placeAt(random());
    return COMMON[place] ?? rareWord(place - COMMON.length) + pick(ENDINGS, random());
  };
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return {
    subject: () => words(3 + Math.floor(random() * 4)),
    message: () => words(30 + Math.floor(random() * 60)),
  };
};

/** What people ask: common and rare words, two and three of them, half a word, misspelled, on the other layout, numbers, nothing there. */
export const createQuestions = (seed: number, tickets: number, count: number): readonly string[] => {
  const random = randomFrom(seed);
  const rare = (): string => rareWord(Math.floor(random() ** 3 * RARE));
  const common = (): string => pick(COMMON, random() ** 2);
  const kinds: readonly (() => string)[] = [
    common,
    rare,
    () => `${common()} ${common()}`,
    () => `${common()} ${rare()}`,
    () => `${common()} ${common()} ${common()}`,
    () => rare().slice(0, 5),
    () => pick(COMMON, random()).slice(0, 4),
    () => `ошибка ${common().slice(0, 3)}`,
    () => {
      const word = rare();
      return `${word.slice(0, 3)}${word.slice(4)}`;
    },
    () => 'ghbynth ytgjyznyj',
    () => String(1 + Math.floor(random() * tickets)),
    () => codeOf(random),
    () => `Компания ${1 + Math.floor(random() * 200)}`,
    () => 'щшчваы непонятное',
  ];
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] ?? common)());
};
