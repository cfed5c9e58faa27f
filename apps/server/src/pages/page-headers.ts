import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

export const newNonce = (): string => randomBytes(16).toString('base64');

/** What every public page is sent with: kept by nobody, found by no search, told to no other site, framed by none. */
export const sendPage = (reply: FastifyReply, status: number, nonce: string, page: string): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'DENY')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    .send(page);
