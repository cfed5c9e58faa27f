import { choices, partOf, type JsonSchema } from './json-schema.ts';

/** What stands at each key of a file, by the key's path as the walk of the schema names it; a list's items one by one. */
export type SampleValues = ReadonlyMap<string, readonly unknown[]>;

interface Gathering {
  readonly root: JsonSchema;
  readonly found: Map<string, unknown[]>;
}

/** Texts are for people: what stands below one is no key of the language. */
const PLAIN_PARTS = new Set(['text']);

const gather = (gathering: Gathering, value: unknown, schema: JsonSchema, path: string): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const one of choices(schema)) {
    const part = partOf(one);
    if (part !== null && !PLAIN_PARTS.has(part))
      gather(gathering, value, gathering.root.$defs?.[part] ?? {}, part);
    for (const [name, inner] of Object.entries(value)) {
      const own = one.properties?.[name];
      const below = own ?? one.items ?? one.additionalProperties;
      if (typeof below !== 'object') continue;
      const at = [path, own === undefined ? '*' : name].filter(Boolean).join('.');
      gathering.found.set(at, [...(gathering.found.get(at) ?? []), inner]);
      gather(gathering, inner, below, at);
    }
  }
};

/** The values of a file of the right shape, key by key. */
export const sampleValues = (file: unknown, root: JsonSchema): SampleValues => {
  const gathering: Gathering = { root, found: new Map() };
  gather(gathering, file, root, '');
  return gathering.found;
};
