import { choices, type JsonSchema } from './json-schema.ts';
import { drawSchema } from './draw-schema.ts';
import type { KeyWords } from './key-words.ts';
import { readYaml } from '../read-yaml.ts';
import { sampleValues, type SampleValues } from './sample-values.ts';
import { partWords } from './part-words.ts';
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

const MOST_EXAMPLES = 3;

/** Gives an editor single values of the sample to offer; words of a fixed list are offered anyway. */
const offer = (schema: JsonSchema, found: readonly unknown[]): void => {
  if (choices(schema).some((one) => one.type !== 'string' || one.enum !== undefined)) return;
  const texts = [...new Set(found)].filter((value) => typeof value === 'string');
  if (texts.length > 0) schema.examples = texts.slice(0, MOST_EXAMPLES);
};

const describeInto = (schema: JsonSchema, path: string, values: SampleValues): void => {
  const pattern = patternAt.get(path);
  if (pattern !== undefined) spell(schema, pattern);
  for (const one of choices(schema)) {
    if (one.items !== undefined) {
      offer(one.items, values.get(join(path, '*')) ?? []);
      describeInto(one.items, join(path, '*'), values);
    }
    if (typeof one.additionalProperties === 'object')
      describeInto(one.additionalProperties, join(path, '*'), values);
    for (const [name, inner] of Object.entries(one.properties ?? {})) {
      const at = join(path, name);
      const said = words[at];
      if (said !== undefined) inner.description = descriptionOf(said);
      offer(inner, values.get(at) ?? []);
      describeInto(inner, at, values);
    }
  }
};

/**
 * JSON Schema (draft 2020-12) of a regulation file, each key described in Russian and English. It says the shape alone: names
 * that lead nowhere, gaps and contradictions are found by `reglament check`. `sample` is a sound file whose values are offered.
 */
export const describeSchema = (sample: string): JsonSchema => {
  const schema = drawSchema();
  const yaml = readYaml(sample);
  const values: SampleValues = yaml.ok ? sampleValues(yaml.value, schema) : new Map();
  describeInto(schema, '', values);
  for (const [name, part] of Object.entries(schema.$defs ?? {})) {
    const said = words[name] ?? partWords[name];
    if (said !== undefined) part.description = descriptionOf(said);
    describeInto(part, name, values);
  }
  const { $schema, ...rest } = schema;
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: SCHEMA_ID,
    title: 'Регламент поддержки / Support regulation',
    ...rest,
  };
};
