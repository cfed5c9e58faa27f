import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the built web application: hashed files for ever, the page itself anew each time with its own nonce. The page tells whether
 * this is the demo, where passwords stand in the terminal.
 */
export const serveWebApp = async (
  app: FastifyInstance,
  dist: string,
  isDemo: boolean,
): Promise<(reply: FastifyReply, status: 200 | 404) => FastifyReply> => {
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    // Beside each lies what the build has compressed as far as it goes.
    preCompressed: true,
    decorateReply: false,
  });
  const built = await readFile(join(dist, 'index.html'), 'utf8').catch(() => null);
  const page = built?.replace('__DEMO__', isDemo ? 'yes' : 'no') ?? null;
  return (reply, status) => {
    if (page === null)
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web application is not built: run npm start, or npm run build -w apps/web.');
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .code(status)
      .header('content-security-policy', contentPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  };
};
