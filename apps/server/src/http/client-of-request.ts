import type { FastifyRequest } from 'fastify';
import type { Client } from '../identity/client-of-session.ts';

/** Where a request comes from, as the server trusts it. */
export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
