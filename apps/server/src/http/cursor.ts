import { createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemAnswer } from './problem-reply.ts';

const sign = (secret: Buffer, list: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`cursor ${list}\n${text}`).digest().subarray(0, 12);

/**
 * Where a page ended, signed: a client can pass it back and nothing else.
 *
 * @param list names the list that the page belongs to; a cursor of another list is not ours.
 */
export const writeCursor = (secret: Buffer, list: string, key: readonly (string | number)[]): string => {
  const text = JSON.stringify(key);
  return `${Buffer.from(text).toString('base64url')}.${sign(secret, list, text).toString('base64url')}`;
};

/** The key of a cursor; 400 when it is not one of ours. */
export const readCursor = (secret: Buffer, list: string, cursor: string): readonly (string | number)[] => {
  const [body = '', signature = ''] = cursor.split('.');
  const text = Buffer.from(body, 'base64url').toString('utf8');
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secret, list, text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new ProblemAnswer('bad-cursor');
  return JSON.parse(text) as readonly (string | number)[];
};
