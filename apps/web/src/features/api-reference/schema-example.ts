import type { Schema } from './operations.ts';

const DEEPEST = 6;

const ofFormat: Readonly<Record<string, string>> = {
  uuid: '01a2004c-a836-768d-9e84-ff8e30548190',
  'date-time': '2026-11-20T09:30:00Z',
  date: '2026-11-20',
  email: 'anna@example.com',
  uri: 'https://example.com/hook',
};

const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat());

/** Whether a value may be null. */
export const isNullable = (schema: Schema): boolean =>
  typesOf(schema).includes('null') || (schema.anyOf ?? schema.oneOf ?? []).some(isNullable);

/** The choices of a body that is one of several: by the word that tells them apart. */
export const variantsOf = (schema: Schema): readonly { readonly word: string; readonly schema: Schema }[] => {
  const choices = schema.oneOf ?? schema.anyOf ?? [];
  const named = choices.map((choice) => {
    const told = Object.values(choice.properties ?? {}).find((one) => one.const !== undefined);
    return { word: typeof told?.const === 'string' ? told.const : '', schema: choice };
  });
  return named.length > 1 && named.every(({ word }) => word !== '') ? named : [];
};

/** The first choice that is not null. */
const real = (schema: Schema): Schema => {
  const choices = schema.anyOf ?? schema.oneOf;
  return choices === undefined ? schema : (choices.find((one) => one.type !== 'null') ?? schema);
};

/** A value that fits the schema as far as a schema says. Fields that may be left out are left out below the first level. */
export const exampleOf = (given: Schema, depth = 0): unknown => {
  const schema = real(given);
  if (schema !== given && (schema.anyOf ?? schema.oneOf) !== undefined) return exampleOf(schema, depth);
  if (schema.const !== undefined) return schema.const;
  if (given.default !== undefined) return given.default;
  if (schema.enum !== undefined) return schema.enum[0];
  const [type] = typesOf(schema).filter((one) => one !== 'null');
  switch (type) {
    case 'string':
      return ofFormat[schema.format ?? ''] ?? 'текст';
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return schema.items === undefined || depth >= DEEPEST ? [] : [exampleOf(schema.items, depth + 1)];
    case 'object':
      return depth >= DEEPEST
        ? {}
        : Object.fromEntries(
            Object.entries(schema.properties ?? {})
              .filter(([name]) => depth === 0 || (schema.required ?? []).includes(name))
              .map(([name, one]) => [name, isNullable(one) ? null : exampleOf(one, depth + 1)]),
          );
    case undefined:
    default:
      return null;
  }
};

/** What a value is, in a few words: `string (uuid)`, `"phone" | "email"`, `integer | null`. */
export const typeWords = (schema: Schema): string => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeWords))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const types = typesOf(schema);
  if (types.includes('array')) return `${typeWords(schema.items ?? {})}[]`;
  const words = types.length === 0 ? 'any' : types.join(' | ');
  return schema.format === undefined ? words : `${words} (${schema.format})`;
};
