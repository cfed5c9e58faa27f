import { z } from 'zod';
import { regulationFile } from '../file/regulation-file.ts';
import type { JsonSchema } from './json-schema.ts';
import { partNames } from './parts.ts';

/** Bounds that the shape sets because a number holds no more: nobody writes such a one, so they are no rule to tell. */
const withoutMachineBounds = (schema: JsonSchema): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'maximum' || key === 'minimum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
        ? undefined
        : value,
    ),
  ) as JsonSchema;

/** The shape of a regulation file as JSON Schema, without a word of explanation. */
export const drawSchema = (): JsonSchema =>
  withoutMachineBounds(
    z.toJSONSchema(regulationFile, {
      target: 'draft-2020-12',
      io: 'input',
      metadata: partNames as never,
    }) as JsonSchema,
  );
