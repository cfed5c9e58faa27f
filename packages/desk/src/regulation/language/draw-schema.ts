import { z } from 'zod';
import { regulationFile } from '../file/regulation-file.ts';
import type { JsonSchema } from './json-schema.ts';
import { partNames } from './parts.ts';

/** The shape of a regulation file as JSON Schema, without a word of explanation. */
export const drawSchema = (): JsonSchema =>
  z.toJSONSchema(regulationFile, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: partNames as never,
  }) as JsonSchema;
