import type { Text } from '../regulation/regulation.ts';
import type { RestrictedBy } from './coverage.ts';
import type { CertificateTried, NextStep, RuleTried, TimeStanding } from './entitlement-trail.ts';

/** Sentences of a trail: what an engineer reads, and what the customer does. */
export type Audience = 'staff' | 'customer';

/** What a sentence is filled with. */
export interface Filling {
  /** When it ends, begins or stopped; null: not known. */
  readonly moment: Text | null;
  readonly wanted: Text;
  readonly found: Text;
  readonly most: number;
  readonly used: number;
}

type Sentence = (filling: Filling) => Text;
const plain =
  (ru: string, en: string): Sentence =>
  () => ({ ru, en });

/** `действует до …` where the moment is known, else only the first words. */
const dated =
  (ru: string, en: string, ruJoin: string, enJoin: string): Sentence =>
  ({ moment }) =>
    moment === null ? { ru, en } : { ru: `${ru} ${ruJoin} ${moment.ru}`, en: `${en} ${enJoin} ${moment.en}` };

export const timeWords: Readonly<Record<TimeStanding, Sentence>> = {
  'in-force': dated('Действует', 'In force', 'до', 'until'),
  begins: plain('Начинается с этой заявки', 'Begins with this very request'),
  loyalty: dated('Окончился, период лояльности', 'Has ended, loyalty lasts', 'до', 'until'),
  expired: dated('Окончился', 'Has ended', '—', '-'),
  'not-started': dated('Ещё не начался', 'Not in force yet', '— начнётся', '- begins'),
  suspended: dated('Приостановлен', 'Suspended', 'с', 'since'),
  revoked: dated('Отозван', 'Revoked', 'с', 'since'),
};

type Outcomes = Readonly<Record<RuleTried['outcome'], Sentence>>;

const counted =
  (ru: string, en: string): Sentence =>
  ({ most, used }) => ({
    ru: `${ru}: ${used} из ${most}`,
    en: `${en}: ${used} of ${most}`,
  });

const staff: Readonly<Record<RestrictedBy, Outcomes>> = {
  'only-from': {
    holds: ({ found }) => ({
      ru: `Статус компании подходит: ${found.ru}`,
      en: `The company has the standing: ${found.en}`,
    }),
    fails: ({ wanted }) => ({
      ru: `Пакет только для тех, чей статус: ${wanted.ru}; у компании его нет`,
      en: `The package is only for: ${wanted.en}; the company has no such standing`,
    }),
    unknown: ({ wanted }) => ({
      ru: `Пакет только для тех, чей статус: ${wanted.ru}; статус компании неизвестен`,
      en: `The package is only for: ${wanted.en}; the company’s standing is not known`,
    }),
    flagged: plain('Статус компании стоит проверить', 'The company’s standing should be checked'),
  },
  contact: {
    holds: plain('Обратившийся есть в списке', 'The requester is listed'),
    fails: plain(
      'Обратившегося нет в списке тех, кто может обращаться',
      'The requester is not among those who may ask',
    ),
    unknown: plain(
      'Есть ли обратившийся в списке, неизвестно',
      'Whether the requester is listed is not known',
    ),
    flagged: plain('Список обратившихся стоит проверить', 'The list of contacts should be checked'),
  },
  key: {
    holds: ({ wanted }) => ({ ru: `Ключ тот: ${wanted.ru}`, en: `The key is the one: ${wanted.en}` }),
    fails: ({ wanted, found }) => ({
      ru: `По ключу ${wanted.ru}; заявка про другой ключ: ${found.ru}`,
      en: `By key ${wanted.en}; the request is about another key: ${found.en}`,
    }),
    unknown: plain('Про какой ключ заявка, неизвестно', 'The key of the request is not known'),
    flagged: plain('Ключ стоит проверить', 'The key should be checked'),
  },
  product: {
    holds: ({ found }) => ({ ru: `Продукт тот: ${found.ru}`, en: `The product is covered: ${found.en}` }),
    fails: ({ wanted, found }) => ({
      ru: `Куплен для: ${wanted.ru}; заявка про другое: ${found.ru}`,
      en: `Bought for: ${wanted.en}; the request is about ${found.en}`,
    }),
    unknown: ({ wanted }) => ({
      ru: `Куплен для: ${wanted.ru}; про какой продукт заявка, неизвестно`,
      en: `Bought for: ${wanted.en}; the product of the request is not known`,
    }),
    flagged: plain('Продукт стоит проверить', 'The product should be checked'),
  },
  'installation-type': {
    holds: ({ found }) => ({
      ru: `Тип установки тот: ${found.ru}`,
      en: `The type of installation is covered: ${found.en}`,
    }),
    fails: ({ wanted, found }) => ({
      ru: `Тип установки в сертификате: ${wanted.ru}; в заявке: ${found.ru}`,
      en: `Type of installation of the certificate: ${wanted.en}; of the request: ${found.en}`,
    }),
    unknown: ({ wanted }) => ({
      ru: `Тип установки в сертификате: ${wanted.ru}; в заявке неизвестен`,
      en: `Type of installation of the certificate: ${wanted.en}; of the request not known`,
    }),
    flagged: plain('Тип установки стоит проверить', 'The type of installation should be checked'),
  },
  'licence-agreement': {
    holds: plain('Лицензионный договор действует', 'The licence agreement is in force'),
    fails: plain('Лицензионный договор не действует', 'The licence agreement is not in force'),
    unknown: plain(
      'Действует ли лицензионный договор, неизвестно',
      'Whether the licence agreement is in force is not known',
    ),
    flagged: plain('Лицензионный договор стоит проверить', 'The licence agreement should be checked'),
  },
  quantity: {
    holds: counted('Количество в пределах купленного', 'Within the quantity bought'),
    fails: counted('Используется больше купленного', 'More is in use than was bought'),
    unknown: plain('Сколько используется, неизвестно', 'How many are in use is not known'),
    flagged: counted(
      'Используется больше купленного, обслуживанию это не мешает',
      'More is in use than was bought, it is served all the same',
    ),
  },
  quota: {
    holds: counted('Обращений использовано', 'Requests used'),
    fails: counted('Обращения закончились', 'No requests left'),
    unknown: plain('Сколько обращений использовано, неизвестно', 'How many requests were used is not known'),
    flagged: counted(
      'Обращения закончились, обслуживанию это не мешает',
      'No requests left, it is served all the same',
    ),
  },
};

