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

const pick = <T>(from: readonly T[], share: number): T => from[Math.floor(share * from.length)] as T;

const rareWord = (root: number): string => {
  const parts = [root % 29, Math.floor(root / 29) % 31, Math.floor(root / 899) % 32, (root * 7) % 30];
  return parts.map((part) => SYLLABLES[part % SYLLABLES.length] ?? '').join('');
};

export interface Speaker {
  /** A few words, as a subject. */
  readonly subject: () => string;
  /** Some sixty words, as a message. */
  readonly message: () => string;
}

/** Speaks alike from the same seed: half of the words are common ones, the more common the more often; one in thirty is a code. */
export const createSpeaker = (seed: number): Speaker => {
  const random = randomFrom(seed);
  const word = (): string => {
    const kind = random();
    if (kind < 0.55) return pick(COMMON, random() ** 2);
    if (kind < 0.97) return rareWord(Math.floor(random() ** 3 * RARE)) + pick(ENDINGS, random());
    if (kind < 0.985)
      return `0x8007${Math.floor(random() * 65_536)
        .toString(16)
        .padStart(4, '0')}`;
    return `${1 + Math.floor(random() * 9)}.${Math.floor(random() * 12)}.${Math.floor(random() * 30)}`;
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
    () =>
      `0x8007${Math.floor(random() * 65_536)
        .toString(16)
        .padStart(4, '0')}`,
    () => `Компания ${1 + Math.floor(random() * 200)}`,
    () => 'щшчваы непонятное',
  ];
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] ?? common)());
};
