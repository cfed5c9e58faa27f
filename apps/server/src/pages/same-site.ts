import type { FastifyRequest } from 'fastify';

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a form came from our own page. The path's token is the secret behind it; this is the second wall. Our pages send
 * no referrer, so browsers that don't tell the site of a request send `Origin: null`, which alone proves nothing.
 */
export const isSameSite = (request: FastifyRequest, baseUrl: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined || origin === 'null') return true;
  const from = hostOf(origin);
  return from !== null && (from === hostOf(baseUrl) || from === host);
};
