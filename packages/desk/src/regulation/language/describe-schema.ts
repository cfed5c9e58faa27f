import { choices, type JsonSchema } from './json-schema.ts';
import { drawSchema } from './draw-schema.ts';
import type { KeyWords } from './key-words.ts';
import { SPELLINGS, type Spelling } from './spellings.ts';
import { words } from './words.ts';

/** Name of the schema of version 1 of the language. */
const SCHEMA_ID = 'urn:reglament:regulation:1';

const withoutLine = (without: KeyWords['without'], language: 'ru' | 'en'): readonly string[] => {
  if (without === undefined) return [];
  const said = typeof without === 'string' ? without : without[language];
  return [language === 'ru' ? `Без ключа: ${said}.` : `Left out: ${said}.`];
};

/** What an editor shows beside a key: Russian, then English, each word that may stand there in a line of its own. */
const descriptionOf = ({ says, without, values }: KeyWords): string =>
  (['ru', 'en'] as const)
    .map((language) =>
      [
        says[language],
        ...Object.entries(values ?? {}).map(([value, text]) => `- ${value}: ${text[language]}`),
        ...withoutLine(without, language),
      ].join('\n'),
    )
    .join('\n\n');

const patternAt = new Map(
  Object.values<Spelling>(SPELLINGS).flatMap(({ pattern, at }) => at.map((path) => [path, pattern] as const)),
);

const spell = (schema: JsonSchema, pattern: string): void => {
  for (const one of choices(schema)) {
    if (one.items !== undefined) spell(one.items, pattern);
    if (one.type === 'string' && one.enum === undefined) one.pattern = pattern;
  }
};

const join = (above: string, step: string): string => (above === '' ? step : `${above}.${step}`);

const describeInto = (schema: JsonSchema, path: string): void => {
  const pattern = patternAt.get(path);
  if (pattern !== undefined) spell(schema, pattern);
  for (const one of choices(schema)) {
    if (one.items !== undefined) describeInto(one.items, join(path, '*'));
    if (typeof one.additionalProperties === 'object') describeInto(one.additionalProperties, join(path, '*'));
    for (const [name, inner] of Object.entries(one.properties ?? {})) {
      const at = join(path, name);
      const said = words[at];
      if (said !== undefined) inner.description = descriptionOf(said);
      describeInto(inner, at);
    }
  }
};

/**
 * JSON Schema (draft 2020-12) of a regulation file, each key described in Russian and English. It says the shape alone: names
 * that lead nowhere, gaps and contradictions are found by `reglament check`.
 */
export const describeSchema = (): JsonSchema => {
  const schema = drawSchema();
  describeInto(schema, '');
  for (const [name, part] of Object.entries(schema.$defs ?? {})) {
    const said = words[name];
    if (said !== undefined) part.description = descriptionOf(said);
    describeInto(part, name);
  }
  const { $schema, ...rest } = schema;
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: SCHEMA_ID,
    title: 'Регламент поддержки / Support regulation',
    ...rest,
  };
};