/** Customers read what was decided; what the desk doesn't know or only watches is not theirs to worry about (null). */
const customer: Readonly<Record<RestrictedBy, Readonly<Record<'holds' | 'fails', Sentence | null>>>> = {
  'only-from': {
    holds: ({ found }) => ({
      ru: `Статус вашей компании: ${found.ru}`,
      en: `Standing of your company: ${found.en}`,
    }),
    fails: ({ wanted }) => ({
      ru: `Такая поддержка предназначена тем, чей статус: ${wanted.ru}`,
      en: `This support is meant for: ${wanted.en}`,
    }),
  },
  contact: {
    holds: null,
    fails: plain(
      'Вас нет среди тех, кого ваша компания назвала',
      'You are not among those whom your company has named',
    ),
  },
  key: {
    holds: ({ wanted }) => ({ ru: `Ключ: ${wanted.ru}`, en: `Key: ${wanted.en}` }),
    fails: ({ wanted }) => ({
      ru: `Эта поддержка — по ключу ${wanted.ru}`,
      en: `This support is by key ${wanted.en}`,
    }),
  },
  product: {
    holds: ({ found }) => ({ ru: `Продукт: ${found.ru}`, en: `Product: ${found.en}` }),
    fails: ({ wanted }) => ({
      ru: `Сертификат куплен для: ${wanted.ru}`,
      en: `The certificate is for: ${wanted.en}`,
    }),
  },
  'installation-type': {
    holds: ({ found }) => ({ ru: `Тип установки: ${found.ru}`, en: `Type of installation: ${found.en}` }),
    fails: ({ wanted }) => ({
      ru: `Сертификат куплен для типа установки: ${wanted.ru}`,
      en: `The certificate is for the type of installation: ${wanted.en}`,
    }),
  },
  'licence-agreement': {
    holds: null,
    fails: plain(
      'Лицензионный договор на продукт не действует',
      'The licence agreement for the product is not in force',
    ),
  },
  quantity: {
    holds: null,
    fails: counted('Используется больше купленного', 'More is in use than was bought'),
  },
  quota: {
    holds: counted('Обращений использовано', 'Requests used'),
    fails: counted('Обращения по сертификату закончились', 'The certificate has no requests left'),
  },
};

