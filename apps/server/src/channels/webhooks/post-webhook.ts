import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { cutText } from '../../text/clean-text.ts';
import type { Target } from './webhook-target.ts';

/** What came of one attempt. */
export interface PostOutcome {
  /** null: there was no answer, and `fault` says why. */
  readonly status: number | null;
  readonly fault: string | null;
  readonly tookMs: number;
  /** The beginning of what the receiver said. */
  readonly reply: string;
}

const ANSWER_MS = 15_000;
const REPLY_BYTES = 1024;

const plainText = (bytes: Buffer): string =>
  cutText(bytes.toString('utf8').replaceAll(/[^\P{Cc}\n\t]/gu, ''), REPLY_BYTES);

interface Answer {
  readonly status: number;
  readonly reply: string;
}

/** Sends to the address that was found, under the host's name; of the answer no more is read than is kept. */
const exchange = (
  { url, address }: Target,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  signal: AbortSignal,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send({
      host: address,
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { ...headers, host: url.host, 'content-length': String(body.length), connection: 'close' },
      agent: false,
      signal,
      // The certificate has to be the host's, whatever address it has.
      ...(url.protocol === 'https:' && isIP(host) === 0 ? { servername: host } : {}),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      const end = () => {
        resolve({
          status: response.statusCode ?? 0,
          reply: plainText(Buffer.concat(parts).subarray(0, REPLY_BYTES)),
        });
        sent.destroy();
      };
      response.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length >= REPLY_BYTES) end();
      });
      response.on('end', end);
      response.on('error', end);
    });
    sent.end(body);
  });

const faultOf = (error: unknown, isLate: boolean): string => {
  if (isLate) return `no answer within ${ANSWER_MS / 1000} s`;
  const { code, message } = error as NodeJS.ErrnoException;
  return cutText(code ?? message, 200);
};

/** Posts once; redirects are answers like any other. Never throws. */
export const postWebhook = async (
  target: Target,
  headers: Readonly<Record<string, string>>,
  body: string,
  stopping: AbortSignal,
  answerMs = ANSWER_MS,
): Promise<PostOutcome> => {
  const startedAt = performance.now();
  const late = AbortSignal.timeout(answerMs);
  const took = (): number => Math.round(performance.now() - startedAt);
  try {
    const signal = AbortSignal.any([late, stopping]);
    const answer = await exchange(target, headers, Buffer.from(body, 'utf8'), signal);
    return { ...answer, fault: null, tookMs: took() };
  } catch (error) {
    return { status: null, fault: faultOf(error, late.aborted), tookMs: took(), reply: '' };
  }
};
