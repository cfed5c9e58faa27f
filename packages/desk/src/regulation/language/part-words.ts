import type { Text } from '../regulation.ts';
import { both } from './key-words.ts';

/** Parts a value is made of: a short name for tables, and what they are. */
export interface PartWords {
  readonly label: Text;
  readonly says: Text;
}

export const partWords: Readonly<Record<string, PartWords>> = {
  text: {
    label: both('текст', 'text'),
    says: both(
      'Текст для людей: `{ru: "…", en: "…"}` или одна строка, если на обоих языках она одинакова. Внутри `{}` запятая и двоеточие требуют кавычек.',
      'A text for people: `{ru: "...", en: "..."}`, or one line when it is the same in both languages. Inside `{}` a comma or a colon needs quotes.',
    ),
  },
  line: {
    label: both('строка', 'line'),
    says: both('Одна строка, от 1 до 2000 знаков.', 'One line, 1 to 2000 characters.'),
  },
  identifier: {
    label: both('id', 'id'),
    says: both(
      'Имя внутри файла: малые латинские буквы, цифры, дефисы, до 40 знаков: `24x7-plus`, `critical`, `1`. Слова `any`, `none`, `else` заняты.',
      'A name inside the file: small latin letters, digits, hyphens, at most 40: `24x7-plus`, `critical`, `1`. The words `any`, `none`, `else` are taken.',
    ),
  },
  clause: {
    label: both('id пункта', 'clause id'),
    says: both(
      'Имя пункта: латинские буквы, цифры, точки, дефисы: `V-4.1`. Каждое правило называет свой пункт; все пункты перечислены в `clauses`.',
      'Name of a clause: latin letters, digits, points, hyphens: `V-4.1`. Every rule names its clause; all of them stand in `clauses`.',
    ),
  },
  reference: {
    label: both('ссылка на id', 'reference'),
    says: both('Один id; число можно без кавычек.', 'One id; a figure needs no quotes.'),
  },
  references: {
    label: both('id, список или any', 'id, list or any'),
    says: both(
      'Один id, список `[base, plus]` или `any`. Для приоритетов ещё несколько подряд в порядке рангов — по id `critical-usual` или по рангу `1-3` (если ни один id не число) — и `none`: заявка без приоритета.',
      'One id, a list `[base, plus]`, or `any`. For priorities also several in a row in the order of ranks, by ids `critical-usual` or by ranks `1-3` (where no id is a number), and `none`: a ticket without one.',
    ),
  },
  windows: {
    label: both('окна', 'windows'),
    says: both(
      'Окно `09:00-18:00`, список окон `[09:00-13:00, 14:00-18:00]` или `closed`.',
      'A window `09:00-18:00`, a list of windows `[09:00-13:00, 14:00-18:00]`, or `closed`.',
    ),
  },
  named: {
    label: both('название, пояснение, пункт', 'name, definition, clause'),
    says: both(
      'Что-то с названием: `{name: …, definition: …, clause: …}`.',
      'Something with a name: `{name: ..., definition: ..., clause: ...}`.',
    ),
  },
  condition: {
    label: both('условие', 'condition'),
    says: both('Когда правило действует: раздел «Условия».', 'When a rule holds: see "Conditions".'),
  },
  channel: { label: both('канал', 'channel'), says: both('Канал обращения.', 'A channel.') },
  stop: { label: both('событие', 'event'), says: both('Что останавливает часы.', 'What stops a clock.') },
  'service-level': {
    label: both('как дана услуга', 'level'),
    says: both('Как дана услуга в пакете.', 'How a package has a service.'),
  },
  'yes-no': { label: both('yes или no', 'yes or no'), says: both('`yes` или `no`.', '`yes` or `no`.') },
};

/** What a moment of a certificate's life may be counted from. */
export const EVENT_WORDS: Readonly<Record<string, Text>> = {
  purchase: both('покупка', 'the purchase'),
  sale: both('продажа вендором или партнёром', 'the sale by the vendor or a partner'),
  commissioning: both('ввод в эксплуатацию', 'the product is commissioned'),
  'key registration': both('регистрация ключа', 'the key is registered'),
  'number given': both('клиенту выдан номер', 'the number is given to the customer'),
  'first covered request': both(
    'первое обращение, на которое сертификат распространяется',
    'the first request that the certificate covers',
  ),
  'first contact': both('первое обращение вообще', 'the first contact of any kind'),
  'contract date': both('дата договора', 'the date of the contract'),
  'upgrade installed': both('установлено обновление', 'the upgrade is installed'),
  activation: both('активация сертификата', 'the certificate is activated'),
  'standing given': both('компания получила статус', 'the company was given its standing'),
};