export const ruleSentence = (
  rule: RestrictedBy,
  outcome: RuleTried['outcome'],
  audience: Audience,
): Sentence | null =>
  audience === 'staff'
    ? staff[rule][outcome]
    : outcome === 'holds' || outcome === 'fails'
      ? customer[rule][outcome]
      : null;

export const resultWords: Readonly<Record<CertificateTried['result'], Readonly<Record<Audience, Text>>>> = {
  serves: {
    staff: { ru: 'обслуживает заявку', en: 'serves the ticket' },
    customer: { ru: 'обслуживаем по нему', en: 'we serve you under it' },
  },
  other: {
    staff: { ru: 'подошёл бы, выбран другой', en: 'would do, another one is chosen' },
    customer: { ru: 'тоже действует, но другой лучше', en: 'in force as well, but another one is better' },
  },
  channel: {
    staff: { ru: 'не принимает этим путём', en: 'does not take it this way' },
    customer: { ru: 'не принимает обращения этим путём', en: 'does not take requests this way' },
  },
  no: {
    staff: { ru: 'не подошёл', en: 'does not do' },
    customer: { ru: 'не подошёл', en: 'does not apply' },
  },
};

export const nextWords: Readonly<Record<NextStep, Readonly<Record<Audience, Text>>>> = {
  identify: {
    staff: {
      ru: 'Узнать компанию и её договор или сертификат',
      en: 'Find out the company and its contract or certificate',
    },
    customer: {
      ru: 'Сообщите название компании и номер договора или сертификата',
      en: 'Tell us your company and the number of its contract or certificate',
    },
  },
  renew: {
    staff: { ru: 'Предложить продление', en: 'Offer a renewal' },
    customer: { ru: 'Продлите сертификат', en: 'Renew the certificate' },
  },
  register: {
    staff: {
      ru: 'Попросить зарегистрировать ключ или предложить поддержку',
      en: 'Ask for the key to be registered, or offer support',
    },
    customer: { ru: 'Зарегистрируйте ключ или купите поддержку', en: 'Register your key, or buy support' },
  },
  wait: {
    staff: { ru: 'Сертификат начнёт действовать сам', en: 'The certificate will begin by itself' },
    customer: {
      ru: 'Сертификат начнёт действовать в свой срок',
      en: 'The certificate will begin in its time',
    },
  },
  'ask-why': {
    staff: { ru: 'Причина записана в сертификате', en: 'The certificate says why' },
    customer: { ru: 'Спросите нас, почему и что сделать', en: 'Ask us why, and what to do' },
  },
  buy: {
    staff: { ru: 'Предложить подходящую поддержку', en: 'Offer support that fits' },
    customer: { ru: 'Купите подходящую поддержку', en: 'Buy support that fits' },
  },
  partner: {
    staff: {
      ru: 'Обратиться должен партнёр, для которого этот пакет',
      en: 'The partner that this package is for has to ask',
    },
    customer: { ru: 'Обратитесь к своему партнёру', en: 'Ask your partner' },
  },
  'listed-contact': {
    staff: { ru: 'Компания может добавить его в список', en: 'The company can have the person listed' },
    customer: {
      ru: 'Попросите свою компанию назвать вас или обратитесь через названного коллегу',
      en: 'Have your company name you, or ask through a colleague whom it has named',
    },
  },
  'ask-lead': {
    staff: { ru: 'Возобновить может руководитель', en: 'The lead may take it back' },
    customer: {
      ru: 'Напишите нам, и решение пересмотрит руководитель поддержки',
      en: 'Write to us, and the lead of support will look at it again',
    },
  },
  'renew-licence': {
    staff: { ru: 'Нужен действующий лицензионный договор', en: 'A licence agreement in force is needed' },
    customer: { ru: 'Возобновите лицензионный договор', en: 'Renew the licence agreement' },
  },
  'other-channel': {
    staff: {
      ru: 'Попросить обратиться предусмотренным путём',
      en: 'Ask for one of the ways that are foreseen',
    },
    customer: { ru: 'Обратитесь предусмотренным путём', en: 'Use one of the ways that are foreseen' },
  },
};
