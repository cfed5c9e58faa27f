import type { KeyWords } from '../language/key-words.ts';
import { words } from '../language/words.ts';
import type { Text } from '../regulation.ts';

type Language = 'ru' | 'en';
type Path = readonly (string | number)[];

/** Short names of the parts of a file: where something changed. Other keys are told by what the reference says of them. */
const PARTS: Readonly<Record<string, Text>> = {
  edition: { ru: 'издание', en: 'edition' },
  versions: { ru: 'редакции', en: 'versions' },
  addresses: { ru: 'адреса', en: 'addresses' },
  terms: { ru: 'термины', en: 'terms' },
  schedules: { ru: 'часы службы', en: 'service hours' },
  week: { ru: 'неделя', en: 'week' },
  exceptions: { ru: 'исключения', en: 'exceptions' },
  types: { ru: 'виды обращений', en: 'ticket types' },
  priorities: { ru: 'приоритеты', en: 'priorities' },
  'priority-rules': { ru: 'правила приоритета', en: 'priority rules' },
  packages: { ru: 'пакеты', en: 'packages' },
  clocks: { ru: 'сроки', en: 'clocks' },
  targets: { ru: 'обещания', en: 'targets' },
  intake: { ru: 'сведения при обращении', en: 'intake' },
  lines: { ru: 'линии', en: 'lines' },
  routing: { ru: 'маршруты', en: 'routing' },
  people: { ru: 'люди', en: 'people' },
  'hand-overs': { ru: 'передача', en: 'hand-overs' },
  queue: { ru: 'очередь', en: 'queue' },
  lifecycle: { ru: 'жизнь заявки', en: 'life of a ticket' },
  'auto-close': { ru: 'закрытие само по себе', en: 'automatic closing' },
  'after-closing': { ru: 'письмо в закрытую заявку', en: 'a message to a closed ticket' },
  'after-expiry': { ru: 'сертификат кончился посреди заявки', en: 'the certificate ends in mid-ticket' },
  outcomes: { ru: 'исходы', en: 'outcomes' },
  entitlement: { ru: 'право на поддержку', en: 'entitlement' },
  services: { ru: 'услуги', en: 'services' },
  exclusions: { ru: 'чего не делаем', en: 'exclusions' },
  works: { ru: 'работы', en: 'works' },
  certificates: { ru: 'сертификаты', en: 'certificates' },
  offers: { ru: 'как получают право', en: 'offers' },
  begins: { ru: 'начало', en: 'beginning' },
  loyalty: { ru: 'лояльность', en: 'loyalty' },
  renewal: { ru: 'продление', en: 'renewal' },
  'late-return': { ru: 'поздний возврат', en: 'late return' },
  releases: { ru: 'выпуски', en: 'releases' },
  sales: { ru: 'продажи', en: 'sales' },
  examples: { ru: 'примеры', en: 'examples' },
  clauses: { ru: 'пункты', en: 'clauses' },
  clause: { ru: 'пункт', en: 'clause' },
  name: { ru: 'название', en: 'name' },
  when: { ru: 'условие', en: 'condition' },
  after: { ru: 'через', en: 'after' },
  warn: { ru: 'предупреждение', en: 'warning' },
};

/** What the reference says of a key: ids and places in lists stand as stars there, conditions have a part of their own. */
const keyAt = (path: Path): KeyWords | null => {
  const condition = path.lastIndexOf('when');
  const steps = condition < 0 ? path : ['condition', ...path.slice(condition + 1)];
  const found = Object.keys(words).find((pattern) => {
    const parts = pattern.split('.');
    return (
      parts.length === steps.length &&
      parts.every((part, index) => part === '*' || part === String(steps[index]))
    );
  });
  return found === undefined ? null : (words[found] ?? null);
};

/** The beginning of a sentence, as far as it names its subject: without its full stop, explanation or examples. */
const subjectOf = (sentence: string): string => {
  const [subject = ''] = sentence.split(/[.:;(]/u);
  return subject.charAt(0).toLowerCase() + subject.slice(1).replaceAll('`', '').trimEnd();
};

/** The words for the last step of a path; empty for a place in a list. */
export const sectionWords = (path: Path, language: Language): string => {
  const step = path.at(-1) ?? '';
  if (typeof step === 'number') return '';
  const part = PARTS[step];
  if (part !== undefined) return part[language];
  const key = keyAt(path);
  return key === null ? step : subjectOf(key.says[language]);
};

/** What one of the allowed words of a key means, or null where the value is no such word. */
export const choiceWords = (path: Path, value: unknown, language: Language): string | null =>
  typeof value === 'string' ? (keyAt(path)?.values?.[value]?.[language].replaceAll('`', '') ?? null) : null;
