import type { Text } from '../regulation.ts';

/** What the parts of a file are called when a person is told where something changed. A key that is not here speaks for itself. */
const WORDS: Readonly<Record<string, Text>> = {
  edition: { ru: 'издание', en: 'edition' },
  zone: { ru: 'часовой пояс', en: 'time zone' },
  versions: { ru: 'редакции', en: 'versions' },
  products: { ru: 'продукты', en: 'products' },
  addresses: { ru: 'адреса', en: 'addresses' },
  terms: { ru: 'термины', en: 'terms' },
  schedules: { ru: 'часы службы', en: 'service hours' },
  week: { ru: 'неделя', en: 'week' },
  calendar: { ru: 'производственный календарь', en: 'production calendar' },
  shortened: { ru: 'короткие предпраздничные дни', en: 'short days before holidays' },
  exceptions: { ru: 'исключения', en: 'exceptions' },
  types: { ru: 'виды обращений', en: 'ticket types' },
  priorities: { ru: 'приоритеты', en: 'priorities' },
  'priority-rules': { ru: 'правила приоритета', en: 'priority rules' },
  packages: { ru: 'пакеты', en: 'packages' },
  clocks: { ru: 'сроки', en: 'clocks' },
  intake: { ru: 'сведения при обращении', en: 'intake' },
  lines: { ru: 'линии', en: 'lines' },
  routing: { ru: 'маршруты', en: 'routing' },
  queue: { ru: 'очередь', en: 'queue' },
  lifecycle: { ru: 'жизнь заявки', en: 'life of a ticket' },
  entitlement: { ru: 'право на поддержку', en: 'entitlement' },
  services: { ru: 'услуги', en: 'services' },
  exclusions: { ru: 'чего не делаем', en: 'exclusions' },
  works: { ru: 'работы', en: 'works' },
  certificates: { ru: 'сертификаты', en: 'certificates' },
  releases: { ru: 'выпуски', en: 'releases' },
  sales: { ru: 'продажи', en: 'sales' },
  examples: { ru: 'примеры', en: 'examples' },
  clauses: { ru: 'правило', en: 'clause' },
};

const WEEKDAYS = /^(?:mon|tue|wed|thu|fri|sat|sun)(?:-|$)/u;

/** The words for the last step of a path: a section's name, a key with spaces for hyphens, an id or an index as it is. */
export const sectionWords = (path: readonly (string | number)[], language: 'ru' | 'en'): string => {
  const step = String(path.at(-1) ?? '');
  return WORDS[step]?.[language] ?? (WEEKDAYS.test(step) ? step : step.replaceAll('-', ' '));
};
