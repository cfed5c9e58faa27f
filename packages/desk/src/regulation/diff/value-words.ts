import type { Text } from '../regulation.ts';
import { spelledWords } from './spelled-words.ts';

type Language = 'ru' | 'en';

/** The name of a thing by its id; the id itself where the list does not have it. */
export const named = (
  list: readonly { readonly id: string; readonly name: Text }[],
  id: string,
  language: Language,
): string => list.find((one) => one.id === id)?.name[language] ?? id;

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text for people, written in both languages. */
export const isText = (value: unknown): value is Text =>
  isMap(value) &&
  typeof value['ru'] === 'string' &&
  typeof value['en'] === 'string' &&
  Object.keys(value).length === 2;

/** The name that a thing of the file gives itself, or null. */
export const nameOf = (value: unknown, language: Language): string | null => {
  if (!isMap(value)) return null;
  const name = value['name'];
  if (isText(name)) return name[language];
  return typeof name === 'string' ? name : null;
};

/** `«Базовый»`, `“Basic”`. */
export const quoted = (text: string, language: Language): string =>
  language === 'ru' ? `«${text}»` : `“${text}”`;

const NONE: Text = { ru: 'не сказано', en: 'not said' };
const WORDS: Readonly<Record<string, Text>> = {
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  true: { ru: 'да', en: 'yes' },
  false: { ru: 'нет', en: 'no' },
  any: { ru: 'все', en: 'all' },
  none: { ru: 'нет', en: 'none' },
  never: { ru: 'никогда', en: 'never' },
  unlimited: { ru: 'без предела', en: 'unlimited' },
  'no-promise': { ru: 'без обещанного срока', en: 'no promise' },
  'not-entitled': { ru: 'права нет', en: 'not entitled' },
};

/** A value of a file in one line: "14 calendar days", "yes", "Moscow, Kazan"; `keyWords` names the keys of a map. */
export const valueWords = (
  value: unknown,
  language: Language,
  keyWords: (key: string) => string = (key) => key,
): string => {
  if (value === undefined) return NONE[language];
  if (isText(value)) return quoted(value[language], language);
  if (Array.isArray(value)) return value.map((one) => valueWords(one, language, keyWords)).join(', ');
  if (isMap(value))
    return Object.entries(value)
      .filter(([key]) => key !== 'clause')
      .map(([key, one]) => `${keyWords(key)}: ${valueWords(one, language, keyWords)}`)
      .join('; ');
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return WORDS[plain]?.[language] ?? spelledWords(plain, language) ?? plain;
};
