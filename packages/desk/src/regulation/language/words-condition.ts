import { both, key, type KeyWords, type WordsTable } from './key-words.ts';

const ANY = both('всё равно', 'does not matter');

const fact = (ru: string, en: string, values?: KeyWords['values']): KeyWords =>
  key(ru, en, values === undefined ? { without: ANY } : { without: ANY, values });

/** Facts a rule may depend on. */
export const conditionWords: WordsTable = {
  condition: key(
    'Условие `when`: правило действует, когда верно всё названное. Чего служба не знает сама, о том спросит того, кто решает.',
    'A condition `when`: the rule holds when everything named is so. What the desk can not know is asked of the person who decides.',
  ),
  'condition.packages': fact('Пакет заявки.', "The ticket's package."),
  'condition.types': fact('Вид заявки.', 'The type of ticket.'),
  'condition.priorities': fact(
    'Приоритет: id, промежуток `1-2`, список; `none` — без приоритета.',
    'The priority: an id, a range `1-2`, a list; `none`: without one.',
  ),
  'condition.channels': fact('Канал обращения.', 'The channel of the request.'),
  'condition.bought': fact(
    'Платная услуга, купленная по сертификату: id из `services`.',
    'A paid service that the certificate names as bought: an id of `services`.',
  ),
  'condition.company-is': fact(
    'Статус компании: id из `company-roles`.',
    'Standing of the company: an id of `company-roles`.',
  ),
  'condition.installation-types': fact(
    'Вид установки: id из `installation-types`.',
    'Kind of installation: an id of `installation-types`.',
  ),
  'condition.version': fact(
    'Версия продукта у клиента: слово или список.',
    "The customer's version: a word or a list.",
    {
      current: both('текущая', 'current'),
      outdated: both('устаревшая', 'outdated'),
      'end-of-life': both('снятая с поддержки', 'no longer supported'),
    },
  ),
  'condition.platform': fact('Платформа, на которой продукт стоит.', 'The platform the product stands on.', {
    recommended: both('рекомендованная', 'recommended'),
    'not-recommended': both('не рекомендованная', 'not recommended'),
  }),
  'condition.use': fact('Как продуктом пользуются.', 'How the product is used.', {
    'by-the-manuals': both('по документации', 'by the manuals'),
    'against-the-manuals': both('вопреки документации', 'against the manuals'),
  }),
  'condition.work': fact('О какой работе просят.', 'What work is asked for.', {
    'within-manuals': both('описанной в документации', 'described in the manuals'),
    'beyond-manuals': both('сверх документации', 'beyond the manuals'),
  }),
  'condition.product': fact('Сам продукт.', 'The product itself.', {
    'as-delivered': both('каким поставлен', 'as delivered'),
    modified: both('изменён клиентом', 'modified by the customer'),
  }),
  'condition.commissioned': fact('Введён ли в эксплуатацию.', 'Whether it was commissioned.', {
    yes: both('введён', 'it was'),
    no: both('не введён', 'it was not'),
  }),
  'condition.working': fact('Работает ли: слово или список.', 'Whether it works: a word or a list.', {
    now: both('работает сейчас', 'it works now'),
    once: both('работал раньше', 'it once worked'),
    never: both('не работал никогда', 'it never worked'),
  }),
  'condition.access': fact('Доступ, о котором просили клиента.', 'Access that the customer was asked for.', {
    given: both('дан', 'given'),
    'not-given': both('не дан', 'not given'),
  }),
  'condition.ticket': fact('Состояние заявки.', 'State of the ticket.', {
    open: both('открыта', 'it is open'),
  }),
  'condition.defect': fact('Ошибка в продукте.', 'An error of the product.', {
    confirmed: both('подтверждена', 'confirmed'),
    'not-confirmed': both('не подтверждена', 'not confirmed'),
  }),
  'condition.patch': fact('Исправление.', 'The correction.', {
    ready: both('готово', 'ready'),
    'not-ready': both('не готово', 'not ready'),
  }),
  'condition.agreement': fact('Отдельная договорённость.', 'A separate agreement.', {
    recorded: both('записана', 'recorded'),
    'not-recorded': both('не записана', 'not recorded'),
  }),
  'condition.notes': fact(
    'Записи о сети клиента в карточке компании.',
    "Notes on the customer's network on the company's record.",
    {
      'on-record': both('есть', 'on record'),
      'not-on-record': both('нет', 'not on record'),
    },
  ),
  'condition.at-hand': fact(
    'Есть ли у службы уже готовым то, о чём просят.',
    'Whether the desk already has what is asked for.',
    {
      yes: both('есть', 'it has'),
      no: both('нет, нужно делать', 'it has not, it must be made'),
    },
  ),
  'condition.feasible': fact('Возможно ли это технически.', 'Whether it is technically possible.', {
    yes: both('возможно', 'it is'),
    no: both('невозможно', 'it is not'),
  }),
  'condition.staff-agree': fact(
    'Решил ли сотрудник поддержки это сделать.',
    'Whether the member of staff has decided to do it.',
    {
      yes: both('решил делать', 'decided to do it'),
      no: both('решил не делать', 'decided not to'),
    },
  ),
  'condition.site-in': fact('Город площадки, списком.', 'City of the site, a list.'),
  'condition.interest': fact(
    'Сколько клиентов или лицензий заинтересовано; хватает одной из цифр.',
    'How many customers or licences are interested; one of the two figures is enough.',
  ),
  'condition.interest.customers': key('Клиентов не меньше.', 'Customers, at least.', {
    without: both('не считаем', 'not counted'),
  }),
  'condition.interest.licences': key('Лицензий не меньше.', 'Licences, at least.', {
    without: both('не считаем', 'not counted'),
  }),
};
