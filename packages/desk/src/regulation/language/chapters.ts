import type { Text } from '../regulation.ts';
import { both } from './key-words.ts';

/** The reference by idea: which keys of the file's top belong together, and what they are for. */
export interface Chapter {
  readonly title: Text;
  readonly intro: Text;
  readonly keys: readonly string[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    title: both('Чей это регламент', 'Whose regulation it is'),
    intro: both(
      'Имя, редакция, часовой пояс, адреса, слова с особым значением, пункты документа.',
      'Name, edition, time zone, addresses, words with a meaning of their own, clauses of the document.',
    ),
    keys: [
      'reglament',
      'id',
      'name',
      'product',
      'edition',
      'zone',
      'local-time',
      'versions',
      'products',
      'products-clause',
      'addresses',
      'terms',
      'clauses',
    ],
  },
  {
    title: both('Что предлагается', 'What is offered'),
    intro: both(
      'Услуги по пакетам, виды заявок, работы помимо переписки.',
      'Services by package, types of ticket, work beyond letters.',
    ),
    keys: ['services', 'types', 'works'],
  },
  {
    title: both('Кому', 'To whom'),
    intro: both(
      'Пакеты и их клиенты, статусы компаний, люди из сертификата, обращения без права на поддержку.',
      'Packages and their customers, standings of companies, people of a certificate, requests without a right to support.',
    ),
    keys: [
      'packages',
      'entitlement',
      'company-roles',
      'installation-types',
      'named-people',
      'outsiders',
      'cabinet',
    ],
  },
  {
    title: both('Когда', 'When'),
    intro: both(
      'Графики. Какой из них действует, говорят `hours` пакета (по приоритетам) и `hours` строки срока.',
      'Schedules. Which of them counts is said by `hours` of a package (by priority) and by `hours` of a target.',
    ),
    keys: ['schedules'],
  },
  {
    title: both('Через что', 'Through what'),
    intro: both(
      'Каналы пакета — в `packages`, чужой канал — в `entitlement.other-channel`; здесь — что должно быть в обращении.',
      'Channels of a package stand in `packages`, other channels in `entitlement.other-channel`; here is what a request must hold.',
    ),
    keys: ['intake'],
  },
  {
    title: both('Как быстро', 'How fast'),
    intro: both(
      'Приоритеты и часы: что их запускает, останавливает и приостанавливает, какой срок обещан.',
      'Priorities and clocks: what starts, stops and pauses them, which time is promised.',
    ),
    keys: ['priorities', 'priority-rules', 'clocks'],
  },
  {
    title: both('Что происходит с заявкой', 'What happens to a ticket'),
    intro: both(
      'Линии, очередь, передача; подтверждение, закрытие, возражение.',
      'Lines, queue, hand-over; confirmation, closing, objection.',
    ),
    keys: ['lines', 'routing', 'queue', 'lifecycle'],
  },
  {
    title: both('Чего не делают', 'What is not done'),
    intro: both(
      'Исключения, общие для всех или для некоторых пакетов.',
      'Exclusions, for all packages or for some.',
    ),
    keys: ['exclusions'],
  },
  {
    title: both('Как живёт право на поддержку', 'How the right to support lives'),
    intro: both(
      'Продажа, начало, конец, продление, поздний возврат, выпуски продукта, запросы о покупке.',
      'Sale, beginning, end, renewal, late return, releases of the product, purchase inquiries.',
    ),
    keys: ['certificates', 'releases', 'sales'],
  },
  {
    title: both('Чем это проверено', 'How it is proven'),
    intro: both(
      'Примеры, просчитанные вручную, и противоречия, принятые сознательно.',
      'Cases worked out by hand, and contradictions accepted on purpose.',
    ),
    keys: ['examples', 'accepted'],
  },
];
