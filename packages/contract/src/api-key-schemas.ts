import { z } from 'zod';
import { id, instantText, lineText } from './schemas.ts';

/** What a key may be given: reading and writing, by what it is about. */
export const apiScope = z.enum([
  'tickets:read',
  'tickets:write',
  'companies:read',
  'companies:write',
  'certificates:read',
  'certificates:write',
  'sales:read',
  'sales:write',
  'products:read',
  'products:write',
]);
export type ApiScope = z.infer<typeof apiScope>;

/** Whose rights a key has at most. Nothing that only administrators may is done by a key. */
export const apiKeyRole = z.enum(['engineer', 'dispatcher', 'lead', 'sales']);

export const apiKey = z.object({
  keyId: id,
  name: z.string(),
  /** How the key begins: `rgl_` and eight characters. */
  prefix: z.string(),
  role: apiKeyRole,
  scopes: z.array(apiScope),
  createdAt: instantText,
  createdBy: z.string(),
  /** null: it does not expire. */
  expiresAt: instantText.nullable(),
  /** To the minute; null: never used. */
  lastUsedAt: instantText.nullable(),
  /** `orphaned`: whoever made it administers the desk no more. */
  state: z.enum(['active', 'expired', 'revoked', 'orphaned']),
});
export type ApiKey = z.infer<typeof apiKey>;

export const newApiKey = z.strictObject({
  name: lineText(100, 1),
  role: apiKeyRole,
  scopes: z.array(apiScope).min(1).max(apiScope.options.length),
  /** From one day to five years; null: it does not expire. */
  expiresInDays: z.number().int().min(1).max(1826).nullable(),
});
