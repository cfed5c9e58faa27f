import { z } from 'zod';
import { apiKey, newApiKey } from './api-key-schemas.ts';
import { endpoint } from './endpoint.ts';
import { deskSlug, id } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** Keys by which programs use the API of a desk. */
export const apiKeyEndpoints = {
  getApiKeys: endpoint({
    id: 'getApiKeys',
    method: 'GET',
    path: '/api/desks/{desk}/api-keys',
    permission: 'administrator',
    params: inDesk,
    summary: 'Keys of the desk, the latest first; the keys themselves are kept nowhere.',
    query: z.strictObject({
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ keys: z.array(apiKey), next: z.string().nullable() }),
  }),
  createApiKey: endpoint({
    id: 'createApiKey',
    method: 'POST',
    path: '/api/desks/{desk}/api-keys',
    permission: 'administrator',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Make a key. It is told once: the answer to a repeated request has none.',
    body: newApiKey,
    reply: z.object({
      keyId: id,
      /** `rgl_...`; null: told before. */
      key: z.string().nullable(),
    }),
  }),
  revokeApiKey: endpoint({
    id: 'revokeApiKey',
    method: 'DELETE',
    path: '/api/desks/{desk}/api-keys/{keyId}',
    permission: 'administrator',
    params: inDesk.extend({ keyId: id }),
    summary: 'Revoke a key: its next request is refused.',
    reply: z.null(),
    status: 204,
  }),
} as const;
