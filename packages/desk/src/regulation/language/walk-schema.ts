import { choices, partOf, type JsonSchema } from './json-schema.ts';

/** A key of the language: where it stands, and what may stand in it. */
export interface SchemaKey {
  /** `clocks.*.targets.*.within`; keys of a part in many places begin with its name: `condition.packages`. */
  readonly path: string;
  readonly required: boolean;
  /** The words allowed, in the schema's order; empty: no fixed words. */
  readonly values: readonly string[];
  readonly schema: JsonSchema;
}

const join = (above: string, step: string): string => (above === '' ? step : `${above}.${step}`);

/** Words that may stand at a place itself: constants and enumerations, of a list's items too. */
const valuesOf = (schema: JsonSchema): readonly string[] =>
  choices(schema).flatMap((one) => [
    ...(one.const === undefined ? [] : [String(one.const)]),
    ...(one.enum ?? []).map(String),
    ...(one.items === undefined ? [] : valuesOf(one.items)),
  ]);

interface Walk {
  readonly keys: Map<string, SchemaKey>;
  /** Parts that the walk has met, in the order of the file. */
  readonly parts: Set<string>;
}

const addKey = (walk: Walk, path: string, schema: JsonSchema, required: boolean): void => {
  const before = walk.keys.get(path);
  const values = valuesOf(schema);
  walk.keys.set(path, {
    path,
    schema,
    // A key that two shapes of a choice share is needed only where both need it.
    required: (before?.required ?? true) && required,
    values: before === undefined ? values : [...new Set([...before.values, ...values])],
  });
};

const walkInto = (walk: Walk, schema: JsonSchema, path: string): void => {
  const shapes = choices(schema);
  const maps = shapes.filter((one) => one.properties !== undefined);
  for (const one of shapes) {
    const part = partOf(one);
    if (part !== null) walk.parts.add(part);
    if (one.items !== undefined) walkInto(walk, one.items, join(path, '*'));
    if (typeof one.additionalProperties === 'object')
      walkInto(walk, one.additionalProperties, join(path, '*'));
    for (const [name, inner] of Object.entries(one.properties ?? {})) {
      const at = join(path, name);
      const everywhere = maps.every((map) => map.required?.includes(name) === true);
      addKey(walk, at, inner, everywhere);
      walkInto(walk, inner, at);
    }
  }
};

/** Parts whose keys are explained in the table of types rather than one by one. */
const PLAIN_PARTS = new Set(['text']);

/** Every key of the language once, in the order of the shape; keys of parts come after those of the file. */
export const walkSchema = (root: JsonSchema): readonly SchemaKey[] => {
  const walk: Walk = { keys: new Map(), parts: new Set() };
  walkInto(walk, root, '');
  // Parts met while parts are walked are met here too: a set is read on while it grows.
  for (const part of walk.parts) {
    const schema = root.$defs?.[part];
    if (schema === undefined || PLAIN_PARTS.has(part)) continue;
    const values = valuesOf(schema);
    if (values.length > 0 || schema.properties !== undefined)
      walk.keys.set(part, { path: part, required: true, values, schema });
    walkInto(walk, schema, part);
  }
  return [...walk.keys.values()];
};
