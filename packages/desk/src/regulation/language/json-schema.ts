/** What of JSON Schema (draft 2020-12) the schema of the language uses. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string;
  const?: string | number;
  enum?: readonly (string | number)[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  examples?: readonly unknown[];
}

const DEFINITION = '#/$defs/';

/** Name of the definition a schema refers to, or null. */
export const partOf = (schema: JsonSchema): string | null =>
  schema.$ref === undefined ? null : schema.$ref.slice(DEFINITION.length);

/** A schema and, where it is a choice, all that may be chosen, one below another. */
export const choices = (schema: JsonSchema): readonly JsonSchema[] => {
  const options = schema.anyOf ?? schema.oneOf;
  return options === undefined ? [schema] : options.flatMap(choices);
};
